import { LightningElement, api } from 'lwc';
import type { ActionProblem, Run, SoftphoneView } from 'c/softphoneView';
import { actionWords, counted, format, problemWords } from 'c/softphoneWords';
import close from '@salesforce/label/c.Softphone_Close';
import connecting from '@salesforce/label/c.Softphone_Connecting';
import identityDifferent from '@salesforce/label/c.Softphone_Identity_Different';
import identityUnknown from '@salesforce/label/c.Softphone_Identity_Unknown';
import memoryOnly from '@salesforce/label/c.Softphone_Memory_Only';
import notResponding from '@salesforce/label/c.Softphone_Not_Responding';
import offline from '@salesforce/label/c.Softphone_Offline';
import otherTab from '@salesforce/label/c.Softphone_Other_Tab';
import respond from '@salesforce/label/c.Softphone_Respond';
import signInAgain from '@salesforce/label/c.Softphone_Sign_In_Again';
import stationNone from '@salesforce/label/c.Softphone_Station_None';
import taken from '@salesforce/label/c.Softphone_Writer_Taken';
import waitingMany from '@salesforce/label/c.Softphone_Waiting_Many';
import waitingOne from '@salesforce/label/c.Softphone_Waiting_One';

interface Notice {
  id: string;
  className: string;
  icon: string;
  text: string;
  since?: number;
  more?: string;
  /** The one thing to do about it. */
  action?: Action;
  /** The same as a link: it opens the sign-in. */
  link?: Link;
}

interface Link {
  url: string;
  label: string;
}

interface Action {
  event: 'respond' | 'dismiss';
  label: string;
}

/**
 * What the agent must know beside the work itself, one line each, gravest first. Emits `dismiss` when a
 * line is closed.
 */
export default class PanelNotice extends LightningElement {
  @api view!: SoftphoneView;
  /** Carries out what the agent does here. */
  @api run!: Run;
  /** Read and closed by the agent. */
  dismissed?: ActionProblem;

  get notices(): Notice[] {
    const { identity, phase, problem, refused, routingStatus, signInUrl, station, writer } =
      this.view;
    const notices: Notice[] = [];
    if (phase === 'ready' && problem) {
      notices.push({
        ...notice('problem', 'warning', 'utility:warning', problemWords(problem).text),
        link: signInUrl ? { url: signInUrl, label: signInAgain } : undefined
      });
    }
    if (phase === 'ready' && identity?.verdict === 'different') {
      const words = format(identityDifferent, identity.genesys, identity.salesforce);
      notices.push(notice('identity', 'warning', 'utility:warning', words));
    }
    if (phase === 'ready' && identity?.verdict === 'unknown') {
      notices.push(notice('identity', 'info', 'utility:info', identityUnknown));
    }
    if (phase === 'ready' && routingStatus === 'NOT_RESPONDING') {
      notices.push({
        ...notice('notResponding', 'warning', 'utility:warning', notResponding),
        action: { event: 'respond', label: respond }
      });
    }
    // A session that ended says already that nothing comes.
    if (phase === 'ready' && problem?.type !== 'session_expired') {
      notices.push(...this.connectionNotice);
    }
    if (refused && refused !== this.dismissed) {
      notices.push({
        ...notice('refused', 'warning', 'utility:warning', actionWords(refused)),
        action: { event: 'dismiss', label: close }
      });
    }
    if (writer === 'other_tab') {
      notices.push(notice('otherTab', 'info', 'utility:tabset', otherTab));
    }
    if (writer === 'taken') {
      notices.push(notice('taken', 'warning', 'utility:warning', taken));
    }
    if (writer === 'memory_only') {
      notices.push(notice('memoryOnly', 'warning', 'utility:warning', memoryOnly));
    }
    if (station === 'none') {
      notices.push(notice('station', 'warning', 'utility:warning', stationNone));
    }
    return notices;
  }

  /** No network at all, or only no Genesys Cloud: then Tasks are saved all the same. */
  get connectionNotice(): Notice[] {
    const { connection, waiting } = this.view;
    const { state, since } = connection;
    if (state === 'live') {
      return [];
    }
    const more = waiting ? counted(waiting, waitingOne, waitingMany) : undefined;
    const said = navigator.onLine
      ? notice('connecting', 'warning', 'utility:sync', connecting)
      : notice('offline', 'warning', 'utility:offline', offline);
    return [{ ...said, since, more }];
  }

  handleAction(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    if (action === 'dismiss') {
      this.dismissed = this.view.refused;
      this.dispatchEvent(new CustomEvent('dismiss'));
    }
    if (action === 'respond') {
      this.run({ type: 'respond' });
    }
  }
}

function notice(id: string, tone: 'info' | 'warning', icon: string, text: string): Notice {
  return { id, className: `notice notice_${tone}`, icon, text };
}
