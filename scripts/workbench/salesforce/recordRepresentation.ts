import { listError, type Refusal } from './errors';
import { displayValue } from './display';
import type { Org } from './org';
import type { FieldSchema, ObjectSchema } from './schema';
import { maySee } from './sharing';
import type { OrgUser, StoredRecord } from './orgTypes';
import { etag, visibleFields } from './representation';

export interface RecordRepresentation {
  apiName: string;
  childRelationships: Record<string, never>;
  eTag: string;
  fields: Record<string, { displayValue: string | null; value: unknown }>;
  id: string;
  lastModifiedById: string | null;
  lastModifiedDate: string | null;
  recordTypeId: null;
  recordTypeInfo: null;
  systemModstamp: string | null;
  weakEtag: number;
}

/** UI API RecordRepresentation with exactly these fields (paths without the object's name: `Who.Name`). */
export function representRecord(
  org: Org,
  user: OrgUser,
  object: ObjectSchema,
  record: StoredRecord,
  paths: string[]
): RecordRepresentation {
  const fields: RecordRepresentation['fields'] = {};
  const nested = new Map<string, string[]>();
  for (const path of paths) {
    const [name = '', ...rest] = path.split('.');
    if (rest.length > 0) nested.set(name, [...(nested.get(name) ?? []), rest.join('.')]);
    else {
      const field = object.fields.get(name);
      const value = record.values[name] ?? null;
      if (field) fields[name] = { displayValue: displayValue(field, value, user), value };
    }
  }
  for (const [relationship, rest] of nested) {
    const reference = referenceBehind(object, relationship);
    const target = reference && org.records.get(String(record.values[reference.apiName] ?? ''));
    const targetObject = target && org.object(target.object);
    fields[relationship] =
      target && targetObject && !target.deleted && maySee(org, user, target)
        ? {
            displayValue: nameOf(targetObject, target),
            value: representRecord(org, user, targetObject, target, ['Id', ...rest])
          }
        : { displayValue: null, value: null };
  }
  const stamp = text(record.values['SystemModstamp']);
  return {
    apiName: object.apiName,
    childRelationships: {},
    eTag: etag(fields),
    fields,
    id: record.id,
    lastModifiedById: text(record.values['LastModifiedById']),
    lastModifiedDate: text(record.values['LastModifiedDate']),
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: stamp,
    weakEtag: stamp ? Date.parse(stamp) : 0
  };
}

/** All a user may see of a record, with the names of the records it points to. */
export function wholeRecordPaths(org: Org, user: OrgUser, object: ObjectSchema): string[] {
  return visibleFields(org, user, object).flatMap((field) =>
    field.relationshipName && field.referenceTo.length > 0
      ? [field.apiName, `${field.relationshipName}.Name`]
      : [field.apiName]
  );
}

/**
 * `Task.Subject,Task.Who.Name` → paths, or a refusal that names the first field this user can't see.
 * @param optional fields of `optionalFields`: those that can't be seen are left out
 */
export function readPaths(
  org: Org,
  user: OrgUser,
  object: ObjectSchema,
  required: string[],
  optional: string[]
): { paths: string[] } | Refusal {
  const paths: string[] = [];
  for (const qualified of [...required, ...optional]) {
    const [prefix, ...rest] = qualified.split('.');
    const path = rest.join('.');
    if (prefix === object.apiName && isVisiblePath(org, user, object, rest)) paths.push(path);
    else if (required.includes(qualified))
      return listError(
        400,
        'INVALID_FIELD',
        `No such column '${path || qualified}' on entity '${object.apiName}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`
      );
  }
  return { paths: [...new Set(paths)] };
}

function isVisiblePath(org: Org, user: OrgUser, object: ObjectSchema, path: string[]): boolean {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const field = object.fields.get(name);
    return field !== undefined && org.fieldAccess(user, object, field).read;
  }
  const reference = referenceBehind(object, name);
  if (!reference || !org.fieldAccess(user, object, reference).read) return false;
  // Of a record that may be of several objects, the Name pseudo-object shows what they share.
  return reference.referenceTo.some((target) => {
    const targetObject = org.object(target);
    return targetObject !== undefined && isVisiblePath(org, user, targetObject, rest);
  });
}

export function referenceBehind(
  object: ObjectSchema,
  relationship: string
): FieldSchema | undefined {
  return [...object.fields.values()].find((field) => field.relationshipName === relationship);
}

export function nameOf(object: ObjectSchema, record: StoredRecord): string | null {
  const field = [...object.fields.values()].find((one) => one.nameField);
  return field ? text(record.values[field.apiName]) : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
