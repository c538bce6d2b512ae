import { attributeGroups, fieldGroups, fieldTypeWords, starterSet } from 'c/mappingRules';
import type { PickGroup } from 'c/mappingRules';
import type { TaskField } from 'c/taskDraft';
import { TASK } from './task';

const values = (groups: PickGroup[]): string[] =>
  groups.flatMap(({ options }) => options.map(({ value }) => value));

describe('attributes to choose from', () => {
  test('the whole catalogue, by the first part of the names', () => {
    const groups = attributeGroups('');
    expect(groups.map(({ label }) => label)).toEqual([
      'Call',
      'Chat',
      'Email',
      'Interaction',
      'Message',
      'OutboundDialing',
      'Salesforce'
    ]);
    expect(values(groups)).toContain('Salesforce.WrapUpCode');
  });

  const cases: [string, string[]][] = [
    ['totalacd', ['Interaction.TotalAcdTime', 'Participant.totalacd']],
    ['Participant.policyNumber', ['Participant.policyNumber']],
    [' policyNumber ', ['Participant.policyNumber']],
    ['Participant.', []],
    ['Call.UUIData', ['Call.UUIData']]
  ];
  test.each(cases)('for “%s”', (term, found) => {
    expect(values(attributeGroups(term))).toEqual(found);
  });
});

describe('fields to choose from: writable, and fit for the attribute', () => {
  const cases: [string, string, string[]][] = [
    [
      'Interaction.TotalAcdTime',
      '',
      ['Amount__c', 'Queue__c', 'Reason__c', 'Short__c', 'Wait__c', 'Subject']
    ],
    ['Call.Internal', 'i', ['Internal__c']],
    ['Salesforce.ConnectedTime', 'connected', ['Connected_At__c']],
    ['Call.Ani', 'Related', ['WhatId']],
    ['Participant.x', 'nothing like it', []],
    ['', 'wait', ['Wait__c']]
  ];
  test.each(cases)('%s, “%s”', (attribute, term, found) => {
    expect(values(fieldGroups(TASK, attribute, term))).toEqual(found);
  });
});

describe('a field type as Object Manager words it', () => {
  const cases: [Partial<TaskField>, string][] = [
    [{ dataType: 'String', length: 80 }, 'c.Mapping_Type_Text(80)'],
    [{ dataType: 'TextArea', length: 32000 }, 'c.Mapping_Type_Text_Area(32000)'],
    [{ dataType: 'Double', precision: 6, scale: 0 }, 'c.Mapping_Type_Number(6, 0)'],
    [{ dataType: 'Currency', precision: 16, scale: 2 }, 'c.Mapping_Type_Currency(14, 2)'],
    [{ dataType: 'Int' }, 'c.Mapping_Type_Number'],
    [{ dataType: 'Picklist', length: 255 }, 'c.Mapping_Type_Picklist'],
    [
      { dataType: 'Reference', length: 18, referenceTo: ['Contact', 'Lead'] },
      'c.Mapping_Type_Lookup(Contact, Lead)'
    ],
    [{ dataType: 'Location' }, 'Location']
  ];
  test.each(cases)('%j', (part, words) => {
    const field = {
      apiName: 'X__c',
      label: 'X',
      createable: true,
      updateable: true,
      required: false
    };
    expect(fieldTypeWords({ ...field, ...part } as TaskField)).toBe(words);
  });
});

test('a starter set: fields whose names tell what belongs in them', () => {
  expect(starterSet(TASK).map(({ attribute, field }) => [attribute, field])).toEqual([
    ['Call.QueueName', 'Queue__c'],
    ['Call.Ani', 'Caller_Phone__c'],
    ['Call.Internal', 'Internal__c'],
    ['Interaction.TotalAcdTime', 'Wait__c'],
    ['Interaction.Url', 'Page__c'],
    ['Salesforce.ConnectedTime', 'Connected_At__c']
  ]);
  expect(starterSet({ fields: {} })).toEqual([]);
});
