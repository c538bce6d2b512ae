import { LightningElement, api } from 'lwc';
import {
  addressOf,
  iconOf,
  isInHand,
  isWrapUpDue,
  partyOf,
  stageOf,
  timesOf
} from 'c/softphoneView';
import type {
  InteractionRow,
  LookupOption,
  LookupSlot,
  LookupState,
  Run,
  TransferTargets
} from 'c/softphoneView';
import { actionWords, issueWords, stateWords, typeWords } from 'c/softphoneWords';
import afterCall from '@salesforce/label/c.Softphone_After_Call';
import afterCallLeft from '@salesforce/label/c.Softphone_After_Call_Left';
import close from '@salesforce/label/c.Softphone_Close';
import done from '@salesforce/label/c.Softphone_Done';
import finished from '@salesforce/label/c.Softphone_Finished';
import muted from '@salesforce/label/c.Softphone_Muted';
import nameLabel from '@salesforce/label/c.Softphone_Name';
import nameHint from '@salesforce/label/c.Softphone_Name_Hint';
import recording from '@salesforce/label/c.Softphone_Recording';
import recordingShort from '@salesforce/label/c.Softphone_Recording_Short';
import relatedTo from '@salesforce/label/c.Softphone_Related_To';
import relatedToHint from '@salesforce/label/c.Softphone_Related_To_Hint';
import unknownParty from '@salesforce/label/c.Softphone_Unknown_Party';
import wrapUpMissing from '@salesforce/label/c.Softphone_Wrap_Up_Missing';

/** Everything about one interaction that the agent sees and does. Emits `close` {key}. */
export default class InteractionDetail extends LightningElement {
  @api row!: InteractionRow;
  /** Carries out what the agent does here. */
  @api run!: Run;
  @api offset = 0;
  @api transferTargets?: TransferTargets;
  @api lookup?: LookupState;
  opened?: 'keypad' | 'transfer';
  labels = {
    afterCallLeft,
    close,
    done,
    nameLabel,
    nameHint,
    recording,
    recordingShort,
    relatedTo,
    relatedToHint
  };

  get icon(): string {
    return iconOf(this.row.interaction);
  }

  get typeText(): string {
    return typeWords(this.row.interaction);
  }

  get party(): string {
    return partyOf(this.row.interaction) ?? unknownParty;
  }

  get origin(): string {
    const { interaction } = this.row;
    const parts = [addressOf(interaction), interaction.subject, interaction.queueName];
    return parts.filter((part) => part && part !== this.party).join(' · ');
  }

  get times(): ReturnType<typeof timesOf> {
    const times = timesOf(this.row.interaction);
    return { ...times, deadline: undefined };
  }

  get deadline(): number | undefined {
    return timesOf(this.row.interaction).deadline;
  }

  get isLive(): boolean {
    return isInHand(this.row.interaction);
  }

  get isAfterCall(): boolean {
    return stageOf(this.row.interaction) === 'afterCallWork';
  }

  get showReminder(): boolean {
    return this.isAfterCall && Boolean(this.wrapUpReminder ?? this.deadline);
  }

  get isFinished(): boolean {
    return stageOf(this.row.interaction) === 'done';
  }

  /** Nothing has to be chosen: the agent says when it is over. */
  get canBeDone(): boolean {
    return this.isAfterCall && !this.wrapUpReminder && !this.row.isAside;
  }

  get isEnding(): boolean {
    return this.row.busy === 'done';
  }

  /** Also when Genesys Cloud does not end the after-call work: nobody is stuck with it. */
  get canClose(): boolean {
    const { isAside, actionProblem } = this.row;
    return this.isFinished || Boolean(isAside) || actionProblem?.action === 'done';
  }

  get stateText(): string {
    if (this.isAfterCall) {
      return afterCall;
    }
    if (this.isFinished) {
      return finished;
    }
    const state = stateWords(this.row.interaction);
    return this.row.interaction.muted ? `${state} · ${muted}` : state;
  }

  get wrapUpReminder(): string | undefined {
    return isWrapUpDue(this.row.interaction) ? wrapUpMissing : undefined;
  }

