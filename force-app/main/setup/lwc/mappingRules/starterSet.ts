import { canHold, fieldProblem, KEY_FIELD } from 'c/taskDraft';
import type { Mapping, TaskShape } from 'c/taskDraft';
import { attributeType } from './checks';

/** What admins like to call the field for an attribute; letters only, lower case, best first. */
const USUAL_NAMES: readonly [string, readonly string[]][] = [
  ['Call.QueueName', ['queue', 'queuename', 'genesysqueue']],
  ['Call.Ani', ['callerphone', 'callernumber', 'callerid', 'ani']],
  ['Call.CalledNumber', ['callednumber', 'numbercalled', 'dnis']],
  ['Call.RemoteName', ['callername', 'remotename', 'remoteparty']],
  ['Call.Internal', ['internal', 'isinternal', 'internalcall']],
  ['Interaction.TotalAcdTime', ['wait', 'waittime', 'timeinqueue', 'acdtime', 'totalacdtime']],
  ['Interaction.TotalIvrTime', ['ivr', 'ivrtime', 'timeinivr', 'totalivrtime']],
  ['Interaction.Url', ['interactionurl', 'genesysurl', 'interactionpage', 'page']],
  ['Interaction.StartTime', ['startedat', 'starttime', 'interactionstart']],
  ['Salesforce.ConnectedTime', ['connectedat', 'connectedtime', 'answeredat']],
  ['Salesforce.DisconnectedTime', ['disconnectedat', 'disconnectedtime', 'endedat']],
  [
    'Salesforce.AfterCallTime',
    ['aftercall', 'aftercalltime', 'aftercallwork', 'acw', 'wrapuptime']
  ],
  ['Email.Subject', ['emailsubject']],
  ['Message.Type', ['messagetype', 'messagingplatform']],
  ['Interaction.Transcript', ['transcript', 'interactiontranscript']]
];

/** Mappings that suggest themselves: one for each writable custom field with a telling name. */
export function starterSet(shape: TaskShape): Mapping[] {
  const fields = Object.values(shape.fields).filter(({ apiName }) => apiName.endsWith('__c'));
  const byName = new Map(fields.map((field) => [bareName(field.apiName), field]));
  const taken = new Set<string>();
  return USUAL_NAMES.flatMap(([attribute, names]) => {
    const type = attributeType(attribute);
    const field = names
      .map((name) => byName.get(name))
      .find((one) => one && type && canHold(one, type) && !taken.has(one.apiName));
    if (!field || fieldProblem(shape, field.apiName, KEY_FIELD)) return [];
    taken.add(field.apiName);
    return [newMapping(attribute, field.apiName)];
  });
}

function newMapping(attribute: string, field: string): Mapping {
  return { attribute, field, active: true, whenTooLong: 'cut', whenEmpty: 'leave' };
}

function bareName(apiName: string): string {
  return apiName
    .replace(/__c$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
