import { createHash } from 'node:crypto';
import { listError } from './errors';
import type { Refusal } from './errors';
import { displayValue } from './display';
import type { Org } from './org';
import type { FieldSchema, ObjectSchema, PicklistValue } from './schema';
import { maySee } from './sharing';
import type { OrgUser, StoredRecord } from './orgTypes';

/** The record type of objects without record types. */
export const masterRecordType = '012000000000000AAA';

const etag = (value: unknown): string =>
  createHash('md5').update(JSON.stringify(value)).digest('hex');

/** UI API ObjectInfoRepresentation: only what this user may see is in it. */
export function objectInfo(org: Org, user: OrgUser, object: ObjectSchema) {
  const access = org.objectAccess(user, object);
  const fields = Object.fromEntries(
    visibleFields(org, user, object).map((field) => [
      field.apiName,
      fieldInfo(org, user, object, field)
    ])
  );
  const info = {
    apiName: object.apiName,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: [],
    createable: access.create,
    custom: object.custom,
    defaultRecordTypeId: masterRecordType,
    deletable: access.delete,
    dependentFields: {},
    feedEnabled: false,
    fields,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: true,
    nameFields: object.nameFields,
    queryable: true,
    recordTypeInfos: {
      [masterRecordType]: {
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
        name: 'Master',
        recordTypeId: masterRecordType
      }
    },
    searchLayoutable: true,
    searchable: true,
    themeInfo: null,
    updateable: access.edit
  };
  return { eTag: etag(info), ...info };
}

function fieldInfo(org: Org, user: OrgUser, object: ObjectSchema, field: FieldSchema) {
  const access = org.fieldAccess(user, object, field);
  return {
    apiName: field.apiName,
    calculated: field.calculated,
    compound:
      field.apiName === 'Name' && (object.nameFields.length > 1 || object.apiName === 'Account'),
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: null,
    controllingFields: [],
    createable: access.create,
    custom: field.custom,
    dataType: field.dataType === 'Id' ? 'Reference' : field.dataType,
    defaultValue: field.dataType === 'Boolean' ? (field.defaultValue ?? false) : null,
    defaultedOnCreate: field.defaultValue !== undefined || field.apiName === 'OwnerId',
    digits: field.dataType === 'Int' ? field.precision : 0,
    externalId: field.externalId,
    extraTypeInfo: field.extraTypeInfo,
    filterable: isFilterable(field),
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.dataType === 'Url',
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.nameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.dataType === 'Int' ? 0 : field.precision,
    reference: field.dataType === 'Reference',
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((apiName) => ({
      apiName,
      nameFields: org.object(apiName)?.nameFields ?? []
    })),
    relationshipName: field.relationshipName,
    required: field.required && field.createable,
    scale: field.scale,
    searchPrefilterable: field.dataType === 'Reference',
    sortable: isFilterable(field),
    unique: field.unique,
    updateable: access.update
  };
}

/** Long text can be neither searched by value nor sorted. */
export function isFilterable(field: FieldSchema): boolean {
  return !(field.dataType === 'TextArea' && field.length > 255);
}

export function visibleFields(org: Org, user: OrgUser, object: ObjectSchema): FieldSchema[] {
  return [...object.fields.values()].filter((field) => org.fieldAccess(user, object, field).read);
}

/** UI API PicklistValuesCollectionRepresentation. */
export function picklistValues(org: Org, user: OrgUser, object: ObjectSchema) {
  const fields = visibleFields(org, user, object).filter(hasPicklist);
  const picklistFieldValues = Object.fromEntries(
    fields.map((field) => [field.apiName, picklistOf(object, field)])
  );
  return { eTag: etag(picklistFieldValues), picklistFieldValues };
}

/** UI API PicklistValuesRepresentation of one field; undefined when it is no picklist or not visible. */
export function fieldPicklist(org: Org, user: OrgUser, object: ObjectSchema, apiName: string) {
  const field = visibleFields(org, user, object).find((one) => one.apiName === apiName);
  return field && hasPicklist(field) ? picklistOf(object, field) : undefined;
}

function hasPicklist(field: FieldSchema): boolean {
  return field.picklist !== undefined && field.dataType !== 'ComboBox';
}

/** Standard picklists whose values carry more than a label. */
const attributes: Record<string, (value: PicklistValue) => object> = {
  'Task.Status': ({ closed = false }) => ({
    picklistAtrributesValueType: 'TaskStatus',
    closed
  }),
  'Task.Priority': ({ value }) => ({
    picklistAtrributesValueType: 'TaskPriority',
    highPriority: value === 'High'
  }),
  'Case.Status': ({ closed = false }) => ({ picklistAtrributesValueType: 'CaseStatus', closed }),
  'Lead.Status': ({ value }) => ({
    picklistAtrributesValueType: 'LeadStatus',
    converted: value === 'Closed - Converted'
  }),
  'Opportunity.StageName': ({ value, closed = false }) => ({
    picklistAtrributesValueType: 'OpportunityStage',
    closed,
    defaultProbability: probabilities[value] ?? 0,
    forecastCategoryName: closed ? (value === 'Closed Won' ? 'Closed' : 'Omitted') : 'Pipeline',
    won: value === 'Closed Won'
  })
};

const probabilities: Record<string, number> = {
  Prospecting: 10,
  Qualification: 10,
  'Proposal/Price Quote': 75,
  'Negotiation/Review': 90,
  'Closed Won': 100,
  'Closed Lost': 0
};

function picklistOf(object: ObjectSchema, field: FieldSchema) {
  const attributesOf = attributes[`${object.apiName}.${field.apiName}`];
  const values = (field.picklist?.values ?? []).map((one) => ({
    attributes: attributesOf?.(one) ?? null,
    label: one.label,
    validFor: [],
    value: one.value
  }));
  const preset = values.find((one) => one.value === field.defaultValue) ?? null;
  return {
    controllerValues: {},
    defaultValue: preset,
    eTag: etag(values),
    url: `/services/data/v66.0/ui-api/object-info/${object.apiName}/picklist-values/${masterRecordType}/${field.apiName}`,
    values
  };
}

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
