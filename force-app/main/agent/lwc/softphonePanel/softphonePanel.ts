import { LightningElement, api } from 'lwc';
import { isDoneWith, markOf, partyOf, selectRow, sortRows, stageOf } from 'c/softphoneView';
import type {
  InteractionRow,
  LookupState,
  PanelTab,
  Rows,
  SessionProblem,
  SoftphonePhase,
  SoftphoneView,
  Stage,
  TransferTargets
} from 'c/softphoneView';
import type { TaskField } from 'c/taskDraft';
import { format } from 'c/softphoneWords';
import dial from '@salesforce/label/c.Softphone_Tab_Dial';
import interactions from '@salesforce/label/c.Softphone_Tab_Interactions';
import needsYou from '@salesforce/label/c.Softphone_Needs_You';
import ringing from '@salesforce/label/c.Softphone_Ringing';
import title from '@salesforce/label/c.Softphone_Title';
import today from '@salesforce/label/c.Softphone_Tab_Today';
import unknownParty from '@salesforce/label/c.Softphone_Unknown_Party';

type TabId = 'interactions' | 'dial' | 'today';

/**
 * The whole panel as a function of one value. It calls nobody; what the agent does leaves as
 * CustomEvents that neither bubble nor cross shadow boundaries, `detail` as follows:
 *
 * | event | detail | |
 * |---|---|---|
 * | `signin`, `signout` | `{}` | `signin`: the link to the sign-in has been followed |
 * | `startagain`, `respond` | `{}` | `respond`: on queue again after a missed alert |
 * | `presence` | `{id}` | a presence of `view.presences` |
 * | `answer`, `decline`, `end` | `{key}` | |
 * | `hold`, `mute` | `{key, on}` | the state wanted |
 * | `digits` | `{key, digits}` | one DTMF digit at a time |
 * | `transfertargets` | `{key}` | asks for `transferTargets` |
 * | `transfer` | `{key, queueId}` or `{key, userId}` | blind |
 * | `search` | `{key, slot: 'who'\|'what', term}` | asks for `lookup`; `term` may be empty |
 * | `choose` | `{key, whoId, whoName}` or `{key, whatId, whatName}` | `''` takes the choice back |
 * | `openrecord` | `{key, recordId}` | |
 * | `notes` | `{key, text}` | at every input |
 * | `loadwrapupcodes` | `{key}` | asks for `row.wrapUpCodes` |
 * | `wrapup` | `{key, codeId}` | |
 * | `done` | `{key}` | after-call work is over, without a code |
 * | `setaside` | `{key}` | the same, after Genesys refused: in the panel only |
 * | `retry` | `{key?}` | without key: all |
 * | `opentask` | `{key}` | |
 * | `dial` | `{phoneNumber}` | |
 */
export default class SoftphonePanel extends LightningElement {
  /** In answer to `transfertargets`; undefined while they are read. */
  @api transferTargets?: TransferTargets;
  /** In answer to `search`. */
  @api lookup?: LookupState;
  /** Task fields by API name (`TaskShape.fields`): labels and types for the log. */
  @api taskFields: Record<string, Pick<TaskField, 'label' | 'dataType'>> = {};

  current?: SoftphoneView;
  tab: TabId = 'interactions';
  /** Stays when its interaction ends, so that notes are not torn away. */
  selectedKey?: string;
  /** Opened from the Today tab. */
  todayKey?: string;
  logOpen = false;
  supportOpen = false;
  announcement = '';
  /** Part that takes the focus when an own action removes the focused control. */
  focusNext?: string;
  answeredKey?: string;
  /** Ended, declined or transferred by the agent: the control they used goes with its stage. */
  leaving?: { key: string; stage: Stage };
  /** The agent is done with it; shown until Genesys has heard of it. */
  doneKey?: string;
  /** Keys known when the agent dialed: the first new row is the one to show. */
  beforeDial?: Set<string>;
  labels = { interactions, title };

