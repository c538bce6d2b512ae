import { LightningElement, api } from 'lwc';
import { iconOf, partyOf, timesOf } from 'c/softphoneView';
import type { InteractionRow, Run } from 'c/softphoneView';
import type { Interaction } from 'c/interaction';
import { actionWords, format, stateWords, typeWords } from 'c/softphoneWords';
import answer from '@salesforce/label/c.Softphone_Answer';
import answerInGenesys from '@salesforce/label/c.Softphone_Answer_In_Genesys';
import answering from '@salesforce/label/c.Softphone_Answering';
import answerParty from '@salesforce/label/c.Softphone_Answer_Party';
import decline from '@salesforce/label/c.Softphone_Decline';
import declineParty from '@salesforce/label/c.Softphone_Decline_Party';
import unknownParty from '@salesforce/label/c.Softphone_Unknown_Party';

/** What Genesys Cloud lets nobody steer by request, and what to do instead. */
const ELSEWHERE: Partial<Record<Interaction['media'], string>> = { chat: answerInGenesys };

/** An interaction that rings, with the two things to do. */
export default class AlertRow extends LightningElement {
  @api row!: InteractionRow;
  /** Carries out what the agent does here. */
  @api run!: Run;
  @api offset = 0;
  /** Two lines beside the buttons instead of above: several ring, and the work below needs room. */
  @api compact = false;
  labels = { decline };

  get icon(): string {
    return iconOf(this.row.interaction);
  }

  get alertClass(): string {
    return this.compact ? 'alert alert_compact' : 'alert';
  }

  get typeText(): string {
    return typeWords(this.row.interaction);
  }

  get stateText(): string {
    return stateWords(this.row.interaction);
  }

  get party(): string {
    return partyOf(this.row.interaction) ?? unknownParty;
  }

  get queue(): string | undefined {
    return this.row.interaction.queueName;
  }

  get since(): string | undefined {
    return timesOf(this.row.interaction).since;
  }

  get elsewhere(): string | undefined {
    return ELSEWHERE[this.row.interaction.media];
  }

  get isBusy(): boolean {
    return Boolean(this.row.busy);
  }

  get answerLabel(): string {
    return this.row.busy === 'answer' ? answering : answer;
  }

  /** A phone is picked up; what is written is opened. */
  get answerIcon(): string | undefined {
    const isCall = this.row.interaction.media === 'call';
    return isCall && !this.compact ? 'utility:call' : undefined;
  }

  get answerHelp(): string {
    return format(answerParty, this.party);
  }

  get declineHelp(): string {
    return format(declineParty, this.party);
  }

  get problem(): string | undefined {
    const { actionProblem, interaction } = this.row;
    return actionProblem && actionWords(actionProblem, interaction.media === 'call');
  }

  handleAnswer(): void {
    this.send('answer');
  }

  handleDecline(): void {
    this.send('decline');
  }

  send(type: 'answer' | 'decline'): void {
    this.run({ type, key: this.row.key });
  }
}
