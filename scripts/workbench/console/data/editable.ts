import type {
  FieldRepresentation,
  ObjectInfoRepresentation,
  PicklistValuesCollection
} from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { callOrg } from '../../lightning/data/org';
import { labelOf } from './fieldView';
import { layouts } from './layouts';
import { objectInfo } from './objectInfo';

type Value = string | number | boolean | null;

/** One field of the edit window. */
export interface Editable {
  name: string;
  label: string;
  input: 'input' | 'textarea' | 'combobox';
  /** Of a `lightning-input`. */
  type: string;
  value: Value;
  /** Of a `lightning-input` of numbers: the smallest difference. */
  step?: string;
  maxLength?: number;
  options: { label: string; value: string }[];
}

/** Data type → type of a `lightning-input`. References and multi-selects are not edited here. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
  String: 'text',
  ComboBox: 'text',
  Phone: 'tel',
  Email: 'email',
  Url: 'url',
  Boolean: 'checkbox',
  Date: 'date',
  DateTime: 'datetime',
  Int: 'number',
  Double: 'number',
  Currency: 'number',
  Percent: 'number'
};

const MASTER_RECORD_TYPE = '012000000000000AAA';

/** The fields of a record that this user may change, in the order of the page. Rejects with a FetchResponse. */
export async function readEditables(recordId: string, object: string): Promise<Editable[]> {
  const [info, record, picklists] = await Promise.all([
    objectInfo(object),
    callOrg(`/ui-api/records/${recordId}?layoutTypes=Full`) as Promise<RecordRepresentation>,
    callOrg(
      `/ui-api/object-info/${object}/picklist-values/${MASTER_RECORD_TYPE}`
    ) as Promise<PicklistValuesCollection>
  ]);
  return namesOf(info).flatMap((name) => {
    const field = info.fields[name];
    const cell = record.fields[name];
    if (!field?.updateable || field.compound || !cell) return [];
    const values = picklists.picklistFieldValues[name]?.values ?? [];
    return editable(info.apiName, field, cell.value as Value, values) ?? [];
  });
}

function namesOf({ apiName, fields }: ObjectInfoRepresentation): string[] {
  const layout = layouts[apiName];
  const shown = layout?.sections.flatMap((section) => section.fields) ?? [];
  const custom = layout?.showsCustomFields
    ? Object.keys(fields).filter((name) => name.endsWith('__c'))
    : [];
  return [...new Set([...shown, ...custom])].filter((name) => !layout?.readOnly?.includes(name));
}

function editable(
  object: string,
  field: FieldRepresentation,
  value: Value,
  values: readonly { label: string; value: string }[]
): Editable | undefined {
  const { apiName: name, dataType, length, scale } = field;
  const common = { name, label: labelOf(object, field), type: 'text', value, options: [] };
  if (dataType === 'TextArea') return { ...common, input: 'textarea', maxLength: length };
  if (dataType === 'Picklist') {
    const options = values.map((one) => ({ label: one.label, value: one.value }));
    return {
      ...common,
      input: 'combobox',
      options: [{ label: '--None--', value: '' }, ...options]
    };
  }
  const type = INPUT_TYPES[dataType];
  if (!type) return undefined;
  return {
    ...common,
    input: 'input',
    type,
    ...(type === 'number' ? { step: scale > 0 ? String(10 ** -scale) : '1' } : {}),
    ...(length > 0 ? { maxLength: length } : {})
  };
}
