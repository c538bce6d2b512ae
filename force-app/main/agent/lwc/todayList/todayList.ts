import { LightningElement, api } from 'lwc';
import { type InteractionRow, markOf } from 'c/softphoneView';
import empty from '@salesforce/label/c.Softphone_Today_Empty';
import finished from '@salesforce/label/c.Softphone_Today_Finished';
import needsYou from '@salesforce/label/c.Softphone_Today_Needs_You';

/** Finished interactions, those whose Task needs the agent first. Emits `choosekey` {key}. */
export default class TodayList extends LightningElement {
  @api rows: InteractionRow[] = [];
  @api offset = 0;
  labels = { empty, finished, needsYou };

  get needy(): InteractionRow[] {
    return this.rows.filter((row) => markOf(row) === 'needs_you');
  }

  get others(): InteractionRow[] {
    return this.rows.filter((row) => markOf(row) !== 'needs_you');
  }

  get hasNeedy(): boolean {
    return this.needy.length > 0;
  }

  get hasOthers(): boolean {
    return this.others.length > 0;
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  handleChoose(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent('choosekey', { detail: event.detail }));
  }
}
