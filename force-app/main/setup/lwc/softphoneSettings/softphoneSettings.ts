import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoRepresentation, PicklistValues } from 'lightning/uiObjectInfoApi';
import { isDomain, isListed } from 'c/genesysAddress';
import { URL_TEMPLATE } from 'c/interaction';
import type { Problem } from 'c/setupProblem';
import { nodesOf, SETTINGS_RECORD, tellChange } from 'c/softphoneConfiguration';
import type { Setting } from 'c/softphoneConfiguration';
import { format, orgWords } from 'c/softphoneWords';
import { openChannel } from 'c/tabPorts';
import { missingTrustedSites, suggestedRedirect } from './address';
import { settingOf, shownErrors, type Control } from './controls';
import { BLANK, changedSettings, draftOf } from './draft';
import type { Draft } from './draft';
import { fieldViews } from './fieldViews';
import type { FieldViews } from './fieldViews';
import { identityOptions } from './identityOptions';
import { interactionExample } from './interactionExample';
import { failed, labels, patterns, toasts } from './labels';
import { refusedSettings, settingProblems, type SettingProblems } from './problems';
import { OTHER, regionOptions } from './regions';
import { OBJECT, saveSettings } from './settingsRecord';
import { firstClosed, statusesOf, statusOptions } from './statuses';
import type { Option, Status } from './statuses';

/**
 * The form of the one Softphone_Settings__c record. Emits `unsaved` {isUnsaved} when that changes,
 * and `saved`.
 *
 * What is typed lies over what is saved, so neither a failed save nor somebody else's change
 * takes it away.
 */
export default class SoftphoneSettings extends LightningElement {
  labels = labels;
  query = SETTINGS_RECORD;
  statusField = 'Task.Status';
  recordTypeId: string | undefined;
  defaultTemplate = URL_TEMPLATE;
  regionOptions = regionOptions();
  identityOptions = identityOptions();

  info: ObjectInfoRepresentation | undefined;
  statuses: Status[] | undefined;
  recordId: string | undefined;
  saved: Draft | undefined;
  isRead = false;
  edits: Partial<Draft> = {};
  /** Chosen by hand, before a domain is typed. */
  isOther = false;
  /** Opened or closed by hand. */
  isAdvanced: boolean | undefined;
  isSaving = false;
  isTried = false;
  orgProblems: SettingProblems = {};
  loadProblem: Problem | undefined;
  saveProblem: Problem | undefined;
  #refresh: (() => Promise<void>) | undefined;
  #focus: string | undefined;
  #errors = shownErrors();
  /** Settings that were left once: their errors may be shown. */
  #left = new Set<Setting>();
  #wasUnsaved = false;

  @wire(graphql, { query: '$query' })
  onRecord({ data, errors, refresh }: GraphQLResult<unknown>): void {
    this.#refresh = refresh ?? this.#refresh;
    if (errors?.length) {
      const detail = errors.map(({ message }) => message).join(' ');
      this.loadProblem = { words: failed.load, detail };
    } else if (data) {
      const [record] = nodesOf(data, OBJECT);
      this.loadProblem = undefined;
      this.isRead = true;
      this.recordId = record?.Id;
      this.saved = record && draftOf(record);
    }
  }

  @wire(getObjectInfo, { objectApiName: OBJECT })
  onInfo({ data, error }: WireResult<ObjectInfoRepresentation>): void {
    if (data) this.info = data;
    else if (error) this.loadProblem = { words: failed.fields, detail: orgWords(error) };
  }

  @wire(getObjectInfo, { objectApiName: 'Task' })
  onTask({ data }: WireResult<ObjectInfoRepresentation>): void {
    this.recordTypeId = data?.defaultRecordTypeId ?? this.recordTypeId;
  }

  @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$statusField' })
  onStatuses({ data }: WireResult<PicklistValues>): void {
    if (data) this.statuses = statusesOf(data);
  }

  get isReady(): boolean {
    return this.isRead && this.info !== undefined && !this.loadProblem;
  }

