import { LightningElement, wire } from 'lwc';
import { EnclosingUtilityId, updateUtility } from 'lightning/platformUtilityBarApi';
import { NavigationMixin } from 'lightning/navigation';
import { loadScript } from 'lightning/platformResourceLoader';
import userId from '@salesforce/user/Id';
import sdkUrl from '@salesforce/resourceUrl/genesysCloudSdk';
import type { OrgView, RecordOption } from 'c/salesforceOrg';
import type SalesforceOrg from 'c/salesforceOrg';
import { createSession } from 'c/softphoneSession';
import type { SoftphoneSession } from 'c/softphoneSession';
import type {
  Intent,
  IntentOf,
  LookupOption,
  LookupState,
  SoftphoneView,
  TransferTargets
} from 'c/softphoneView';
import { browserPorts, hearAnswers } from 'c/signInChannel';
import { createGenesysCloud, isGenesysSdk } from 'c/genesysCloud';
import { followChanges } from 'c/softphoneConfiguration';
import { locale, openChannel, randomBytes, tabLocks, tabStorage } from 'c/tabPorts';
import { createTaskWriter } from 'c/taskKeeper';
import { createTranscripts } from 'c/transcript';
import * as browser from './browserPorts';
import { utilityLabel, utilityNews } from './utilityLabel';

/** The utility itself: builds the session of this tab and hands its view to the panel. */
export default class Softphone extends NavigationMixin(LightningElement) {
  view: SoftphoneView | undefined;
  lookup: LookupState | undefined;
  transferTargets: TransferTargets | undefined;
  taskFields = {};

  @wire(EnclosingUtilityId) utilityId: string | undefined;

  #session: SoftphoneSession | undefined;
  #pendingOrg: OrgView | undefined;
  #badge = '';
  #stopListening = (): void => {};

  override connectedCallback(): void {
    // Without the SDK the session still starts: it says what is missing.
    loadScript(this, sdkUrl)
      .catch(() => undefined)
      .then(() => this.begin());
  }

  override disconnectedCallback(): void {
    this.#stopListening();
    this.#session?.stop();
    this.#session = undefined;
  }

  private begin(): void {
    if (!this.isConnected) return;
    const { clock } = browser;
    const session = createSession({
      clock: clock.now,
      timers: clock,
      storage: browser.storageOf('localStorage'),
      locale: locale(),
      createGenesys(settings) {
        const sdk = (window as { genesysCloudSdk?: unknown }).genesysCloudSdk;
        if (!isGenesysSdk(sdk)) return 'sdk_missing';
        return createGenesysCloud({
          sdk,
          region: settings.region,
          gateway: settings.gateway,
          clientId: settings.clientId ?? '',
          redirectUri: settings.redirectUrl ?? '',
          addMessageListener: browser.addMessageListener,
          addHandOverListener: (take) => hearAnswers(browserPorts(), take),
          fetch: browser.fetchUrl,
          WebSocket: browser.Socket,
          clock,
          random: Math.random,
          locale: locale(),
          storage: settings.rememberSignIn ? browser.storageOf('sessionStorage') : undefined
        });
      },
      createTranscripts: (options) =>
        createTranscripts({
          gateway: this.org.transcripts,
          timers: clock,
          random: Math.random,
          ...options
        }),
      createWriter: (options) =>
        createTaskWriter(
          {
            gateway: this.org.gateway,
            storage: tabStorage(),
            locks: tabLocks(),
            openChannel,
            clock: clock.now,
            timers: clock,
            random: Math.random,
            randomBytes,
            namespace: `softphone:${userId ?? ''}`,
            salesforceUserId: userId
          },
          options
        )
    });
    this.#session = session;
    this.view = session.view();
    session.subscribe((view) => {
      this.view = view;
      this.showBadge(view);
    });
    if (this.#pendingOrg) session.setOrg(this.#pendingOrg);
    const changes = followChanges({
      openChannel,
      clock,
      random: Math.random,
      read: async () => this.org.refresh()
    });
    const stopNetwork = browser.onNetwork((what) => {
      session.signal(what);
      if (what !== 'offline') changes.lookedAt();
    });
    const stopFocus = browser.onFocus(() => changes.lookedAt());
    this.#stopListening = () => {
      changes.stop();
      stopNetwork();
      stopFocus();
    };
  }

  private get org(): SalesforceOrg {
    return this.template!.querySelector('c-salesforce-org') as unknown as SalesforceOrg;
  }

  /** One badge in the utility bar, and only written when it changes. */
  private showBadge(view: SoftphoneView): void {
    const news = utilityNews(view);
    const label = utilityLabel(news);
    if (!this.utilityId || label === this.#badge) return;
    this.#badge = label;
    updateUtility(this.utilityId, { label, highlighted: news !== undefined }).catch(
      () => undefined
    );
  }

  private openRecord(recordId: string): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, actionName: 'view' }
    });
  }

  handleOrg({ detail }: CustomEvent<OrgView>): void {
    this.#pendingOrg = detail;
    this.taskFields = detail.shape?.fields ?? {};
    this.#session?.setOrg(detail);
  }

  /** Carries out what the agent does; the panel hands it down to its parts. */
  run = (intent: Intent): void => {
    switch (intent.type) {
      case 'search':
        return void this.search(intent);
      case 'load_transfer_targets':
        return void this.loadTransferTargets();
      case 'open_record':
        return this.openRecord(intent.recordId);
      case 'open_task': {
        const taskId = this.view?.rows.find(({ key }) => key === intent.key)?.status?.taskId;
        return taskId ? this.openRecord(taskId) : undefined;
      }
      default:
        return void this.#session?.run(intent);
    }
  };

  private async loadTransferTargets(): Promise<void> {
    this.transferTargets = undefined;
    this.transferTargets = await this.#session?.transferTargets();
  }

  private async search({ key, slot, term }: IntentOf<'search'>): Promise<void> {
    const options =
      this.lookup?.key === key && this.lookup.slot === slot ? this.lookup.options : [];
    const asked: LookupState = { key, slot, options, searching: true };
    this.lookup = asked;
    const { records, isComplete } = await this.org.search(
      slot === 'who' ? 'people' : 'matters',
      term
    );
    // Only the newest question's answer is shown.
    if (this.lookup === asked)
      this.lookup = {
        key,
        slot,
        options: records.map(toOption),
        searching: false,
        isIncomplete: !isComplete
      };
  }
}

const ICONS: Record<string, string> = {
  Contact: 'standard:contact',
  Lead: 'standard:lead',
  Case: 'standard:case',
  Opportunity: 'standard:opportunity',
  Account: 'standard:account'
};

function toOption({ id, name, detail, objectName }: RecordOption): LookupOption {
  return { id, label: name, detail, icon: ICONS[objectName] };
}
