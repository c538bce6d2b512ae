import type { AttributeValue } from 'c/interaction';
import { leftOut } from './coerced';
import type { Coerced } from './coerced';
import { fitDate, fitDateTime, fitTime } from './date';
import { fitBoolean, fitNumber } from './number';
import { fitMultiPicklist, fitPicklist } from './picklist';
import { fitRecordId } from './recordId';
import type { TaskField } from './taskShape';
import { fitEmail, fitText, fitWebAddress } from './text';

export interface CoerceOptions {
  mayCut: boolean;
  timeZone?: string | undefined;
}

/** A value that is not empty, as the field takes it. Never throws. */
export type Coercer = (value: AttributeValue, field: TaskField, options: CoerceOptions) => Coerced;

const cuttable: Coercer = (value, field, { mayCut }) =>
  fitText(String(value), field.length, mayCut);
/** Half a phone number leads somewhere else: left out instead of cut. */
const whole: Coercer = (value, field) => fitText(String(value), field.length, false);
const number: Coercer = (value, field) => fitNumber(value, undefined, field);
const picklist: Coercer = (value, field) =>
  fitPicklist(String(value), field.picklist, field.length);

/** By UI API data type, lower case: a REST describe spells them so. */
const COERCERS: ReadonlyMap<string, Coercer> = new Map<string, Coercer>([
  ['string', cuttable],
  ['textarea', cuttable],
  ['encryptedstring', cuttable],
  ['combobox', cuttable],
  ['email', (value, field) => fitEmail(String(value), field.length)],
  ['url', (value, field) => fitWebAddress(String(value), field.length)],
  ['phone', whole],
  ['int', (value, field) => fitNumber(value, 'int', field)],
  ['long', number],
  ['double', number],
  ['currency', number],
  ['percent', (value, field) => fitNumber(value, 'percent', field)],
  ['boolean', fitBoolean],
  ['date', (value, _field, { timeZone }) => fitDate(value, timeZone)],
  ['datetime', fitDateTime],
  ['time', fitTime],
  ['picklist', picklist],
  [
    'multipicklist',
    (value, field) => fitMultiPicklist(String(value), field.picklist, field.length)
  ],
  ['reference', (value, field) => fitRecordId(String(value), field.referenceTo)]
]);

const unsupported: Coercer = () => leftOut('unsupported_type');

export function coercerOf(field: TaskField | undefined): Coercer {
  return (field && COERCERS.get(field.dataType.toLowerCase())) ?? unsupported;
}

/** Would part of a value still be of use in this field? */
export function isCuttable(field: TaskField): boolean {
  return COERCERS.get(field.dataType.toLowerCase()) === cuttable;
}

const TEXT = ['string', 'textarea', 'encryptedstring', 'combobox', 'picklist'];
const NUMBERS = ['int', 'long', 'double', 'currency', 'percent'];
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  string: [...TEXT, 'multipicklist', 'email', 'url', 'phone', 'reference'],
  number: [...TEXT, ...NUMBERS],
  boolean: [...TEXT, 'boolean'],
  datetime: [...TEXT, 'datetime', 'date'],
  any: [...COERCERS.keys()]
};

/**
 * Can the field ever hold such an attribute? `any` is for participant data: text that may
 * spell a number, a date or a record id.
 */
export function canHold(
  field: TaskField,
  attributeType: 'string' | 'number' | 'boolean' | 'datetime' | 'any'
): boolean {
  return HOLDERS[attributeType]?.includes(field.dataType.toLowerCase()) ?? false;
}
