import type { Attributes, Interaction } from 'c/interaction';
import type { DraftInput, Mapping, TaskField, TaskShape } from 'c/taskDraft';

/** A live inbound call; what a test is about goes in `over`. */
export function interaction(over: Partial<Interaction> = {}): Interaction {
  return {
    key: 'c1:p1',
    conversationId: 'c1',
    participantId: 'p1',
    type: 'call',
    media: 'call',
    direction: 'inbound',
    state: 'connected',
    isLeg: true,
    isSupervisor: false,
    muted: false,
    held: false,
    recording: false,
    internal: false,
    purpose: 'agent',
    connectedTime: '2015-08-10T12:55:17.000Z',
    wrapUp: { required: false },
    peers: [],
    ...over
  };
}

export function field(apiName: string, dataType: string, over: Partial<TaskField> = {}): TaskField {
  return {
    apiName,
    label: apiName.replace('__c', ''),
    dataType,
    createable: true,
    updateable: true,
    required: false,
    ...over
  };
}

export function shapeOf(...fields: TaskField[]): TaskShape {
  return { fields: Object.fromEntries(fields.map((entry) => [entry.apiName, entry])) };
}

export const STANDARD: readonly TaskField[] = [
  field('Interaction_Key__c', 'String', { length: 255, unique: true }),
  field('Subject', 'ComboBox', { length: 255 }),
  field('Type', 'Picklist', { length: 255 }),
  field('CallType', 'Picklist', { length: 40 }),
  field('CallObject', 'String', { length: 255 }),
  field('CallDisposition', 'String', { length: 255 }),
  field('CallDurationInSeconds', 'Int'),
  field('Description', 'TextArea', { length: 32000 }),
  field('WhoId', 'Reference', { referenceTo: ['Contact', 'Lead'] }),
  field('WhatId', 'Reference', { referenceTo: ['Account', 'Case', 'Opportunity'] }),
  field('Status', 'Picklist', {
    picklist: { values: ['Open', 'In Progress', 'Completed'], restricted: true }
  }),
  field('TaskSubtype', 'Picklist', { updateable: false })
];

export function mapping(attribute: string, to: string, over: Partial<Mapping> = {}): Mapping {
  return { attribute, field: to, active: true, whenTooLong: 'cut', whenEmpty: 'leave', ...over };
}

export function input(over: Partial<DraftInput> = {}): DraftInput {
  return {
    interaction: interaction(),
    attributes: {} as Attributes,
    mappings: [],
    shape: shapeOf(...STANDARD),
    locale: 'en-US',
    timeZone: 'America/New_York',
    choices: {},
    settings: { keyField: 'Interaction_Key__c' },
    ...over
  };
}
