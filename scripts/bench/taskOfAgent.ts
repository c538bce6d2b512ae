import { taskShape } from 'c/taskDraft';
import type { Mapping, TaskShape } from 'c/taskDraft';
import { objectInfo, picklistValues } from '../workbench/salesforce/representation';
import { loadOrg } from '../workbench/salesforce/loadOrg';

const MAPPED: readonly (readonly [attribute: string, field: string])[] = [
  ['Call.QueueName', 'Queue__c'],
  ['Interaction.TotalAcdTime', 'Wait__c'],
  ['Salesforce.ConnectedTime', 'Connected_At__c'],
  ['Call.Internal', 'Internal__c'],
  ['Interaction.Url', 'Page__c'],
  ['Call.Ani', 'Caller_Phone__c'],
  ['Participant.email', 'Caller_Email__c'],
  ['Participant.estimatedValue', 'Amount__c'],
  ['Participant.reason', 'Reason__c'],
  ['Participant.step', 'Long_Notes__c']
];

/** An admin's ten mappings, into fields of ten types. */
export const mappings: readonly Mapping[] = MAPPED.map(([attribute, field]) => ({
  attribute,
  field,
  active: true,
  whenTooLong: 'cut',
  whenEmpty: 'leave'
}));

/** Task as the agent of the local org sees it. */
export async function taskOfAgent(root: string): Promise<TaskShape> {
  const { org } = await loadOrg({ root });
  const user = org.users.get('agent');
  const task = org.schema.objects.get('Task');
  if (!user || !task) throw new Error('The local org has no agent or no Task.');
  const { picklistFieldValues } = picklistValues(org, user, task);
  const lists = Object.entries(picklistFieldValues).map(([field, { values }]) => [
    field,
    values.map(({ value }) => value)
  ]);
  return taskShape(objectInfo(org, user, task), Object.fromEntries(lists));
}
