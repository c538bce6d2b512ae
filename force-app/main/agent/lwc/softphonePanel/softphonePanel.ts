import { LightningElement, api } from 'lwc';
import {
  FIRST_MEMORY,
  isDoneWith,
  markOf,
  openKey,
  partyOf,
  remember,
  sortRows
} from 'c/softphoneView';
import type {
  FocusTarget,
  Intent,
  InteractionRow,
  LookupState,
  PanelEvent,
  PanelTab,
  Rows,
  Run,
  SessionProblem,
  SoftphonePhase,
  SoftphoneView,
  TabId,
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

/** Which part takes the focus when the control that had it is gone. */
const PARTS: Record<FocusTarget, string> = {
  detail: 'c-interaction-detail',
  log: 'c-saved-log',
  status: 'c-save-status',
  support: 'c-support-log',
  tabs: 'c-panel-tabs'
};

/**
 * The whole panel as a function of a view and of what it remembers itself. It calls nobody; what the
 * agent does goes to `carryOut`, the function that whoever shows the panel hands in.
 */
export default class SoftphonePanel extends LightningElement {
  /** In answer to the intent `load_transfer_targets`; undefined while they are read. */
  @api transferTargets?: TransferTargets;
  /** In answer to the intent `search`. */
  @api lookup?: LookupState;
  /** Task fields by API name (`TaskShape.fields`): labels and types for the log. */
  @api taskFields: Record<string, Pick<TaskField, 'label' | 'dataType'>> = {};
  /** Carries out what the agent does. */
  @api carryOut?: Run;

  current?: SoftphoneView;
  memory = FIRST_MEMORY;
  announcement = '';
  labels = { interactions, title };

  @api
  get view(): SoftphoneView | undefined {
    return this.current;
  }
  set view(view: SoftphoneView | undefined) {
    this.announce(this.current?.rows ?? [], view?.rows ?? []);
    this.current = view;
    this.remember({ type: 'rows' });
  }

  override renderedCallback(): void {
    const { focus } = this.memory;
    if (!focus) {
      return;
    }
    if (document.activeElement === document.body) {
      this.template!.querySelector<HTMLElement>(PARTS[focus])?.focus();
    }
    this.remember({ type: 'focused' });
  }

  /** Handed down to every part. */
  run = (intent: Intent): void => {
    this.remember({ type: 'intent', intent });
    this.carryOut?.(intent);
  };

  remember(event: PanelEvent): void {
    this.memory = remember(this.memory, this.current?.rows ?? [], event);
  }

  get phase(): SoftphonePhase {
    return this.current?.phase ?? 'loading';
  }

  get problem(): SessionProblem | undefined {
    return this.current?.problem;
  }

  get unsaved(): number | undefined {
    return this.current?.unsaved;
  }

  get signInUrl(): string | undefined {
    return this.current?.signInUrl;
  }

  get signInHost(): string | undefined {
    return this.current?.signInHost;
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
    return [...open, ...finished.filter(({ key }) => key === this.memory.selectedKey)];
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
    const key = openKey(this.memory);
    return this.current?.rows.filter((row) => row.key === key) ?? [];
  }

  get row(): InteractionRow | undefined {
    return this.details[0];
  }

  get showSupport(): boolean {
    return this.memory.page === 'support';
  }

  get showLog(): boolean {
    return this.memory.page === 'log' && Boolean(this.row);
  }

  get onInteractions(): boolean {
    return this.memory.tab === 'interactions';
  }

  get onDial(): boolean {
    return this.memory.tab === 'dial';
  }

  get showToday(): boolean {
    return this.memory.tab === 'today' && !this.row;
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

  handleChoose({ detail }: CustomEvent<{ key: string }>): void {
    this.remember({ type: 'select', key: detail.key });
  }

  handleChooseToday({ detail }: CustomEvent<{ key: string }>): void {
    this.remember({ type: 'select_today', key: detail.key });
  }

  handleClose({ detail: { key } }: CustomEvent<{ key: string }>): void {
    const row = this.current?.rows.find((one) => one.key === key);
    if (row && !isDoneWith(row)) {
      this.run({ type: 'set_aside', key });
    } else {
      this.remember({ type: 'close', key });
    }
  }

  handleTab({ detail }: CustomEvent<{ id: TabId }>): void {
    this.remember({ type: 'tab', tab: detail.id });
  }

  handleOpenLog(): void {
    this.remember({ type: 'open_page', page: 'log' });
  }

  handleOpenSupport(): void {
    this.remember({ type: 'open_page', page: 'support' });
  }

  handleClosePage(): void {
    this.remember({ type: 'close_page' });
  }

  /** The button goes with its line. */
  handleDismiss(): void {
    this.template!.querySelector<HTMLElement>('c-panel-tabs')?.focus();
  }
}
