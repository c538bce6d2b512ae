import { evaluateFormula } from './formula';
import type { Org } from './org';
import type { FieldValue, ObjectSchema } from './schema';
import type { StoredRecord } from './orgTypes';

type Values = Record<string, FieldValue>;

export function autoNumbers(org: Org, object: ObjectSchema): Values {
  const values: Values = {};
  for (const field of object.fields.values()) {
    if (!field.autoNumber) continue;
    const first = object.apiName === 'Case' ? 1041 : 1;
    const number = org.nextNumber(`${object.apiName}.${field.apiName}`, first);
    values[field.apiName] = field.autoNumber.replace(/\{(0+)\}/, (_match, zeros: string) =>
      String(number).padStart(zeros.length, '0')
    );
  }
  return values;
}

/** Fields the platform fills in by itself. */
export function derive(org: Org, object: ObjectSchema, record: StoredRecord): void {
  const { values } = record;
  const set = (name: string, value: FieldValue): void => {
    if (value === null) delete values[name];
    else values[name] = value;
  };
  if (object.fields.has('LastName') && object.fields.has('Name'))
    set('Name', [values['FirstName'], values['LastName']].filter(Boolean).join(' '));
  else if (object.custom && !values['Name']) set('Name', record.id);

  const status = values['Status'] ?? values['StageName'];
  const picklist = (object.fields.get('Status') ?? object.fields.get('StageName'))?.picklist;
  const closed = picklist?.values.find((one) => one.value === status)?.closed ?? false;
  if (object.fields.has('IsClosed')) set('IsClosed', closed);
  if (object.fields.has('ClosedDate'))
    set('ClosedDate', closed ? (values['ClosedDate'] ?? org.now()) : null);
  if (object.apiName === 'Task') {
    set('IsHighPriority', values['Priority'] === 'High');
    set('IsArchived', false);
    set('CompletedDateTime', closed ? (values['CompletedDateTime'] ?? org.now()) : null);
    set('AccountId', accountOfTask(org, values));
  }
  for (const { apiName, formula } of object.fields.values())
    if (formula !== undefined)
      set(apiName, evaluateFormula(formula, seenByFormulas(object, values)));
}

export function seenByFormulas(object: ObjectSchema, values: Values): Values {
  return Object.fromEntries([...object.fields.keys()].map((name) => [name, values[name] ?? null]));
}

/** Account or opportunity of Related To, else the contact's account (Object Reference, Task.AccountId). */
function accountOfTask(org: Org, values: Values): FieldValue {
  const what = org.records.get(String(values['WhatId'] ?? ''));
  if (what?.object === 'Account') return what.id;
  if (what?.object === 'Opportunity') return what.values['AccountId'] ?? null;
  const who = org.records.get(String(values['WhoId'] ?? ''));
  return who?.object === 'Contact' ? (who.values['AccountId'] ?? null) : null;
}
