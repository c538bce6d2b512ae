import { LightningElement, api } from 'lwc';
import type { SoftphoneView } from 'c/softphoneSession';
import { counted } from 'c/softphoneWords';
import connecting from '@salesforce/label/c.Softphone_Connecting';
import memoryOnly from '@salesforce/label/c.Softphone_Memory_Only';
import offline from '@salesforce/label/c.Softphone_Offline';
import otherTab from '@salesforce/label/c.Softphone_Other_Tab';
import stationNone from '@salesforce/label/c.Softphone_Station_None';
import waitingMany from '@salesforce/label/c.Softphone_Waiting_Many';
import waitingOne from '@salesforce/label/c.Softphone_Waiting_One';

interface Notice {
  id: string;
  className: string;
  icon: string;
  text: string;
  since?: number;
  more?: string;
}

/** What the agent must know beside the work itself, one line each, gravest first. */
export default class PanelNotice extends LightningElement {
  @api view!: SoftphoneView;

  get notices(): Notice[] {
    const { connection, phase, station, waiting, writer } = this.view;
    const notices: Notice[] = [];
    if (phase === 'ready' && connection.state === 'lost') {
      const more = waiting ? counted(waiting, waitingOne, waitingMany) : undefined;
      notices.push({
        ...notice('offline', 'warning', 'utility:offline', offline),
        since: connection.since,
        more
      });
    }
    if (phase === 'ready' && connection.state === 'connecting') {
      notices.push(notice('connecting', 'info', 'utility:sync', connecting));
    }
    if (writer === 'other_tab') {
      notices.push(notice('otherTab', 'info', 'utility:tabset', otherTab));
    }
    if (writer === 'memory_only') {
      notices.push(notice('memoryOnly', 'warning', 'utility:warning', memoryOnly));
    }
    if (station === 'none') {
      notices.push(notice('station', 'warning', 'utility:warning', stationNone));
    }
    return notices;
  }
}

function notice(id: string, tone: 'info' | 'warning', icon: string, text: string): Notice {
  return { id, className: `notice notice_${tone}`, icon, text };
}
