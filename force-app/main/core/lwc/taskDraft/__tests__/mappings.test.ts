import type { Attributes } from 'c/interaction';
import { draftTask } from 'c/taskDraft';
import type { Issue, Mapping, TaskDraft } from 'c/taskDraft';
import { field, input, mapping, shapeOf, STANDARD } from './inputs';

const SHAPE = shapeOf(
  ...STANDARD,
  field('Id', 'Id', { createable: false, updateable: false }),
  field('AccountId', 'Reference', { createable: false, updateable: false }),
  field('Queue__c', 'String', { length: 10 }),
  field('Locked__c', 'String', { createable: false, updateable: false }),
  field('Once__c', 'String', { updateable: false }),
  field('Later__c', 'String', { createable: false }),
  field('Flag__c', 'Boolean'),
  field('Must__c', 'String', { required: true }),
  field('Case__c', 'Reference', { referenceTo: ['Case'] })
);

function draftWith(
  mappings: Mapping[],
  attributes: Attributes,
  choices: Parameters<typeof draftTask>[0]['choices'] = {}
): TaskDraft {
  return draftTask(input({ mappings, attributes, choices, shape: SHAPE }));
}

test('a mapped value stands in its field, with its source', () => {
  const { fields, sources, issues } = draftWith([mapping('Participant.a', 'Queue__c')], {
    'Participant.a': ' Helpdesk '
  });
  expect(fields.Queue__c).toBe('Helpdesk');
  expect(sources.Queue__c).toBe('Participant.a');
  expect(issues).toEqual([]);
});

test('the case of a field name does not matter', () => {
  const { fields } = draftWith([mapping('Participant.a', 'queue__C')], { 'Participant.a': 'x' });
  expect(fields.Queue__c).toBe('x');
});

describe('left out with a reason, and the rest stands', () => {
  const cases: [string, Mapping, Issue['type']][] = [
    ['unknown attribute', mapping('Call.Nothing', 'Queue__c'), 'unknown_attribute'],
    ['attribute in the wrong case', mapping('call.queuename', 'Queue__c'), 'unknown_attribute'],
    ['field hidden or gone', mapping('Participant.a', 'Gone__c'), 'field_hidden'],
    ['field not writable', mapping('Participant.a', 'Locked__c'), 'not_writable'],
    ['the record id', mapping('Participant.a', 'Id'), 'reserved_field'],
    ['a derived field', mapping('Participant.a', 'AccountId'), 'reserved_field'],
    ['a system field', mapping('Participant.a', 'LastModifiedDate'), 'reserved_field'],
    ['our own key', mapping('Participant.a', 'interaction_key__c'), 'reserved_field']
  ];
  test.each(cases)('%s', (_name, wrong, type) => {
    const right = mapping('Participant.b', 'Queue__c');
    const { fields, issues } = draftWith([wrong, right], {
      'Participant.a': 'x',
      'Participant.b': 'y'
    });
    expect(fields).toMatchObject({ Queue__c: 'y', Interaction_Key__c: 'c1:p1' });
    expect(issues).toMatchObject([
      { type, field: wrong.field, attribute: wrong.attribute, action: 'left_out' }
    ]);
  });
});

test('an inactive mapping does nothing', () => {
  const off = mapping('Participant.a', 'Queue__c', { active: false });
  expect(draftWith([off], { 'Participant.a': 'x' }).fields).not.toHaveProperty('Queue__c');
});

describe('absent, empty and blank are the same', () => {
  const values: [string, Attributes][] = [
    ['absent', {}],
    ['empty', { 'Participant.a': '' }],
    ['blank', { 'Participant.a': ' \t' }]
  ];
  test.each(values)('%s: left as it is', (_name, attributes) => {
    const { fields } = draftWith([mapping('Participant.a', 'Queue__c')], attributes);
    expect(fields).not.toHaveProperty('Queue__c');
  });
  test.each(values)('%s: cleared where the mapping says so', (_name, attributes) => {
    const clear = { whenEmpty: 'clear' } as const;
    const { fields, sources, issues } = draftWith(
      [
        mapping('Participant.a', 'Queue__c', clear),
        mapping('Participant.a', 'Flag__c', clear),
        mapping('Participant.a', 'Must__c', clear)
      ],
      attributes
    );
    expect(fields).toMatchObject({ Queue__c: null, Flag__c: false });
    expect(sources.Queue__c).toBe('Participant.a');
    expect(fields).not.toHaveProperty('Must__c');
    expect(issues).toEqual([
      { type: 'required_field', field: 'Must__c', attribute: 'Participant.a', action: 'left_out' }
    ]);
  });
});

