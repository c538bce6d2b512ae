import { LightningElement, api } from 'lwc';
import type { InteractionRow } from 'c/softphoneView';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Rows to choose from, in the order given; arrow keys move between them. Emits `choosekey` {key}. */
export default class InteractionList extends LightningElement {
  @api rows: InteractionRow[] = [];
  @api selectedKey?: string;
  /** What the list holds, for assistive technology. */
  @api label = '';
  @api offset = 0;

  /** What is brought into view already; scrolling on is the agent's. */
  shownKey?: string;

  override renderedCallback(): void {
    if (this.shownKey === this.selectedKey) {
      return;
    }
    this.shownKey = this.selectedKey;
    const at = this.rows.findIndex(({ key }) => key === this.selectedKey);
    const row = this.template!.querySelectorAll<HTMLElement>('c-interaction-row')[at];
    // Not everywhere this renders is there a layout.
    row?.scrollIntoView?.({ block: 'nearest' });
  }

  get items(): { key: string; row: InteractionRow; selected: boolean }[] {
    return this.rows.map((row) => ({ key: row.key, row, selected: row.key === this.selectedKey }));
  }

  handleKeydown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step) {
      return;
    }
    const rows = [...this.template!.querySelectorAll<HTMLElement>('c-interaction-row')];
    const next = rows[rows.indexOf(event.target as HTMLElement) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  handleChoose(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent('choosekey', { detail: event.detail }));
  }
}
