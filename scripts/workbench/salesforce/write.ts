import { bodyError, collision, listError, recordErrors } from './errors';
import type { RecordError, Refusal } from './errors';
import { checkReference, checkValue, coerce } from './fieldValue';
import { evaluateFormula } from './formula';
import { normalizeId } from './ids';
import type { Org, OrgUser, StoredRecord } from './org';
import type { FieldSchema, FieldValue, ObjectSchema } from './schema';

export type WriteOutcome = { ok: true; record: StoredRecord } | Refusal;

export interface WriteInput {
  apiName?: unknown;
  fields?: unknown;
}

type Values = Record<string, FieldValue>;

/**
 * Creates a record, wholly or not at all.
 * @param options.seed field-level security and validation rules are left out: the org's own first records
 */
export function createRecord(
  org: Org,
  user: OrgUser,
  input: WriteInput,
  options: { seed?: boolean } = {}
): WriteOutcome {
  const object = typeof input.apiName === 'string' ? org.object(input.apiName) : undefined;
  if (!object) return bodyError(`Object ${String(input.apiName)} does not exist.`);
  if (!org.objectAccess(user, object).create && !options.seed)
    return listError(
      403,
      'INSUFFICIENT_ACCESS',
      `You don't have access to create ${object.label} records. Ask your administrator for help or to request access.`
    );
  const read = readFields(org, user, object, input.fields, options.seed ? 'seed' : 'create');
  if ('ok' in read) return read;

  const values: Values = {};
  for (const field of object.fields.values()) {
    const preset =
      field.dataType === 'Boolean' ? (field.defaultValue ?? false) : field.defaultValue;
    if (preset !== undefined && field.createable) values[field.apiName] = preset;
  }
  if (object.fields.has('OwnerId')) values['OwnerId'] = user.recordId;
  Object.assign(values, read.values);

  const refusal = checkRecord(org, object, values, Object.keys(values), undefined, options.seed);
  if (refusal) return refusal;

  const id = org.nextId(object);
  const now = org.now();
  const record: StoredRecord = {
    id,
    object: object.apiName,
    deleted: false,
    values: withoutNulls({
      ...values,
      ...autoNumbers(org, object),
      Id: id,
      CreatedDate: now,
      CreatedById: user.recordId,
      LastModifiedDate: now,
      LastModifiedById: user.recordId,
      SystemModstamp: now
    })
  };
  derive(org, object, record);
  org.records.set(id, record);
  if (!options.seed)
    org.changed({
      kind: 'created',
      object: object.apiName,
      id,
      fields: Object.keys(record.values),
      by: user.username
    });
  return { ok: true, record };
}

/** Updates a record, wholly or not at all. No fields at all is a success that changes nothing else. */
export function updateRecord(
  org: Org,
  user: OrgUser,
  id: string,
  input: WriteInput,
  ifUnmodifiedSince?: string
): WriteOutcome {
  const found = findRecord(org, user, id);
  if ('ok' in found) return found;
  const { record, object } = found;
  if (!org.objectAccess(user, object).edit)
    return listError(
      403,
      'INSUFFICIENT_ACCESS',
      "You don't have access to this record. Ask your administrator for help or to request access."
    );
  const read = readFields(org, user, object, input.fields, 'update');
  if ('ok' in read) return read;

  const since = ifUnmodifiedSince === undefined ? Number.NaN : Date.parse(ifUnmodifiedSince);
  if (Date.parse(String(record.values['LastModifiedDate'])) > since) return collision();

  const values = { ...record.values, ...read.values };
  const refusal = checkRecord(org, object, values, Object.keys(read.values), record);
  if (refusal) return refusal;

  const before = record.values;
  record.values = withoutNulls({
    ...values,
    LastModifiedDate: org.now(),
    LastModifiedById: user.recordId,
    SystemModstamp: org.now()
  });
  derive(org, object, record);
  const names = new Set([...Object.keys(before), ...Object.keys(record.values)]);
  org.changed({
    kind: 'updated',
    object: object.apiName,
    id: record.id,
    fields: [...names]
      .sort()
      .filter((name) => (before[name] ?? null) !== (record.values[name] ?? null)),
    by: user.username
  });
  return { ok: true, record };
}

export function deleteRecord(org: Org, user: OrgUser, id: string): WriteOutcome {
  const found = findRecord(org, user, id);
  if ('ok' in found) return found;
  const { record, object } = found;
  if (!org.objectAccess(user, object).delete)
    return listError(
      403,
      'INSUFFICIENT_ACCESS',
      "You don't have access to delete this record. Ask your administrator for help or to request access."
    );
  record.deleted = true;
  org.changed({
    kind: 'deleted',
    object: object.apiName,
    id: record.id,
    fields: [],
    by: user.username
  });
  return { ok: true, record };
}

/** A live record of an object this user may read. */
export function findRecord(
  org: Org,
  user: OrgUser,
  id: string
): { record: StoredRecord; object: ObjectSchema } | Refusal {
  const whole = normalizeId(id);
  const record = whole ? org.records.get(whole) : undefined;
  const object = record && org.object(record.object);
  if (!record || !object || !org.objectAccess(user, object).read)
    return listError(404, 'NOT_FOUND', 'The requested resource does not exist');
  if (record.deleted) return listError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  return { record, object };
}

