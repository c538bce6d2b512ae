import { child, children, count, flag, text } from './metadataFile';
import type { Element } from './metadataFile';
import { plainField } from './schema';
import type { DataType, FieldSchema, FieldValue } from './schema';

/** Metadata API field type → UI API data type, with the length a type has by itself. */
const types: Record<string, { dataType: DataType; length?: number; extra?: string }> = {
  Text: { dataType: 'String' },
  TextArea: { dataType: 'TextArea', length: 255, extra: 'PlainTextArea' },
  LongTextArea: { dataType: 'TextArea', extra: 'PlainTextArea' },
  Html: { dataType: 'TextArea', extra: 'RichTextArea' },
  // A custom number is a Double even without decimals; Int is for standard fields only.
  Number: { dataType: 'Double' },
  Currency: { dataType: 'Currency' },
  Percent: { dataType: 'Percent' },
  Checkbox: { dataType: 'Boolean' },
  Date: { dataType: 'Date' },
  DateTime: { dataType: 'DateTime' },
  Phone: { dataType: 'Phone', length: 40 },
  Email: { dataType: 'Email', length: 80 },
  Url: { dataType: 'Url', length: 255 },
  Picklist: { dataType: 'Picklist', length: 255 },
  MultiselectPicklist: { dataType: 'MultiPicklist', length: 4099 },
  Lookup: { dataType: 'Reference', length: 18 },
  MasterDetail: { dataType: 'Reference', length: 18 }
};

/** One `CustomField` element → a field, or the name of a type the local org does not know. */
export function customField(
  element: Element,
  apiName: string
): { field: FieldSchema } | { unknownType: string } {
  const type = text(element, 'type') ?? '(none)';
  const known = types[type];
  if (!known) return { unknownType: type };
  const values = valueSet(element);
  const reference = text(element, 'referenceTo');
  const formula = text(element, 'formula');
  const isFormula = formula !== undefined;
  return {
    field: {
      ...plainField,
      apiName,
      custom: true,
      label: text(element, 'label') ?? apiName,
      dataType: known.dataType,
      length: known.length ?? count(element, 'length') ?? 0,
      precision: count(element, 'precision') ?? 0,
      scale: count(element, 'scale') ?? 0,
      createable: !isFormula,
      updateable: !isFormula,
      calculated: isFormula,
      ...(isFormula ? { formula } : {}),
      required: flag(element, 'required') || type === 'MasterDetail',
      unique: flag(element, 'unique'),
      caseSensitive: flag(element, 'caseSensitive'),
      externalId: flag(element, 'externalId'),
      extraTypeInfo: known.extra ?? null,
      inlineHelpText: text(element, 'inlineHelpText') ?? null,
      referenceTo: reference ? [reference] : [],
      relationshipName: reference ? apiName.replace(/__c$/, '__r') : null,
      picklist: values?.picklist,
      defaultValue:
        values?.defaultValue ?? defaultValue(known.dataType, text(element, 'defaultValue'))
    }
  };
}

function valueSet(element: Element) {
  const set = child(element, 'valueSet');
  const values = children(child(set, 'valueSetDefinition'), 'value');
  if (!set) return undefined;
  const preset = values.find((value) => flag(value, 'default'));
  return {
    defaultValue: preset && text(preset, 'fullName'),
    picklist: {
      restricted: flag(set, 'restricted'),
      values: values.map((value) => ({
        value: text(value, 'fullName') ?? '',
        label: text(value, 'label') ?? text(value, 'fullName') ?? ''
      }))
    }
  };
}

/** Default formulas are not evaluated: only the constants that field files usually carry. */
function defaultValue(dataType: DataType, value: string | undefined): FieldValue | undefined {
  if (dataType === 'Boolean') return value === 'true';
  if (value === undefined) return undefined;
  if (['Double', 'Currency', 'Percent'].includes(dataType)) return Number(value);
  return value.replace(/^"(.*)"$/, '$1');
}
