import { checkMapping, problemWords } from 'c/mappingRules';
import type { Mapping } from 'c/taskDraft';
import { mapping, TASK } from './task';

const rest = [mapping('Call.Ani', 'Reason__c', { id: 'a02' })];

describe('what an admin should know of a mapping', () => {
  const cases: [string, Mapping, object[]][] = [
    ['good', mapping('Call.QueueName', 'Queue__c'), []],
    ['participant data may fill any type', mapping('Participant.wait', 'Wait__c'), []],
    ['a record id in a lookup', mapping('Chat.Transcript', 'WhatId'), []],
    ['no such attribute', mapping('Call.Nothing', 'Queue__c'), [{ type: 'unknown_attribute' }]],
    ['wrong case', mapping('call.ani', 'Queue__c'), [{ type: 'unknown_attribute' }]],
    ['blank', mapping('', ''), [{ type: 'unknown_attribute' }]],
    ['no such field', mapping('Call.Ani', 'Gone__c'), [{ type: 'field_hidden' }]],
    ['a locked field', mapping('Call.Ani', 'Locked__c'), [{ type: 'not_writable' }]],
    ['our key', mapping('Call.Ani', 'Interaction_Key__c'), [{ type: 'reserved_field' }]],
    ['text in a number', mapping('Call.Ani', 'Wait__c'), [{ type: 'wrong_type' }]],
    [
      'a number in a checkbox',
      mapping('Salesforce.CallDuration', 'Internal__c'),
      [{ type: 'wrong_type' }]
    ],
    [
      'too short',
      mapping('Call.ConversationId', 'Short__c'),
      [{ type: 'too_short', limit: 20, length: 36 }]
    ],
    [
      'a time in a short text',
      mapping('Interaction.StartTime', 'Short__c'),
      [{ type: 'too_short', limit: 20, length: 24 }]
    ],
    [
      'filled twice',
      mapping('Call.State', 'reason__C'),
      [{ type: 'duplicate_mapping', other: 'Call.Ani' }]
    ],
    ['filled twice, switched off', mapping('Call.State', 'Reason__c', { active: false }), []],
    ['itself is no other', mapping('Call.Ani', 'Reason__c', { id: 'a02' }), []],
    [
      'an address of callbacks',
      mapping('Salesforce.DisplayAddress', 'Queue__c'),
      [{ type: 'callback_address' }]
    ]
  ];
  test.each(cases)('%s', (_name, one, problems) => {
    expect(checkMapping(one, rest, TASK)).toMatchObject(problems);
    expect(checkMapping(one, rest, TASK)).toHaveLength(problems.length);
  });

  test('each problem has its own words', () => {
    const words = cases.flatMap(([, one]) => checkMapping(one, rest, TASK).map(problemWords));
    expect(new Set(words).size).toBe(8);
    expect(words).not.toContain(undefined);
  });
});
