import type { Mapping, TaskField, TaskShape } from 'c/taskDraft';

function field(apiName: string, dataType: string, over: Partial<TaskField> = {}): TaskField {
  const writable = { createable: true, updateable: true, required: false };
  return { apiName, label: apiName.replace('__c', ''), dataType, ...writable, ...over };
}

/** Task as the admin of a made-up org sees it. */
export const TASK: TaskShape = {
  fields: Object.fromEntries(
    [
      field('Id', 'Reference', { createable: false, updateable: false }),
      field('Interaction_Key__c', 'String', { length: 255 }),
      field('Subject', 'ComboBox', { length: 255 }),
      field('WhatId', 'Reference', { referenceTo: ['Account', 'Case'], label: 'Related To' }),
      field('IsClosed', 'Boolean', { createable: false, updateable: false }),
      field('Queue__c', 'String', { length: 80 }),
      field('Short__c', 'String', { length: 20 }),
      field('Wait__c', 'Double', { precision: 6, scale: 0 }),
      field('Internal__c', 'Boolean'),
      field('Connected_At__c', 'DateTime'),
      field('Caller_Phone__c', 'Phone', { length: 40 }),
      field('Page__c', 'Url', { length: 255 }),
      field('Reason__c', 'Picklist', { length: 255 }),
      field('Amount__c', 'Currency', { precision: 16, scale: 2 }),
      field('Locked__c', 'String', { length: 40, createable: false, updateable: false })
    ].map((one) => [one.apiName, one])
  )
};

export function mapping(attribute: string, to: string, over: Partial<Mapping> = {}): Mapping {
  return { attribute, field: to, active: true, whenTooLong: 'cut', whenEmpty: 'leave', ...over };
}