test('an attribute named like a property of every object is absent', () => {
  const { fields } = draftWith([mapping('Participant.toString', 'Queue__c')], {});
  expect(fields).not.toHaveProperty('Queue__c');
});

describe('several mappings for one field', () => {
  const both = [mapping('Participant.a', 'Queue__c'), mapping('Participant.b', 'queue__c')];

  test('the first with a value has it, the others are said', () => {
    const { fields, issues } = draftWith(both, { 'Participant.a': 'x', 'Participant.b': 'y' });
    expect(fields.Queue__c).toBe('x');
    expect(issues).toMatchObject([{ type: 'duplicate_mapping', attribute: 'Participant.b' }]);
  });

  test('the second one fills in where the first has nothing, even to clear', () => {
    const [first, second] = both as [Mapping, Mapping];
    const clearing = { ...first, whenEmpty: 'clear' as const };
    const { fields, issues } = draftWith([clearing, second], { 'Participant.b': 'y' });
    expect(fields.Queue__c).toBe('y');
    expect(issues).toEqual([]);
  });
});

describe('a mapping onto a default field', () => {
  test('has it', () => {
    const { fields, sources } = draftWith([mapping('Participant.a', 'Subject')], {
      'Participant.a': 'Policy 4411'
    });
    expect(fields.Subject).toBe('Policy 4411');
    expect(sources.Subject).toBe('Participant.a');
  });

  test('leaves the default while its attribute is absent', () => {
    const { fields } = draftWith([mapping('Participant.a', 'Subject')], {});
    expect(fields.Subject).toMatch(/^Call /);
  });

  test('never takes the place of what the agent typed or chose', () => {
    const mappings = [mapping('Participant.a', 'Description'), mapping('Participant.b', 'WhoId')];
    const attributes = { 'Participant.a': 'From the flow', 'Participant.b': '003Ax000004TmmAIAS' };
    const silent = draftWith(mappings, attributes);
    expect(silent.fields).toMatchObject({
      Description: 'From the flow',
      WhoId: '003Ax000004TmmAIAS'
    });
    const typed = draftWith(mappings, attributes, { notes: 'Mine', whoId: '00QAx000004TmmAMAS' });
    expect(typed.fields).toMatchObject({ Description: 'Mine', WhoId: '00QAx000004TmmAMAS' });
    expect(typed.issues.map(({ type, field: name }) => [name, type])).toEqual([
      ['Description', 'agent_wins'],
      ['WhoId', 'agent_wins']
    ]);
  });

  test('of the notes themselves is no conflict', () => {
    const notes = 'Salesforce.InteractionLogNotes';
    const { fields, issues } = draftWith([mapping(notes, 'Description')], { [notes]: 'Mine' });
    expect(fields.Description).toBe('Mine');
    expect(issues.filter(({ type }) => type === 'agent_wins')).toEqual([]);
  });
});

test('a Lead and a Related To that meet by mappings', () => {
  const { fields, issues } = draftWith(
    [mapping('Participant.a', 'WhatId')],
    {
      'Participant.a': '500Ax000004TmmBIAS'
    },
    { whoId: '00QAx000004TmmAMAS' }
  );
  expect(fields.WhatId).toBeNull();
  expect(issues).toMatchObject([{ type: 'lead_with_what', attribute: 'Participant.a' }]);
});

test('fields for the create only, and for updates only', () => {
  const draft = draftWith(
    [mapping('Participant.a', 'Once__c'), mapping('Participant.a', 'Later__c')],
    { 'Participant.a': 'x' }
  );
  expect(draft.fields).toMatchObject({ Once__c: 'x', Later__c: 'x' });
  expect(draft.createOnly).toContain('Once__c');
  expect(draft.updateOnly).toEqual(['Later__c']);
  expect(draft.issues).toMatchObject([
    { type: 'not_updateable', field: 'Once__c', action: 'create_only' },
    { type: 'not_createable', field: 'Later__c', action: 'update_only' }
  ]);
});