  get isLoading(): boolean {
    return !this.isReady && !this.loadProblem;
  }

  get isNew(): boolean {
    return this.recordId === undefined;
  }

  get isReadOnly(): boolean {
    return !(this.isNew ? this.info?.createable : this.info?.updateable);
  }

  get canChange(): boolean {
    return !this.isReadOnly;
  }

  get showForm(): boolean {
    return this.isReady && !(this.isNew && this.isReadOnly);
  }

  get showNothing(): boolean {
    return this.isReady && !this.showForm;
  }

  /** What is saved; before the first time, what suggests itself. */
  get base(): Draft {
    if (this.saved) return this.saved;
    const redirectUrl = this.ownPage;
    return { ...BLANK, redirectUrl, closedStatus: firstClosed(this.statuses ?? []) };
  }

  get draft(): Draft {
    return { ...this.base, ...this.edits };
  }

  get changed(): Setting[] {
    return changedSettings(this.base, this.draft);
  }

  get isUnsaved(): boolean {
    return this.changed.length > 0;
  }

  get cannotUndo(): boolean {
    return this.isSaving || !(this.isUnsaved || this.isOther);
  }

  get cannotSave(): boolean {
    return this.isSaving || !(this.isUnsaved || this.isNew);
  }

  get state(): string {
    if (this.isUnsaved) return format(patterns.unsaved, this.changed.length);
    return this.isNew ? labels.notSaved : labels.savedAll;
  }

  get stateClass(): string {
    return this.isUnsaved ? 'slds-text-title_bold' : 'slds-text-color_weak';
  }

  get fields(): FieldViews {
    return fieldViews(this.info, { isNew: this.isNew });
  }

  get isRegionOther(): boolean {
    const { region } = this.draft;
    return this.isOther || (region !== '' && !isListed(region));
  }

  get regionChoice(): string {
    return this.isRegionOther ? OTHER : this.draft.region;
  }

  get trustedSites(): string[] {
    return missingTrustedSites(this.draft.region.trim(), this.draft.gateway.trim());
  }

  get hasTrustedSites(): boolean {
    return this.trustedSites.length > 0;
  }

  get ownPage(): string {
    return suggestedRedirect(window.location);
  }

  get otherPage(): string {
    const { redirectUrl } = this.draft;
    return redirectUrl.trim() === this.ownPage ? '' : format(patterns.redirectOther, this.ownPage);
  }

  get openOptions(): Option[] {
    return statusOptions(this.statuses ?? [], 'open', this.draft.openStatus);
  }

  get closedOptions(): Option[] {
    return statusOptions(this.statuses ?? [], 'closed', this.draft.closedStatus);
  }

  get example(): string {
    const { interactionUrl, region } = this.draft;
    const known = isDomain(region.trim()) ? region : '';
    return format(patterns.example, interactionExample(interactionUrl, known));
  }

  get advancedOpen(): string {
    const isOpen = this.isAdvanced ?? Boolean(this.base.gateway);
    return String(isOpen || Boolean(this.words.gateway));
  }

  get advancedClass(): string {
    return `slds-section${this.advancedOpen === 'true' ? ' slds-is-open' : ''}`;
  }

  /** What is wrong with each setting, ours and then the org's. */
  get words(): SettingProblems {
    if (!this.showForm || this.isReadOnly) return {};
    return { ...this.orgProblems, ...settingProblems(this.draft, this) };
  }

  get problems(): { id: string; words: string }[] {
    return Object.entries(this.words).map(([id, words]) => ({ id, words }));
  }

  get showProblems(): boolean {
    return this.isTried && this.problems.length > 0 && !this.saveProblem;
  }

  get problemsTitle(): string {
    const { length } = this.problems;
    return length === 1 ? patterns.invalidOne : format(patterns.invalid, length);
  }

