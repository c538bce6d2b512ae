import { LightningElement, api } from 'lwc';
import type { Run, SoftphoneView } from 'c/softphoneView';
import menu from '@salesforce/label/c.Softphone_Menu';
import signOut from '@salesforce/label/c.Softphone_Sign_Out';
import supportLog from '@salesforce/label/c.Softphone_Support_Log_Copy';

/** One line: who I am and how I am seen. Emits `supportlog`. */
export default class PanelHeader extends LightningElement {
  @api view!: SoftphoneView;
  /** Carries out what the agent does here. */
  @api run!: Run;
  labels = { menu, signOut, supportLog };

  get userName(): string | undefined {
    return this.view.user?.name;
  }

  get stationName(): string | undefined {
    return typeof this.view.station === 'object' ? this.view.station.name : undefined;
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    if (event.detail.value === 'signout') {
      this.run({ type: 'sign_out' });
    } else {
      this.dispatchEvent(new CustomEvent('supportlog'));
    }
  }
}
