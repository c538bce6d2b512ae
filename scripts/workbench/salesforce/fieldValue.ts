import { normalizeId } from './ids';
import type { RecordError } from './errors';
import type { DataType, FieldSchema, FieldValue } from './schema';

export type Coercion = { value: FieldValue } | { parseError: string };

const numbers: DataType[] = ['Int', 'Double', 'Currency', 'Percent'];

/**
 * What the server makes of a JSON value before it looks at the record. Text is trimmed, and empty text is
 * nothing; a numeric *string* is read the way Java's integer-only NumberFormat does: cut, not rounded.
 */
export function coerce(field: FieldSchema, objectName: string, value: unknown): Coercion {
  if (value === null || value === undefined) return { value: null };
  const wrong = (expected: string): Coercion => ({
    parseError: `Value for field '${field.apiName}' in object '${objectName}' with data type '${field.dataType.toUpperCase()}' should be a ${expected} but instead is a ${javaType(value)}.`
  });
  if (typeof value === 'object') return wrong(expectedType(field.dataType));
  if (field.dataType === 'Boolean')
    return typeof value === 'boolean' ? { value } : wrong('Boolean');
  if (numbers.includes(field.dataType)) {
    if (typeof value === 'boolean') return wrong(expectedType(field.dataType));
    if (typeof value === 'number') {
      if (field.dataType === 'Int' && !Number.isInteger(value)) return wrong('Integer');
      // Decimals beyond the field's scale are kept, and rounded only where they are shown.
      return { value };
    }
    const typed = String(value).trim();
    if (typed === '') return { value: null };
    const digits = /^-?\d[\d,]*/.exec(typed)?.[0];
    return digits
      ? { value: Number(digits.replaceAll(',', '')) }
      : { parseError: `Unparseable number: "${String(value)}"` };
  }
  if (typeof value !== 'string') return wrong('String');
  const trimmed = value.trim();
  if (trimmed === '') return { value: null };
  if (field.dataType === 'Date') {
    return isDate(trimmed) ? { value: trimmed } : { parseError: `Unparseable date: "${value}"` };
  }
  if (field.dataType === 'DateTime') {
    const moment = dateTime(trimmed);
    return moment ? { value: moment } : { parseError: `Unparseable date: "${value}"` };
  }
  return { value: trimmed };
}

/** What is wrong with a value by itself; the record is not needed. */
export function checkValue(field: FieldSchema, value: FieldValue): RecordError | undefined {
  if (value === null) return undefined;
  const refuse = (errorCode: string, message: string): RecordError => ({
    errorCode,
    message: `${field.label}: ${message}`,
    field
  });
  if (typeof value === 'number') {
    // Int has no scale; precision counts the digits on both sides of the point.
    const whole = field.precision - field.scale;
    return whole > 0 && Math.abs(value) >= 10 ** whole
      ? refuse(
          'NUMBER_OUTSIDE_VALID_RANGE',
          `value outside of valid range on numeric field: ${value}`
        )
      : undefined;
  }
  if (typeof value !== 'string') return undefined;
  if (field.dataType === 'Reference') return undefined;
  if (field.picklist?.restricted) {
    const allowed = field.picklist.values.map((one) => one.value);
    const given = field.dataType === 'MultiPicklist' ? value.split(';') : [value];
    const bad = given.filter((one) => !allowed.includes(one));
    if (bad.length > 0)
      return refuse(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `bad value for restricted picklist field: ${bad.join(';')}`
      );
  }
  if (field.length > 0 && value.length > field.length)
    return refuse('STRING_TOO_LONG', `data value too large: ${value} (max length=${field.length})`);
  if (field.dataType === 'Email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value))
    return refuse('INVALID_EMAIL_ADDRESS', `invalid email address: ${value}`);
  return undefined;
}

/** What a reference leads to: a record of an object, nothing, or something that can't be used. */
export type Target = { object: string } | 'none' | 'deleted' | 'not_shared';

/** A reference's id in 18 characters, or what is wrong with it. */
export function checkReference(
  field: FieldSchema,
  value: string,
  targetOf: (id: string) => Target
): { id: string } | RecordError {
  const id = normalizeId(value);
  if (!id)
    return {
      errorCode: 'MALFORMED_ID',
      message: `${field.label}: id value of incorrect type: ${value}`,
      field
    };
  const target = targetOf(id);
  if (target === 'none')
    return {
      errorCode: 'INVALID_CROSS_REFERENCE_KEY',
      message: 'invalid cross reference id',
      field
    };
  if (target === 'deleted')
    return { errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', field };
  if (target === 'not_shared')
    return {
      errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      message: 'insufficient access rights on cross-reference id',
      field
    };
  return field.referenceTo.includes(target.object)
    ? { id }
    : {
        errorCode: 'FIELD_INTEGRITY_EXCEPTION',
        message: `${field.label}: id value of incorrect type: ${value}`,
        field
      };
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

/** ISO 8601 with a zone → UTC, to the second. */
function dateTime(value: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value))
    return undefined;
  const moment = Date.parse(value);
  return Number.isNaN(moment)
    ? undefined
    : new Date(Math.floor(moment / 1000) * 1000).toISOString();
}

function expectedType(dataType: DataType): string {
  if (dataType === 'Boolean') return 'Boolean';
  if (dataType === 'Int') return 'Integer';
  return numbers.includes(dataType) ? 'Double' : 'String';
}

function javaType(value: unknown): string {
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  if (typeof value === 'string') return 'String';
  return Array.isArray(value) ? 'ArrayList' : 'LinkedHashMap';
}
