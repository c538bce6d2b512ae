import { LightningElement, api } from 'lwc';

/** A modal window; the browser keeps the focus inside and closes it on Escape. Fires `close`. */
export default class Dialog extends LightningElement {
  @api heading = '';
  /** 'small' for a question, otherwise wide enough for two columns of fields. */
  @api size: 'small' | 'medium' = 'medium';

  get className(): string {
    return `window ${this.size}`;
  }

  override renderedCallback(): void {
    const dialog = this.template?.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  handleCancel(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('close'));
  }
}
