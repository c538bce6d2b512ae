import type { FieldRepresentation, ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { urlOf } from '../../lightning/data/location';

/** One field of a record page, ready to be drawn. */
export interface FieldView {
  name: string;
  label: string;
  kind: 'text' | 'longText' | 'phone' | 'email' | 'url' | 'checkbox' | 'reference';
  /** As this user reads it; empty when there is no value. */
  text: string;
  checked: boolean;
  /** Of a reference: the page of the record. */
  href?: string;
}

type Kind = FieldView['kind'];

const KINDS: Partial<Record<string, Kind>> = {
  Phone: 'phone',
  Email: 'email',
  Url: 'url',
  Boolean: 'checkbox',
  Reference: 'reference'
};

/** The page layout says it differently than the field's own label. */
const LAYOUT_LABELS: Readonly<Record<string, string>> = {
  'Task.ActivityDate': 'Due Date',
  'Task.Description': 'Comments'
};

/** @returns undefined for a field this user does not see */
export function fieldView(
  info: ObjectInfoRepresentation,
  record: RecordRepresentation,
  name: string
): FieldView | undefined {
  const field = info.fields[name];
  const cell = record.fields[name];
  if (!field || !cell) return undefined;
  const kind = kindOf(field);
  const text =
    kind === 'reference' ? referenceName(field, record) : (cell.displayValue ?? cell.value ?? '');
  return {
    name,
    label: labelOf(info.apiName, field),
    kind,
    text: String(text),
    checked: cell.value === true,
    ...(kind === 'reference' && typeof cell.value === 'string'
      ? { href: recordUrl(cell.value) }
      : {})
  };
}

function kindOf(field: FieldRepresentation): Kind {
  if (field.dataType === 'TextArea' && field.length > 255) return 'longText';
  return KINDS[field.dataType] ?? 'text';
}

/** As the page says it. */
export function labelOf(object: string, field: FieldRepresentation): string {
  return LAYOUT_LABELS[`${object}.${field.apiName}`] ?? field.label.replace(/ ID$/, '');
}

function referenceName(field: FieldRepresentation, record: RecordRepresentation): string {
  // Not every object has a Name: a case's is its number.
  const parent = record.fields[field.relationshipName ?? ''];
  return String(parent?.displayValue ?? record.fields[field.apiName]?.displayValue ?? '');
}

/** Objects by the first characters of their ids: what a link needs to know. */
const OBJECTS: Readonly<Record<string, string>> = {
  '001': 'Account',
  '003': 'Contact',
  '006': 'Opportunity',
  '00Q': 'Lead',
  '00T': 'Task',
  '500': 'Case'
};

export function objectOfId(recordId: string): string | undefined {
  return OBJECTS[recordId.slice(0, 3)];
}

/** Users have no page here. */
export function recordUrl(recordId: string): string | undefined {
  const objectApiName = objectOfId(recordId);
  return objectApiName
    ? urlOf({ type: 'standard__recordPage', attributes: { recordId, objectApiName } })
    : undefined;
}
