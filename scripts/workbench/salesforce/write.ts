import { bodyError, collision, listError, notFound, recordErrors } from './errors';
import type { Refusal } from './errors';
import { checkRecord } from './checkRecord';
import { autoNumbers, derive } from './derivedValues';
import { coerce } from './fieldValue';
import { normalizeId } from './ids';
import type { Org } from './org';
import type { FieldValue, ObjectSchema } from './schema';
import { isShared, lostOnRead, lostOnWrite, mayChange, readOnly } from './sharing';
import type { OrgUser, StoredRecord } from './orgTypes';

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

  const refusal = checkRecord(org, user, object, values, Object.keys(values), {
    write: options.seed ? 'seed' : 'create'
  });
  if (refusal) return refusal;
  const owner = object.apiName === 'Task' && !options.seed ? org.newTaskOwner : undefined;
  if (owner !== undefined) values['OwnerId'] = org.ownerId(owner) ?? user.recordId;

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
  const found = findForWriting(org, user, id);
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
  if (Date.parse(String(record.values['LastModifiedDate'])) > since)
    return collision(org.nameOfUser(String(record.values['LastModifiedById'])));

  const values = { ...record.values, ...read.values };
  const refusal = checkRecord(org, user, object, values, Object.keys(read.values), {
    write: 'update',
    before: record
  });
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
  const found = findForWriting(org, user, id);
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

type Found = { record: StoredRecord; object: ObjectSchema };

/** A live record that this user may read. One merged away may be readable, to tell its winner. */
export function findRecord(org: Org, user: OrgUser, id: string): Found | Refusal {
  const found = findEvenDeleted(org, user, id);
  if (!found) return notFound();
  const { deleted, values } = found.record;
  const isMerged = Boolean(values['MasterRecordId']);
  if (deleted && !(isMerged && org.settings.mergedRecord === 'readable')) return notFound();
  return isShared(org, user, found.record) ? found : lostOnRead(org);
}

/** Of a deleted record writes say so, reads don't. */
function findForWriting(org: Org, user: OrgUser, id: string): Found | Refusal {
  const found = findEvenDeleted(org, user, id);
  if (!found) return notFound();
  if (found.record.deleted)
    return recordErrors([{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }]);
  if (!isShared(org, user, found.record)) return lostOnWrite(org);
  const access = org.objectAccess(user, found.object);
  // Who may change no record of the object is told that, later.
  if (!access.edit && !access.delete) return found;
  return mayChange(org, user, found.record) ? found : readOnly();
}

function findEvenDeleted(org: Org, user: OrgUser, id: string): Found | undefined {
  const whole = normalizeId(id);
  const record = whole ? org.records.get(whole) : undefined;
  const object = record && org.object(record.object);
  return record && object && org.objectAccess(user, object).read ? { record, object } : undefined;
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

function withoutNulls(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
