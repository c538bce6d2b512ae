import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import type { Problem } from 'c/setupProblem';
import { MAPPINGS, nodesOf, SETTINGS_RECORD, tellChange } from 'c/softphoneConfiguration';
import { format, orgWords } from 'c/softphoneWords';
import { openChannel } from 'c/tabPorts';
import { mappingFields, mappingOf, taskShape } from 'c/taskDraft';
import type { Mapping, TaskShape } from 'c/taskDraft';
import { mappingName, mappingRows } from './mappingRows';
import type { MappingRow } from './mappingRows';
import { count, countOne, failed, labels, removed, searchNone, settings } from './labels';

const OBJECT = 'Attribute_Mapping__c';
const SETTINGS_OBJECT = 'Softphone_Settings__c';
const NEW = 'new';
/** Below, the columns' words don't fit on their lines; far below, columns are of no use. */
const NARROW_BELOW = 820;
const STACKED_BELOW = 600;

/**
 * Softphone Setup. Its own first tab: which interaction attribute is kept in which Task field, saved
 * at once; the second one holds the settings.
 */
export default class AttributeMappings extends LightningElement {
  labels = labels;
  query = MAPPINGS;
  settingsQuery = SETTINGS_RECORD;
  tab = 'mappings';
  isNotSetUp = false;
  /** Width of the card in CSS pixels; the table lays itself out by it, not by the window's. */
  width = Infinity;
  isUnsaved = false;
  term = '';
  mappings: Mapping[] | undefined;
  shape: TaskShape | undefined;
  /** Id of the mapping being changed, or `new`. */
  edited: string | undefined;
  isSaving = false;
  isReadOnly = false;
  loadProblem: Problem | undefined;
  saveProblem: Problem | undefined;
  removed: Mapping | undefined;
  #refresh: (() => Promise<void>) | undefined;
  #focus: string | undefined;
  #widths: ResizeObserver | undefined;

  @wire(graphql, { query: '$query' })
  onMappings({ data, errors, refresh }: GraphQLResult<unknown>): void {
    this.#refresh = refresh ?? this.#refresh;
    if (errors?.length) {
      const detail = errors.map(({ message }) => message).join(' ');
      this.loadProblem = { words: failed.load, detail };
    } else if (data) {
      this.loadProblem = undefined;
      this.mappings = nodesOf(data, OBJECT).map(mappingOf);
    }
  }

  @wire(graphql, { query: '$settingsQuery' })
  onSettings({ data }: GraphQLResult<unknown>): void {
    // Not known is not the same as not set up.
    if (data) this.isNotSetUp = nodesOf(data, SETTINGS_OBJECT).length === 0;
  }

  @wire(getObjectInfo, { objectApiName: 'Task' })
  onTask({ data, error }: WireResult<ObjectInfoRepresentation>): void {
    if (data) this.shape = taskShape(data);
    else if (error) this.loadProblem = { words: failed.fields, detail: orgWords(error) };
  }

  @wire(getObjectInfo, { objectApiName: OBJECT })
  onRights({ data, error }: WireResult<ObjectInfoRepresentation>): void {
    if (data) this.isReadOnly = !data.createable || !data.updateable;
    else if (error) this.isReadOnly = true;
  }

  get cardClass(): string {
    const room = this.width < STACKED_BELOW ? ' narrow stacked' : ' narrow';
    return `slds-card page${this.width < NARROW_BELOW ? room : ''}`;
  }

  get isReady(): boolean {
    return this.mappings !== undefined && this.shape !== undefined && !this.loadProblem;
  }

  get isLoading(): boolean {
    return !this.isReady && !this.loadProblem;
  }

  get isEmpty(): boolean {
    return this.isReady && this.mappings?.length === 0 && !this.isNew;
  }

  get hasMappings(): boolean {
    return this.isReady && Boolean(this.mappings?.length);
  }

  get canChange(): boolean {
    return !this.isReadOnly;
  }

  get showReadOnly(): boolean {
    return this.isReady && this.isReadOnly;
  }

  get isNew(): boolean {
    return this.edited === NEW;
  }

  get showNewButton(): boolean {
    return this.isReady && this.canChange && !this.isNew;
  }

  get rows(): MappingRow[] {
    if (!this.mappings || !this.shape) return [];
    return mappingRows(this.mappings, this.shape, { term: this.term, edited: this.edited });
  }

  get count(): string {
    const all = this.mappings ?? [];
    const active = all.filter((mapping) => mapping.active).length;
    return all.length === 1 ? countOne : format(count, all.length, active);
  }

  get nothingFound(): string {
    return this.hasMappings && this.rows.length === 0 ? format(searchNone, this.term) : '';
  }

  get removedWords(): string {
    return this.removed && this.shape ? format(removed, mappingName(this.removed, this.shape)) : '';
  }

  get settingsLabel(): string {
    return this.isUnsaved ? settings.unsaved : settings.tab;
  }