  @api
  get view(): SoftphoneView | undefined {
    return this.current;
  }
  set view(view: SoftphoneView | undefined) {
    const rows = view?.rows ?? [];
    this.announce(this.current?.rows ?? [], rows);
    this.current = view;
    this.followOwn(rows);
    this.selectedKey = this.choice(this.selectedKey);
    this.followLeaving(rows);
    this.followDone(rows);
  }

  /** Focus goes on only where it was lost: nothing is taken from a field the agent types in. */
  override renderedCallback(): void {
    if (this.focusNext && document.activeElement === document.body) {
      this.template!.querySelector<HTMLElement>(this.focusNext)?.focus();
    }
    this.focusNext = undefined;
  }

  get phase(): SoftphonePhase {
    return this.current?.phase ?? 'loading';
  }

  get problem(): SessionProblem | undefined {
    return this.current?.problem;
  }

  get signInUrl(): string | undefined {
    return this.current?.signInUrl;
  }

  get isReady(): boolean {
    return this.phase === 'ready';
  }

  get hasUser(): boolean {
    return Boolean(this.current?.user);
  }

  /** Signed out with work unsaved: the strip stays. */
  get showStatus(): boolean {
    const { needsYou: needs = 0, saving = 0, waiting = 0 } = this.current ?? {};
    return this.isReady || needs + saving + waiting > 0;
  }

  get rows(): Rows {
    return sortRows(this.current?.rows ?? []);
  }

  /** Several ring: each takes less room. */
  get crowded(): boolean {
    return this.rows.alerting.length > 1;
  }

  get listed(): InteractionRow[] {
    const { open, finished } = this.rows;
    return [...open, ...finished.filter(({ key }) => key === this.selectedKey)];
  }

  /** One row says in its detail all that the list would. */
  get showList(): boolean {
    return this.onInteractions && this.listed.length > 1;
  }

  get todayRows(): InteractionRow[] {
    const { open, finished } = this.rows;
    return [...open.filter((row) => markOf(row) === 'needs_you'), ...finished];
  }

  /** The row whose detail is open, none or one; keyed, so that each interaction gets its own detail. */
  get details(): InteractionRow[] {
    const key = { interactions: this.selectedKey, today: this.todayKey, dial: undefined }[this.tab];
    return this.current?.rows.filter((row) => row.key === key) ?? [];
  }

  get row(): InteractionRow | undefined {
    return this.details[0];
  }

  get showLog(): boolean {
    return this.logOpen && Boolean(this.row);
  }

  get onInteractions(): boolean {
    return this.tab === 'interactions';
  }

  get onDial(): boolean {
    return this.tab === 'dial';
  }

  get showToday(): boolean {
    return this.tab === 'today' && !this.row;
  }

  get showEmpty(): boolean {
    return this.onInteractions && !this.row && this.rows.alerting.length === 0;
  }

  /** While nothing else asks for the room, what is known about the one that rings. */
  get ringing(): InteractionRow | undefined {
    return this.onInteractions && !this.row ? this.rows.alerting[0] : undefined;
  }

  get tabs(): PanelTab[] {
    const { needsYou: needs = 0 } = this.current ?? {};
    return [
      { id: 'interactions', label: interactions, icon: 'utility:list' },
      { id: 'dial', label: dial, icon: 'utility:keypad' },
      {
        id: 'today',
        label: today,
        icon: 'utility:clock',
        badge: needs,
        badgeText: format(needsYou, needs)
      }
    ];
  }

  /** Says a new alert without taking the focus. */
  announce(before: InteractionRow[], now: InteractionRow[]): void {
    const known = new Set(sortRows(before).alerting.map(({ key }) => key));
    const fresh = sortRows(now).alerting.find(({ key }) => !known.has(key));
    if (fresh) {
      const party = partyOf(fresh.interaction) ?? unknownParty;
      this.announcement = format(ringing, party, fresh.interaction.queueName ?? '');
    }
  }

