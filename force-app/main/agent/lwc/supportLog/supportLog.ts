import { LightningElement, api } from 'lwc';
import type { SoftphoneView } from 'c/softphoneView';
import { logText } from './logText';
import back from '@salesforce/label/c.Softphone_Back';
import byHand from '@salesforce/label/c.Softphone_Support_Log_By_Hand';
import copied from '@salesforce/label/c.Softphone_Support_Log_Copied';
import title from '@salesforce/label/c.Softphone_Support_Log';

/**
 * The session log for support: copied when it opens, and shown, so that the agent sees what is
 * handed on and can copy it by hand where the browser refuses. Emits `back`.
 */
export default class SupportLog extends LightningElement {
  @api view!: SoftphoneView;
  labels = { back, title };
  outcome = '';
  /** As copied: what happens meanwhile does not change it under the agent's eyes. */
  text = '';

  override connectedCallback(): void {
    this.text = logText(this.view);
    // Undefined on pages without HTTPS; the types don't know that.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const copying = clipboard ? clipboard.writeText(this.text) : Promise.reject();
    copying.then(
      () => (this.outcome = copied),
      () => (this.outcome = byHand)
    );
  }

  @api focus(): void {
    this.template!.querySelector<HTMLElement>('lightning-button-icon')?.focus();
  }

  handleFocus(event: Event): void {
    (event.currentTarget as HTMLTextAreaElement).select();
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back', { detail: {} }));
  }
}