  get hasWrapUp(): boolean {
    const { queueId, queueName, wrapUp } = this.row.interaction;
    return Boolean(queueId || queueName || wrapUp.required || wrapUp.code || wrapUp.name);
  }

  get keypadOpen(): boolean {
    return this.isLive && this.opened === 'keypad';
  }

  get transferOpen(): boolean {
    return this.isLive && this.opened === 'transfer';
  }

  get transferBusy(): boolean {
    return this.row.busy === 'transfer';
  }

  get problem(): string | undefined {
    return this.row.actionProblem && actionWords(this.row.actionProblem);
  }

  get who(): { id: string; label: string; url: string } | undefined {
    return chosen(this.row.whoId, this.row.whoName);
  }

  get what(): { id: string; label: string; url: string } | undefined {
    return chosen(this.row.whatId, this.row.whatName);
  }

  get whoOptions(): LookupOption[] {
    return this.lookupOf('who')?.options ?? [];
  }

  get whatOptions(): LookupOption[] {
    return this.lookupOf('what')?.options ?? [];
  }

  get whoSearching(): boolean {
    return this.lookupOf('who')?.searching ?? false;
  }

  get whatSearching(): boolean {
    return this.lookupOf('what')?.searching ?? false;
  }

  get whoIncomplete(): boolean {
    return this.lookupOf('who')?.isIncomplete ?? false;
  }

  get whatIncomplete(): boolean {
    return this.lookupOf('what')?.isIncomplete ?? false;
  }

  /** Said where the choice is made, not only in the log. */
  get whatIssue(): string | undefined {
    const issue = this.row.draft.issues.find(({ type }) => type === 'lead_with_what');
    return issue && issueWords(issue);
  }

  @api focus(): void {
    this.template!.querySelector<HTMLElement>('h2')?.focus();
  }

  lookupOf(slot: LookupSlot): LookupState | undefined {
    const { lookup } = this;
    return lookup?.key === this.row.key && lookup.slot === slot ? lookup : undefined;
  }

  handleOpen(event: CustomEvent<{ name: 'keypad' | 'transfer' }>): void {
    const { name } = event.detail;
    this.opened = this.opened === name ? undefined : name;
    if (this.opened === 'transfer') {
      this.run({ type: 'load_transfer_targets' });
    }
  }

  handleDigit(event: CustomEvent<{ digit: string }>): void {
    this.run({ type: 'digits', key: this.row.key, digits: event.detail.digit });
  }

  handleTransfer({ detail }: CustomEvent<{ queueId?: string; userId?: string }>): void {
    this.run({ type: 'transfer', key: this.row.key, ...detail });
  }

  handleTransferCancel(): void {
    this.opened = undefined;
  }

  handleSearch(event: CustomEvent<{ term: string }>): void {
    const { term } = event.detail;
    this.run({ type: 'search', key: this.row.key, slot: slotOf(event), term });
  }

  handlePick(event: CustomEvent<{ id: string; label: string }>): void {
    const { id, label } = event.detail;
    this.choose(slotOf(event), id, label);
  }

  handleClear(event: Event): void {
    this.choose(slotOf(event), '', '');
  }

  choose(slot: LookupSlot, id: string, name: string): void {
    const choices = slot === 'who' ? { whoId: id, whoName: name } : { whatId: id, whatName: name };
    this.run({ type: 'choose', key: this.row.key, choices });
  }

  handleOpenRecord(event: CustomEvent<{ recordId: string }>): void {
    this.run({ type: 'open_record', recordId: event.detail.recordId });
  }

  handleNotes(event: CustomEvent<{ text: string }>): void {
    this.run({ type: 'notes', key: this.row.key, text: event.detail.text });
  }

  handleDone(): void {
    this.run({ type: 'done', key: this.row.key });
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close', { detail: { key: this.row.key } }));
  }
}

function chosen(id: string | undefined, name: string | undefined) {
  return id ? { id, label: name || id, url: `/${id}` } : undefined;
}

function slotOf(event: Event): LookupSlot {
  return (event.currentTarget as HTMLElement).dataset.slot as LookupSlot;
}
