import {
  attributeType,
  attributeTypeWords,
  checkMapping,
  fieldTypeWords,
  problemWords
} from 'c/mappingRules';
import { format } from 'c/softphoneWords';
import { findField, isCuttable } from 'c/taskDraft';
import type { Mapping, TaskShape } from 'c/taskDraft';
import activeNamed from '@salesforce/label/c.Mapping_Active_Named';
import clear from '@salesforce/label/c.Mapping_Empty_Clear';
import cut from '@salesforce/label/c.Mapping_Too_Long_Cut';
import editNamed from '@salesforce/label/c.Mapping_Edit_Named';
import good from '@salesforce/label/c.Mapping_Check_Good';
import leave from '@salesforce/label/c.Mapping_Empty_Leave';
import leaveOut from '@salesforce/label/c.Mapping_Too_Long_Leave_Out';
import never from '@salesforce/label/c.Mapping_Too_Long_Never';
import removeNamed from '@salesforce/label/c.Mapping_Remove_Named';

/** A mapping in words. */
export interface MappingRow {
  id: string;
  mapping: Mapping;
  attribute: string;
  attributeType: string;
  fieldLabel: string;
  /** API name and type, where there is such a field. */
  fieldDetail: string;
  tooLong: string;
  /** The dash for `tooLong`, read out. */
  tooLongTitle: string;
  empty: string;
  icon: string;
  iconVariant: string;
  /** One line for each problem, `good` where there is none. */
  check: string[];
  isGood: boolean;
  isEdited: boolean;
  editLabel: string;
  removeLabel: string;
  activeLabel: string;
  checkboxId: string;
}

const EMPTY = { leave, clear };
const TOO_LONG = { cut, leave_out: leaveOut };
const ICONS = {
  good: { icon: 'utility:success', iconVariant: 'success' },
  warning: { icon: 'utility:warning', iconVariant: 'warning' },
  error: { icon: 'utility:error', iconVariant: 'error' }
};

export function mappingName({ attribute, field }: Mapping, shape: TaskShape): string {
  return `${attribute} → ${findField(shape, field)?.label ?? field}`;
}

/** The rows that hold `term`, checked against all mappings. */
export function mappingRows(
  mappings: readonly Mapping[],
  shape: TaskShape,
  { term, edited }: { term: string; edited: string | undefined }
): MappingRow[] {
  const wanted = term.trim().toLowerCase();
  return mappings
    .map((mapping) => mappingRow(mapping, mappings, shape, edited))
    .filter(({ attribute, fieldLabel, mapping }) =>
      [attribute, fieldLabel, mapping.field].some((text) => text.toLowerCase().includes(wanted))
    );
}

function mappingRow(
  mapping: Mapping,
  all: readonly Mapping[],
  shape: TaskShape,
  edited: string | undefined
): MappingRow {
  const field = findField(shape, mapping.field);
  const type = attributeType(mapping.attribute);
  const problems = checkMapping(mapping, all, shape);
  const name = mappingName(mapping, shape);
  const id = mapping.id ?? '';
  const isNever = field !== undefined && !isCuttable(field);
  return {
    id,
    mapping,
    attribute: mapping.attribute,
    attributeType: type ? attributeTypeWords(type) : '',
    fieldLabel: field?.label ?? mapping.field,
    fieldDetail: field ? `${field.apiName} · ${fieldTypeWords(field)}` : '',
    tooLong: isNever ? '–' : TOO_LONG[mapping.whenTooLong],
    tooLongTitle: isNever ? never : '',
    empty: EMPTY[mapping.whenEmpty],
    ...ICONS[problems[0]?.severity ?? 'good'],
    check: problems.length > 0 ? problems.map(problemWords) : [good],
    isGood: problems.length === 0,
    isEdited: id !== '' && id === edited,
    editLabel: format(editNamed, name),
    removeLabel: format(removeNamed, name),
    activeLabel: format(activeNamed, name),
    checkboxId: `active-${id}`
  };
}
