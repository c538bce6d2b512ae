import type { IssueType } from './issue';
import type { TaskField, TaskShape } from './taskShape';

/** The unique external id on Activity that makes a Task findable; it comes with this package. */
export const KEY_FIELD = 'Interaction_Key__c';

/** Salesforce sets these itself, or derives them. */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set(
  [
    'Id',
    'AccountId',
    'WhoCount',
    'WhatCount',
    'IsDeleted',
    'IsClosed',
    'IsArchived',
    'IsHighPriority',
    'CreatedById',
    'CreatedDate',
    'LastModifiedById',
    'LastModifiedDate',
    'SystemModstamp',
    'CompletedDateTime'
  ].map((name) => name.toLowerCase())
);

/** Case does not matter to Salesforce, so it does not to us. */
export function isReservedField(name: string, keyField: string): boolean {
  const folded = name.toLowerCase();
  return folded === keyField.toLowerCase() || SYSTEM_FIELDS.has(folded);
}

const indexes = new WeakMap<TaskShape, Map<string, TaskField>>();

/** The field of that API name, whatever its case; undefined when this user can't see it. */
export function findField(shape: TaskShape, name: string): TaskField | undefined {
  let index = indexes.get(shape);
  if (!index) {
    index = new Map(
      Object.entries(shape.fields).map(([apiName, field]) => [apiName.toLowerCase(), field])
    );
    indexes.set(shape, index);
  }
  return index.get(name.toLowerCase());
}

/** Why this user can't have a mapping write the field; undefined: can. */
export function fieldProblem(
  shape: TaskShape,
  name: string,
  keyField: string
): Extract<IssueType, 'reserved_field' | 'field_hidden' | 'not_writable'> | undefined {
  if (isReservedField(name, keyField)) return 'reserved_field';
  const field = findField(shape, name);
  if (!field) return 'field_hidden';
  return field.createable || field.updateable ? undefined : 'not_writable';
}