  followLeaving(rows: InteractionRow[]): void {
    const { leaving } = this;
    const row = leaving && rows.find(({ key }) => key === leaving.key);
    if (!leaving || (row && stageOf(row.interaction) === leaving.stage)) {
      return;
    }
    this.leaving = undefined;
    this.focusNext = this.row ? 'c-interaction-detail' : 'c-panel-tabs';
  }

  /** Stays while Genesys is asked, and when it refused. */
  followDone(rows: InteractionRow[]): void {
    const { doneKey } = this;
    const row = rows.find(({ key }) => key === doneKey);
    if (!doneKey || row?.busy === 'done') {
      return;
    }
    this.doneKey = undefined;
    if (!row || isDoneWith(row)) {
      this.close(doneKey);
    } else {
      this.focusNext = 'c-interaction-detail';
    }
  }

  close(key: string): void {
    if (this.row?.key !== key) {
      return;
    }
    if (this.tab === 'today') {
      this.todayKey = undefined;
    } else {
      this.selectedKey = this.choice();
    }
    this.logOpen = false;
    this.focusNext = this.row ? 'c-interaction-detail' : 'c-panel-tabs';
  }

  choice(chosen?: string): string | undefined {
    return selectRow(this.current?.rows ?? [], chosen)?.key;
  }

  /** Shows what the agent just answered or dialed, once it is live. */
  followOwn(rows: InteractionRow[]): void {
    const { answeredKey, beforeDial } = this;
    const own = rows.find(
      ({ key, interaction }) =>
        stageOf(interaction) === 'live' &&
        (key === answeredKey || (beforeDial && !beforeDial.has(key)))
    );
    if (own) {
      this.answeredKey = undefined;
      this.beforeDial = undefined;
      this.select(own.key);
      this.focusNext = 'c-interaction-detail';
    }
  }

  select(key: string): void {
    this.tab = 'interactions';
    this.selectedKey = key;
    this.logOpen = false;
    this.supportOpen = false;
  }

  handleAnswer(event: CustomEvent<{ key: string }>): void {
    this.answeredKey = event.detail.key;
    this.forward(event);
  }

  handleLeave(event: CustomEvent<{ key: string }>): void {
    const { key } = event.detail;
    const row = this.current?.rows.find((one) => one.key === key);
    this.leaving = row && { key, stage: stageOf(row.interaction) };
    this.forward(event);
  }

  handleChoose(event: CustomEvent<{ key: string }>): void {
    this.select(event.detail.key);
  }

  handleChooseToday(event: CustomEvent<{ key: string }>): void {
    this.todayKey = event.detail.key;
    this.focusNext = 'c-interaction-detail';
  }

  handleClose({ detail }: CustomEvent<{ key: string }>): void {
    const row = this.current?.rows.find(({ key }) => key === detail.key);
    if (row && !isDoneWith(row)) {
      this.doneKey = detail.key;
      this.dispatchEvent(new CustomEvent('setaside', { detail }));
    } else {
      this.close(detail.key);
    }
  }

  handleDone(event: CustomEvent<{ key: string }>): void {
    this.doneKey = event.detail.key;
    this.forward(event);
  }

  handleTab(event: CustomEvent<{ id: TabId }>): void {
    this.tab = event.detail.id;
    this.todayKey = undefined;
    this.logOpen = false;
    this.supportOpen = false;
  }

  handleOpenLog(): void {
    this.logOpen = true;
    this.focusNext = 'c-saved-log';
  }

  handleCloseLog(): void {
    this.logOpen = false;
    this.focusNext = 'c-save-status';
  }

  handleOpenSupport(): void {
    this.supportOpen = true;
    this.focusNext = 'c-support-log';
  }

  handleCloseSupport(): void {
    this.supportOpen = false;
    this.focusNext = 'c-panel-tabs';
  }

  /** The button goes with its line. */
  handleDismiss(): void {
    this.template!.querySelector<HTMLElement>('c-panel-tabs')?.focus();
  }

  handleDial(event: CustomEvent): void {
    this.beforeDial = new Set(this.current?.rows.map(({ key }) => key));
    this.forward(event);
  }

  /** Passes on what a part says. */
  forward(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
  }
}