  override connectedCallback(): void {
    window.addEventListener('beforeunload', this.#beforeUnload);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.#beforeUnload);
  }

  override renderedCallback(): void {
    this.showErrors();
    this.tellUnsaved();
    const target = this.#focus && this.template?.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = undefined;
    target.focus();
  }

  handleChange(event: CustomEvent<{ value?: string; checked?: boolean }>): void {
    const setting = settingOf(event.currentTarget);
    const { value, checked } = event.detail;
    this.edit({ [setting]: setting === 'rememberSignIn' ? checked : value });
  }

  handleRegion(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.isOther = value === OTHER;
    this.edit({ region: this.isOther ? '' : value });
    if (this.isOther) this.#focus = '[data-id="domain"]';
  }

  handleLeave(event: Event): void {
    const setting = settingOf(event.currentTarget);
    // An empty field that was only passed by is no mistake yet.
    if (!(setting in this.edits)) return;
    this.#left.add(setting);
    this.showErrors();
  }

  handleUseOwnPage(): void {
    this.edit({ redirectUrl: this.ownPage });
    this.#focus = '[data-setting="redirectUrl"]';
  }

  async handleCopy(): Promise<void> {
    const { redirectUrl } = this.draft;
    try {
      await navigator.clipboard.writeText(redirectUrl);
      this.toast('success', format(toasts.copied, redirectUrl));
    } catch {
      this.template?.querySelector<HTMLElement>('[data-setting="redirectUrl"]')?.focus();
      this.toast('warning', toasts.copyFailed);
    }
  }

  handleAdvanced(): void {
    this.isAdvanced = this.advancedOpen !== 'true';
  }

  handleUndo(): void {
    this.forget();
    this.#focus = '[data-id="state"]';
  }

  async handleSave(): Promise<void> {
    this.isTried = true;
    this.orgProblems = {};
    this.saveProblem = undefined;
    const [first] = this.problems;
    if (first) this.#focus = `[data-setting="${first.id}"]`;
    else if (!this.cannotSave) await this.save();
  }

  handleRetry(): void {
    this.loadProblem = undefined;
    this.reread();
  }

  edit(part: Partial<Draft>): void {
    this.edits = { ...this.edits, ...part };
    const others = Object.entries(this.orgProblems).filter(([setting]) => !(setting in part));
    this.orgProblems = Object.fromEntries(others);
  }

  async save(): Promise<void> {
    const { base, draft, fields, isNew, recordId } = this;
    this.isSaving = true;
    try {
      this.recordId = await saveSettings({ recordId, base, draft, fields });
      tellChange(openChannel);
      this.saved = draft;
      this.forget();
      this.#focus = '[data-id="state"]';
      this.toast('success', isNew ? toasts.created : toasts.saved, toasts.savedHelp);
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.saveProblem = { words: failed.save, detail: orgWords(error) };
      this.orgProblems = refusedSettings(error);
      this.#focus = '[data-id="save"]';
    } finally {
      this.isSaving = false;
      this.reread();
    }
  }

  /** What is typed, not what is saved. */
  forget(): void {
    this.edits = {};
    this.isOther = false;
    this.#left.clear();
    this.isTried = false;
    this.orgProblems = {};
    this.saveProblem = undefined;
  }

  showErrors(): void {
    const { words } = this;
    const isDue = (setting: Setting): boolean =>
      this.isTried || this.#left.has(setting) || setting in this.orgProblems;
    const controls = this.template?.querySelectorAll<Control>('[data-setting]') ?? [];
    this.#errors.show(controls, (setting) => (isDue(setting) ? words[setting] : undefined));
  }

  tellUnsaved(): void {
    const { isUnsaved } = this;
    if (isUnsaved === this.#wasUnsaved) return;
    this.#wasUnsaved = isUnsaved;
    this.dispatchEvent(new CustomEvent('unsaved', { detail: { isUnsaved } }));
  }

  toast(variant: 'success' | 'warning', title: string, message?: string): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant, ...(message ? { message } : {}) }));
  }

  /** What is shown is right already; this brings what others changed. */
  reread(): void {
    this.#refresh?.().catch(() => undefined);
  }

  #beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.isUnsaved) event.preventDefault();
  };
}