/** The request's fields, understood; nothing is said yet about whether the record may be like that. */
function readFields(
  org: Org,
  user: OrgUser,
  object: ObjectSchema,
  fields: unknown,
  mode: 'create' | 'update' | 'seed'
): { values: Values } | Refusal {
  if (fields === undefined || fields === null) return { values: {} };
  if (typeof fields !== 'object' || Array.isArray(fields))
    return bodyError('Record input fields must be a map.');
  const values: Values = {};
  const locked: string[] = [];
  for (const [name, given] of Object.entries(fields)) {
    // An Id among the fields of an update names the record once more.
    if (name === 'Id' && mode === 'update') continue;
    const field = object.fields.get(name);
    const access = field && org.fieldAccess(user, object, field);
    if (!field || (mode !== 'seed' && !access?.read))
      return bodyError(`Field ${name} does not exist.`);
    const coerced = coerce(field, object.apiName, given);
    if ('parseError' in coerced) return bodyError(coerced.parseError);
    if (mode !== 'seed' && !access?.[mode]) locked.push(name);
    values[name] = coerced.value;
  }
  if (locked.length > 0)
    return recordErrors([
      {
        errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
        message: `Unable to create/update fields: ${locked.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`
      }
    ]);
  return { values };
}

/** Everything that can refuse the record as it would be. `values` is brought to its stored form on the way. */
function checkRecord(
  org: Org,
  object: ObjectSchema,
  values: Values,
  given: string[],
  before: StoredRecord | undefined,
  seed = false
): Refusal | undefined {
  const errors: RecordError[] = [];
  for (const name of given) {
    const field = object.fields.get(name);
    const value = values[name] ?? null;
    if (!field) continue;
    const trouble = checkValue(field, value);
    if (trouble) errors.push(trouble);
    if (field.dataType === 'Boolean' && value === null)
      errors.push({
        errorCode: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
        message: `${field.label}: value not of required type: null`,
        field
      });
    if (field.dataType === 'Reference' && typeof value === 'string') {
      const checked = checkReference(field, value, (id) => {
        const target = org.records.get(id);
        return target && !target.deleted ? target.object : undefined;
      });
      if ('id' in checked) values[name] = checked.id;
      else errors.push(checked);
    }
  }
  for (const field of object.fields.values()) {
    const mustBeThere = field.required && (!before || given.includes(field.apiName));
    if (mustBeThere && field.dataType !== 'Boolean' && (values[field.apiName] ?? null) === null)
      errors.push({
        errorCode: 'REQUIRED_FIELD_MISSING',
        message: `Required fields are missing: [${field.apiName}]`,
        field,
        constituentField: field.apiName
      });
  }
  const leadWithWhat = errors.length === 0 && taskOfLeadWithWhat(org, object, values);
  if (leadWithWhat) errors.push(leadWithWhat);
  // Rules see a record whose fields are sound; unique indexes are the database's, and come last.
  if (errors.length === 0 && !seed) errors.push(...brokenRules(org, object, values));
  if (errors.length === 0) errors.push(...duplicates(org, object, values, before));
  return errors.length > 0 ? recordErrors(errors) : undefined;
}

function taskOfLeadWithWhat(
  org: Org,
  object: ObjectSchema,
  values: Values
): RecordError | undefined {
  const what = object.fields.get('WhatId');
  const who = values['WhoId'];
  if (object.apiName !== 'Task' || !what || !values['WhatId'] || typeof who !== 'string')
    return undefined;
  return org.records.get(who)?.object === 'Lead'
    ? {
        errorCode: 'FIELD_INTEGRITY_EXCEPTION',
        message: "Related To ID: a lead's task can't be related to another record",
        field: what
      }
    : undefined;
}

function brokenRules(org: Org, object: ObjectSchema, values: Values): RecordError[] {
  const seen: Values = {};
  for (const field of object.fields.values()) seen[field.apiName] = values[field.apiName] ?? null;
  return object.validationRules
    .filter((rule) => org.ruleIsActive(rule.name))
    .filter((rule) => evaluateFormula(rule.formula, seen) === true)
    .map((rule) => ({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: rule.errorMessage,
      field: rule.errorDisplayField ? object.fields.get(rule.errorDisplayField) : undefined
    }));
}

function duplicates(
  org: Org,
  object: ObjectSchema,
  values: Values,
  before: StoredRecord | undefined
): RecordError[] {
  const same = (field: FieldSchema, left: FieldValue, right: FieldValue): boolean =>
    field.caseSensitive
      ? left === right
      : String(left).toLowerCase() === String(right).toLowerCase();
  return [...object.fields.values()].flatMap((field) => {
    const value = values[field.apiName] ?? null;
    if (!field.unique || value === null) return [];
    const twin = org
      .recordsOf(object.apiName)
      .find(
        (one) => one.id !== before?.id && same(field, one.values[field.apiName] ?? null, value)
      );
    if (!twin) return [];
    return [
      {
        errorCode: 'DUPLICATE_VALUE',
        message: `duplicate value found: ${field.apiName} duplicates value on record with id: ${twin.id.slice(0, 15)}`,
        field: org.settings.duplicatePlacement === 'fieldErrors' ? field : undefined
      }
    ];
  });
}

function autoNumbers(org: Org, object: ObjectSchema): Values {
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
function derive(org: Org, object: ObjectSchema, record: StoredRecord): void {
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
}

/** Account or opportunity of Related To, else the contact's account (Object Reference, Task.AccountId). */
function accountOfTask(org: Org, values: Values): FieldValue {
  const what = org.records.get(String(values['WhatId'] ?? ''));
  if (what?.object === 'Account') return what.id;
  if (what?.object === 'Opportunity') return what.values['AccountId'] ?? null;
  const who = org.records.get(String(values['WhoId'] ?? ''));
  return who?.object === 'Contact' ? (who.values['AccountId'] ?? null) : null;
}

function withoutNulls(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
