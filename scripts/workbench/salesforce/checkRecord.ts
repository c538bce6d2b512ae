import { recordErrors } from './errors';
import type { RecordError, Refusal } from './errors';
import { seenByFormulas } from './derivedValues';
import { checkReference, checkValue } from './fieldValue';
import type { Target } from './fieldValue';
import { evaluateFormula } from './formula';
import type { Org } from './org';
import type { FieldSchema, FieldValue, ObjectSchema } from './schema';
import { maySee } from './sharing';
import type { OrgUser, StoredRecord } from './orgTypes';

type Values = Record<string, FieldValue>;

/** Everything that can refuse the record as it would be. `values` is brought to its stored form on the way. */
export function checkRecord(
  org: Org,
  user: OrgUser,
  object: ObjectSchema,
  values: Values,
  given: string[],
  { write, before }: { write: 'create' | 'update' | 'seed'; before?: StoredRecord }
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
      const checked = checkReference(field, value, (id) => targetOf(org, user, id));
      if ('id' in checked) values[name] = checked.id;
      else errors.push(placed(org, checked));
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
  if (errors.length === 0 && write !== 'seed') {
    const trigger = org.triggers.refuse(object.apiName, write);
    errors.push(...(trigger ? [trigger] : brokenRules(org, object, values)));
  }
  if (errors.length === 0) errors.push(...duplicates(org, user, object, values, before));
  return errors.length > 0 ? recordErrors(errors) : undefined;
}

function targetOf(org: Org, user: OrgUser, id: string): Target {
  const target = org.records.get(id);
  if (!target) return 'none';
  if (target.deleted) return 'deleted';
  return maySee(org, user, target) ? { object: target.object } : 'not_shared';
}

/** A deleted record's error names the reference, or nothing at all: it looks like the record's own. */
function placed(org: Org, error: RecordError): RecordError {
  const isBare =
    error.errorCode === 'ENTITY_IS_DELETED' && org.settings.deletedReference === 'errors';
  return isBare ? { errorCode: error.errorCode, message: error.message } : error;
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
  const seen = seenByFormulas(object, values);
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
  user: OrgUser,
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
    // Of a record that the user can't see not even the field is told.
    const [what, id] =
      org.settings.duplicateId === 'told' && maySee(org, user, twin)
        ? [field.apiName, twin.id.slice(0, 15)]
        : ['<unknown>', '<unknown>'];
    return [
      {
        errorCode: 'DUPLICATE_VALUE',
        message: `duplicate value found: ${what} duplicates value on record with id: ${id}`,
        field: org.settings.duplicatePlacement === 'fieldErrors' ? field : undefined
      }
    ];
  });
}
