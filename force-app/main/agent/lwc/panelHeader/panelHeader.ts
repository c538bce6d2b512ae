import { LightningElement, api } from 'lwc';
import type { SoftphoneView } from 'c/softphoneView';
import menu from '@salesforce/label/c.Softphone_Menu';
import signOut from '@salesforce/label/c.Softphone_Sign_Out';
import supportLog from '@salesforce/label/c.Softphone_Support_Log_Copy';

/** One line: who I am and how I am seen. Emits `presence` {id}, `supportlog` and `signout`. */
export default class PanelHeader extends LightningElement {
  @api view!: SoftphoneView;
  labels = { menu, signOut, supportLog };

  get userName(): string | undefined {
    return this.view.user?.name;
  }

  get stationName(): string | undefined {
    return typeof this.view.station === 'object' ? this.view.station.name : undefined;
  }

  handlePresence(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent('presence', { detail: event.detail }));
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent(event.detail.value, { detail: {} }));
  }
}
