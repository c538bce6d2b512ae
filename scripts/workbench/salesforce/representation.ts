import { createHash } from 'node:crypto';
import type { Org } from './org';
import type { FieldSchema, ObjectSchema, PicklistValue } from './schema';
import type { OrgUser } from './orgTypes';

/** The record type of objects without record types. */
export const masterRecordType = '012000000000000AAA';

export const etag = (value: unknown): string =>
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