  override disconnectedCallback(): void {
    this.#widths?.disconnect();
    this.#widths = undefined;
  }

  override renderedCallback(): void {
    this.watchWidth();
    const target = this.#focus && this.template?.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = undefined;
    target.focus();
  }

  handleTab(event: Event): void {
    this.tab = (event.currentTarget as unknown as { value: string }).value;
  }

  handleOpenSettings(): void {
    this.tab = 'settings';
  }

  handleUnsaved(event: CustomEvent<{ isUnsaved: boolean }>): void {
    this.isUnsaved = event.detail.isUnsaved;
  }

  handleSettingsSaved(): void {
    this.isNotSetUp = false;
  }

  handleSearch(event: Event): void {
    this.term = (event.target as HTMLInputElement).value;
  }

  handleNew(): void {
    this.edit(NEW);
  }

  handleEdit(event: Event): void {
    this.edit(idOf(event));
  }

  handleCancel(): void {
    this.closeForm();
  }

  async handleSave(event: CustomEvent<{ mapping: Mapping }>): Promise<void> {
    const { mapping } = event.detail;
    const saved = await this.save(() => (mapping.id ? this.update(mapping) : this.create(mapping)));
    if (saved) this.closeForm();
  }

  async handleToggle(event: Event): Promise<void> {
    const checkbox = event.currentTarget as HTMLInputElement;
    const id = idOf(event);
    const mapping = this.mappings?.find((one) => one.id === id);
    if (!mapping) return;
    const toggled = { ...mapping, active: checkbox.checked };
    this.replace(toggled);
    const saved = await this.save(() => this.update(toggled));
    if (saved) return;
    // The browser has switched it already: what is rendered is no change to it.
    checkbox.checked = mapping.active;
    this.replace(mapping);
  }

  async handleRemove(event: Event): Promise<void> {
    const id = idOf(event);
    const mapping = this.mappings?.find((one) => one.id === id);
    if (!mapping?.id) return;
    const gone = await this.save(() => deleteRecord(id));
    if (!gone) return;
    this.mappings = this.mappings?.filter((one) => one.id !== id);
    this.removed = mapping;
    this.#focus = '[data-id="undo"]';
  }

  async handleUndo(): Promise<void> {
    const mapping = this.removed;
    if (mapping && (await this.save(() => this.create(mapping)))) this.#focus = '[data-id="new"]';
  }

  handleDismiss(): void {
    this.removed = undefined;
    this.saveProblem = undefined;
    this.#focus = '[data-id="new"]';
  }

  async handleAddSet(event: CustomEvent<{ mappings: Mapping[] }>): Promise<void> {
    await this.save(async () => {
      // One after the other: their order is their rank.
      for (const mapping of event.detail.mappings) await this.create(mapping);
    });
  }

  handleRetry(): void {
    this.loadProblem = undefined;
    this.reread();
  }

  /** Media queries know the window's width only, and a tab may share it with other panes. */
  watchWidth(): void {
    const card = this.template?.querySelector('[data-id="card"]');
    if (this.#widths || !card || typeof ResizeObserver === 'undefined') return;
    this.#widths = new ResizeObserver(([entry]) => {
      this.width = entry?.contentRect.width ?? Infinity;
    });
    this.#widths.observe(card);
  }

  edit(id: string): void {
    this.edited = id;
    this.removed = undefined;
    this.saveProblem = undefined;
    this.#focus = 'c-mapping-form';
  }

  closeForm(): void {
    this.#focus = this.isNew ? '[data-id="new"]' : `[data-edit="${this.edited}"]`;
    this.edited = undefined;
  }

  async create(mapping: Mapping): Promise<void> {
    const { id } = await createRecord({ apiName: OBJECT, fields: mappingFields(mapping) });
    this.mappings = [...(this.mappings ?? []), { ...mapping, id }];
  }

  async update(mapping: Mapping): Promise<void> {
    await updateRecord({ fields: { Id: mapping.id as string, ...mappingFields(mapping) } });
    this.replace(mapping);
  }

  replace(mapping: Mapping): void {
    this.mappings = this.mappings?.map((one) => (one.id === mapping.id ? mapping : one));
  }

  /** True when it worked; otherwise the reason stands above the table. */
  async save(run: () => Promise<unknown>): Promise<boolean> {
    this.isSaving = true;
    this.saveProblem = undefined;
    this.removed = undefined;
    try {
      await run();
      return true;
    } catch (error) {
      this.saveProblem = { words: failed.save, detail: orgWords(error) };
      return false;
    } finally {
      this.isSaving = false;
      // Of a set that failed midway, some are saved.
      tellChange(openChannel);
      this.reread();
    }
  }

  /** What is shown is right already; this brings what others changed. */
  reread(): void {
    this.#refresh?.().catch(() => undefined);
  }
}

function idOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset.id ?? '';
}
