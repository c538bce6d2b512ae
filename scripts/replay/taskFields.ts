import { findField, KEY_FIELD } from 'c/taskDraft';
import type { Mapping, TaskField, TaskShape } from 'c/taskDraft';

/** [API name, data type, what else matters] of the standard Task fields, with their lengths. */
const STANDARD: [string, string, Partial<TaskField>?][] = [
  ['Subject', 'ComboBox', { length: 255 }],
  ['Type', 'Picklist', { length: 255 }],
  ['CallType', 'Picklist', { length: 40 }],
  ['CallObject', 'String', { length: 255 }],
  ['CallDisposition', 'String', { length: 255 }],
  ['CallDurationInSeconds', 'Int', { precision: 8 }],
  ['Description', 'TextArea', { length: 32000 }],
  ['WhoId', 'Reference', { referenceTo: ['Contact', 'Lead'] }],
  ['WhatId', 'Reference'],
  ['OwnerId', 'Reference'],
  ['ActivityDate', 'Date'],
  ['Status', 'Picklist', { length: 255 }],
  ['Priority', 'Picklist', { length: 255 }]
];

/** The field that makes a Task findable, by name. */
export const KEY = { [KEY_FIELD]: field(KEY_FIELD, 'String', { length: 255, unique: true }) };

/** A Task without an org: the standard fields, and every other mapped one as text of 255. */
export function assumedShape(mappings: readonly Mapping[]): TaskShape {
  const fields = Object.fromEntries(
    STANDARD.map(([name, type, more]) => [name, field(name, type, more)])
  );
  const shape = { fields: { ...KEY, ...fields } };
  const unknown = mappings
    .map((mapping) => mapping.field)
    .filter((name) => !findField(shape, name));
  const texts = unknown.map((name) => [name, field(name, 'String', { length: 255 })]);
  return { fields: { ...shape.fields, ...Object.fromEntries(texts) } };
}

function field(apiName: string, dataType: string, more: Partial<TaskField> = {}): TaskField {
  const writable = { createable: true, updateable: true, required: false };
  return { apiName, label: apiName, dataType, ...writable, ...more };
}
