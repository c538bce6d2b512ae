import { isComplete } from 'c/interaction';
import type { AttributeValue } from 'c/interaction';
import { localDateTime } from './date';
import type { DraftInput } from './input';
import { taskType } from './taskType';

/** Phone calls and voicemail are a logged call to Salesforce; it has no subtype for the others. */
function taskSubtype({ interaction, settings }: DraftInput): string | undefined {
  if (settings.taskSubtype !== undefined) return settings.taskSubtype;
  const type = taskType(interaction);
  return type === 'Call' || type === 'Voicemail' ? 'Call' : undefined;
}

function subject({ interaction, attributes, locale, timeZone }: DraftInput): string {
  const connected = attributes['Salesforce.ConnectedTime'] ?? interaction.connectedTime;
  const when =
    connected === undefined ? undefined : localDateTime(String(connected), locale, timeZone);
  const type = taskType(interaction);
  return when ? `${type} ${when}` : type;
}

function callType({ interaction }: DraftInput): string {
  return interaction.direction === 'outbound' ? 'Outbound' : 'Inbound';
}

function status({ interaction, settings }: DraftInput): string | undefined {
  return isComplete(interaction) ? settings.closedStatus : settings.openStatus;
}

interface DefaultField {
  field: string;
  value(input: DraftInput): AttributeValue | undefined;
  createOnly?: true;
  /** Nice to have: silence where the org lacks it. */
  optional?: true;
}

/** What every leg's Task says without any mapping, save what the agent types or chooses. */
export const DEFAULT_FIELDS: readonly DefaultField[] = [
  { field: 'Subject', value: subject },
  { field: 'Type', value: ({ interaction }) => taskType(interaction) },
  {
    field: 'CallType',
    value: callType
  },
  { field: 'CallObject', value: ({ interaction }) => interaction.conversationId },
  { field: 'CallDisposition', value: ({ attributes }) => attributes['Salesforce.WrapUpCode'] },
  {
    field: 'CallDurationInSeconds',
    value: ({ attributes }) => attributes['Salesforce.CallDuration']
  },
  {
    field: 'Status',
    value: status
  },
  { field: 'TaskSubtype', value: taskSubtype, createOnly: true, optional: true }
];

/** What the agent types or chooses. */
const AGENT_FIELDS = ['Description', 'WhoId', 'WhatId'];

const defaultFields: ReadonlySet<string> = new Set([
  ...DEFAULT_FIELDS.filter(({ optional }) => !optional).map(({ field }) => field),
  ...AGENT_FIELDS
]);

/** Does every Task have to say this, whatever the mappings are? */
export const isDefaultField = (field: string): boolean => defaultFields.has(field);

/** Attributes that a draft asks for whatever the mappings are. */
export const DEFAULT_ATTRIBUTES = [
  'Salesforce.CallDuration',
  'Salesforce.ConnectedTime',
  'Salesforce.InteractionLogNotes',
  'Salesforce.WrapUpCode'
];
