import { LightningElement, api } from 'lwc';
import { attributeGroups, checkMapping, fieldGroups, problemWords } from 'c/mappingRules';
import type { PickGroup } from 'c/mappingRules';
import { findField, isCuttable } from 'c/taskDraft';
import type { Mapping, TaskShape } from 'c/taskDraft';
import attribute from '@salesforce/label/c.Mapping_Column_Attribute';
import attributePlaceholder from '@salesforce/label/c.Mapping_Attribute_Placeholder';
import cancel from '@salesforce/label/c.Mapping_Cancel';
import choose from '@salesforce/label/c.Mapping_Choose';
import clear from '@salesforce/label/c.Mapping_Empty_Clear';
import cut from '@salesforce/label/c.Mapping_Too_Long_Cut';
import empty from '@salesforce/label/c.Mapping_Column_Empty';
import field from '@salesforce/label/c.Mapping_Column_Field';
import fieldPlaceholder from '@salesforce/label/c.Mapping_Field_Placeholder';
import leave from '@salesforce/label/c.Mapping_Empty_Leave';
import leaveOut from '@salesforce/label/c.Mapping_Too_Long_Leave_Out';
import save from '@salesforce/label/c.Mapping_Save';
import saving from '@salesforce/label/c.Mapping_Saving';
import tooLong from '@salesforce/label/c.Mapping_Column_Too_Long';

const BLANK: Mapping = {
  attribute: '',
  field: '',
  active: true,
  whenTooLong: 'cut',
  whenEmpty: 'leave'
};

/** A new mapping, or a changed one. Emits `save` {mapping} and `cancel`; its owner does the saving. */
export default class MappingForm extends LightningElement {
  /** The mapping to change; absent: a new one. */
  @api
  get mapping(): Mapping | undefined {
    return this.draft;
  }
  set mapping(value: Mapping | undefined) {
    this.draft = { ...BLANK, ...value };
  }
  /** All mappings, to tell of two that fill one field. */
  @api mappings: Mapping[] = [];
  @api shape: TaskShape = { fields: {} };
  @api isSaving = false;

  labels = {
    attribute,
    attributePlaceholder,
    cancel,
    empty,
    field,
    fieldPlaceholder,
    save,
    saving,
    tooLong
  };
  tooLongOptions = [
    { label: cut, value: 'cut' },
    { label: leaveOut, value: 'leave_out' }
  ];
  emptyOptions = [
    { label: leave, value: 'leave' },
    { label: clear, value: 'clear' }
  ];
  draft: Mapping = BLANK;
  attributeTerm = '';
  fieldTerm = '';
  isTried = false;

  get attributes(): PickGroup[] {
    return attributeGroups(this.attributeTerm);
  }

  get fields(): PickGroup[] {
    return fieldGroups(this.shape, this.draft.attribute, this.fieldTerm);
  }

  get fieldLabel(): string {
    return findField(this.shape, this.draft.field)?.label ?? this.draft.field;
  }

  get attributeProblem(): string {
    return this.isTried && !this.draft.attribute ? choose : '';
  }

  get fieldProblem(): string {
    return this.isTried && !this.draft.field ? choose : '';
  }

  get hints(): { id: string; words: string }[] {
    const { attribute: from, field: to } = this.draft;
    if (!from || !to) return [];
    return checkMapping(this.draft, this.mappings, this.shape).map((problem, index) => ({
      id: String(index),
      words: problemWords(problem)
    }));
  }

  get neverTooLong(): boolean {
    const chosen = findField(this.shape, this.draft.field);
    return chosen !== undefined && !isCuttable(chosen);
  }

  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>('[data-id="attribute"]')?.focus();
  }

  handleAttributeSearch(event: CustomEvent<{ term: string }>): void {
    this.attributeTerm = event.detail.term;
  }

  handleFieldSearch(event: CustomEvent<{ term: string }>): void {
    this.fieldTerm = event.detail.term;
  }

  handleAttribute(event: CustomEvent<{ value: string }>): void {
    this.change({ attribute: event.detail.value });
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.change({ field: event.detail.value });
  }

  handleTooLong(event: CustomEvent<{ value: Mapping['whenTooLong'] }>): void {
    this.change({ whenTooLong: event.detail.value });
  }

  handleEmpty(event: CustomEvent<{ value: Mapping['whenEmpty'] }>): void {
    this.change({ whenEmpty: event.detail.value });
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleSave(): void {
    this.isTried = true;
    if (!this.draft.attribute || !this.draft.field || this.isSaving) return;
    this.dispatchEvent(new CustomEvent('save', { detail: { mapping: this.draft } }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  change(part: Partial<Mapping>): void {
    this.draft = { ...this.draft, ...part };
  }
}
