import { catalogue, isKnownAttribute } from 'c/interaction';
import type { AttributeDataType } from 'c/interaction';
import { canHold, fieldProblem, findField, KEY_FIELD } from 'c/taskDraft';
import type { Mapping, TaskField, TaskShape } from 'c/taskDraft';

export type MappingProblemType =
  | 'unknown_attribute'
  | 'reserved_field'
  | 'field_hidden'
  | 'not_writable'
  | 'wrong_type'
  | 'duplicate_mapping'
  | 'too_short'
  | 'callback_address';

/** What an admin should know about a mapping before an agent meets it. */
export interface MappingProblem {
  type: MappingProblemType;
  /** `error`: nothing is ever saved. `warning`: sometimes not all of it. */
  severity: 'error' | 'warning';
  /** For `too_short`: characters the field holds, and the most a value has. */
  limit?: number;
  length?: number;
  /** For `duplicate_mapping`: the other attribute. */
  other?: string;
}

const dataTypes = new Map(catalogue.map(({ name, dataType }) => [name, dataType]));

/** `any`: participant data, text that may spell a number or a date; undefined: no such attribute. */
export function attributeType(name: string): AttributeDataType | 'any' | undefined {
  return dataTypes.get(name) ?? (isKnownAttribute(name) ? 'any' : undefined);
}

/** Characters of the longest usual value: UUIDs, ISO times, whole seconds. */
const USUAL_LENGTH: Readonly<Record<string, number>> = {
  'Call.ConversationId': 36,
  'Interaction.ParticipantPurpose': 8,
  'Interaction.Url': 120,
  'OutboundDialing.CampaignId': 36,
  'OutboundDialing.ContactId': 36,
  'OutboundDialing.ContactListId': 36,
  'Salesforce.ParticipantId': 36
};
const TYPE_LENGTH: Readonly<Record<string, number>> = { datetime: 24, number: 6, boolean: 5 };

/** Gravest first; empty: good. `others` may hold the mapping itself. */
export function checkMapping(
  mapping: Mapping,
  others: readonly Mapping[],
  shape: TaskShape
): MappingProblem[] {
  const type = attributeType(mapping.attribute);
  if (!type) return [{ type: 'unknown_attribute', severity: 'error' }];
  const unusable = fieldProblem(shape, mapping.field, KEY_FIELD);
  if (unusable) return [{ type: unusable, severity: 'error' }];
  const field = findField(shape, mapping.field) as TaskField;
  if (!canHold(field, type)) return [{ type: 'wrong_type', severity: 'error' }];
  return [
    ...duplicates(mapping, others),
    ...tooShort(mapping.attribute, type, field),
    ...callbackAddress(mapping.attribute)
  ];
}

function duplicates(mapping: Mapping, others: readonly Mapping[]): MappingProblem[] {
  if (!mapping.active) return [];
  const field = mapping.field.toLowerCase();
  return others
    .filter((other) => other.active && other !== mapping && !(other.id && other.id === mapping.id))
    .filter((other) => other.field.toLowerCase() === field)
    .map(({ attribute }) => ({ type: 'duplicate_mapping', severity: 'warning', other: attribute }));
}

function tooShort(attribute: string, type: string, field: TaskField): MappingProblem[] {
  const length = USUAL_LENGTH[attribute] ?? TYPE_LENGTH[type];
  const limit = field.length;
  if (!length || !limit || limit >= length) return [];
  return [{ type: 'too_short', severity: 'warning', limit, length }];
}

/** People expect the caller's address; of a callback it is the number that will be called. */
function callbackAddress(attribute: string): MappingProblem[] {
  if (attribute !== 'Salesforce.DisplayAddress') return [];
  return [{ type: 'callback_address', severity: 'warning' }];
}
