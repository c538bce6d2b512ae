import type { AttributeContext } from 'c/interaction';
import {
  attributesAskedFor,
  type DraftSettings,
  type Mapping,
  type TaskField,
  type TaskShape
} from 'c/taskDraft';
import { queueNames, wrapUpNames } from './payloads';

/** What the admin decided: it changes in mid-shift. */
export interface Configuration {
  shape: TaskShape;
  mappings: Mapping[];
}

export const KEY_FIELD = 'Interaction_Key__c';
export const settings: DraftSettings = {
  keyField: KEY_FIELD,
  openStatus: 'In Progress',
  closedStatus: 'Completed'
};
export const locale = 'en-US';
export const timeZone = 'America/Indiana/Indianapolis';

const field = (apiName: string, dataType: string, more: Partial<TaskField> = {}): TaskField => ({
  apiName,
  label: apiName,
  dataType,
  createable: true,
  updateable: true,
  required: false,
  ...more
});

const fields: readonly TaskField[] = [
  field(KEY_FIELD, 'String', { length: 255, unique: true }),
  field('Subject', 'Combobox', { length: 255 }),
  field('Type', 'Picklist', { length: 40 }),
  field('CallType', 'Picklist', { length: 40 }),
  field('CallObject', 'String', { length: 255 }),
  field('CallDisposition', 'String', { length: 255 }),
  field('CallDurationInSeconds', 'Int', { precision: 8 }),
  field('Status', 'Picklist', { length: 40 }),
  field('TaskSubtype', 'Picklist', { length: 40, updateable: false }),
  field('Description', 'TextArea', { length: 32_000 }),
  field('Queue__c', 'String', { length: 80 }),
  field('Wait__c', 'Double', { precision: 6, scale: 0 }),
  field('Policy__c', 'String', { length: 40 }),
  field('State__c', 'String', { length: 40 }),
  field('Start__c', 'DateTime'),
  field('After_Call__c', 'Double', { precision: 6, scale: 0 }),
  field('Extra__c', 'String', { length: 40 })
];

const mapping = (
  attribute: string,
  to: string,
  whenEmpty: Mapping['whenEmpty'] = 'leave'
): Mapping => ({ attribute, field: to, active: true, whenTooLong: 'cut', whenEmpty });

const mappings: readonly Mapping[] = [
  mapping('Call.QueueName', 'Queue__c'),
  mapping('Interaction.TotalAcdTime', 'Wait__c'),
  mapping('Participant.policy', 'Policy__c', 'clear'),
  mapping('Call.State', 'State__c'),
  mapping('Interaction.StartTime', 'Start__c'),
  mapping('Salesforce.AfterCallTime', 'After_Call__c')
];
const later = mapping('Participant.extra', 'Extra__c', 'clear');

export const configuration = (hidden: ReadonlySet<string>, withExtra: boolean): Configuration => ({
  shape: {
    fields: Object.fromEntries(
      fields.filter(({ apiName }) => !hidden.has(apiName)).map((one) => [one.apiName, one])
    )
  },
  mappings: withExtra ? [...mappings, later] : [...mappings]
});

/** With all that is known of it; nothing is left out for speed. */
export const context = (notes: string | undefined): AttributeContext => ({
  region: 'mypurecloud.com',
  queueNames,
  wrapUpNames,
  ...(notes !== undefined && { notes })
});

const asked = new WeakMap<readonly Mapping[], string[]>();

/** As the panel asks: for nothing but what the Task needs. */
export function leanContext(
  mapped: readonly Mapping[],
  notes: string | undefined
): AttributeContext {
  let names = asked.get(mapped);
  if (!names) asked.set(mapped, (names = attributesAskedFor(mapped)));
  return { ...context(notes), names, namesOnly: true };
}
