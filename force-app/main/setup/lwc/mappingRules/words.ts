import type { AttributeDataType } from 'c/interaction';
import { format } from 'c/softphoneWords';
import type { TaskField } from 'c/taskDraft';
import checkbox from '@salesforce/label/c.Mapping_Type_Checkbox';
import currency from '@salesforce/label/c.Mapping_Type_Currency';
import date from '@salesforce/label/c.Mapping_Type_Date';
import dateTime from '@salesforce/label/c.Mapping_Type_Date_Time';
import email from '@salesforce/label/c.Mapping_Type_Email';
import lookup from '@salesforce/label/c.Mapping_Type_Lookup';
import multiPicklist from '@salesforce/label/c.Mapping_Type_Multi_Picklist';
import number from '@salesforce/label/c.Mapping_Type_Number';
import percent from '@salesforce/label/c.Mapping_Type_Percent';
import phone from '@salesforce/label/c.Mapping_Type_Phone';
import picklist from '@salesforce/label/c.Mapping_Type_Picklist';
import text from '@salesforce/label/c.Mapping_Type_Text';
import textArea from '@salesforce/label/c.Mapping_Type_Text_Area';
import time from '@salesforce/label/c.Mapping_Type_Time';
import url from '@salesforce/label/c.Mapping_Type_Url';
import callbackAddress from '@salesforce/label/c.Mapping_Problem_Callback_Address';
import duplicate from '@salesforce/label/c.Mapping_Problem_Duplicate';
import fieldHidden from '@salesforce/label/c.Mapping_Problem_Field_Hidden';
import notWritable from '@salesforce/label/c.Mapping_Problem_Not_Writable';
import reservedField from '@salesforce/label/c.Mapping_Problem_Reserved_Field';
import tooShort from '@salesforce/label/c.Mapping_Problem_Too_Short';
import unknownAttribute from '@salesforce/label/c.Mapping_Problem_Unknown_Attribute';
import wrongType from '@salesforce/label/c.Mapping_Problem_Wrong_Type';
import type { MappingProblem, MappingProblemType } from './checks';

const ATTRIBUTE_TYPES: Record<AttributeDataType | 'any', string> = {
  string: text,
  number,
  boolean: checkbox,
  datetime: dateTime,
  any: text
};

export function attributeTypeWords(type: AttributeDataType | 'any'): string {
  return ATTRIBUTE_TYPES[type];
}

const FIELD_TYPES: Readonly<Record<string, string>> = {
  string: text,
  encryptedstring: text,
  combobox: text,
  textarea: textArea,
  int: number,
  long: number,
  double: number,
  currency,
  percent,
  boolean: checkbox,
  date,
  datetime: dateTime,
  time,
  picklist,
  multipicklist: multiPicklist,
  reference: lookup,
  email,
  phone,
  url
};
const SIZED = ['string', 'encryptedstring', 'textarea', 'combobox'];

/** As Object Manager shows it: `Text(80)`, `Number(6, 0)`, `Lookup(Contact, Lead)`. */
export function fieldTypeWords(field: TaskField): string {
  const type = field.dataType.toLowerCase();
  const word = FIELD_TYPES[type] ?? field.dataType;
  const size = SIZED.includes(type) ? field.length : undefined;
  const digits =
    field.precision && FIELD_TYPES[type] !== lookup
      ? [field.precision - (field.scale ?? 0), field.scale ?? 0]
      : undefined;
  const detail = digits ?? field.referenceTo ?? (size ? [size] : undefined);
  return detail ? `${word}(${detail.join(', ')})` : word;
}

/** {0} limit, {1} length, {2} the other attribute. */
const PROBLEMS: Record<MappingProblemType, string> = {
  unknown_attribute: unknownAttribute,
  reserved_field: reservedField,
  field_hidden: fieldHidden,
  not_writable: notWritable,
  wrong_type: wrongType,
  duplicate_mapping: duplicate,
  too_short: tooShort,
  callback_address: callbackAddress
};

export function problemWords({ type, limit, length, other }: MappingProblem): string {
  return format(PROBLEMS[type], limit, length, other);
}
