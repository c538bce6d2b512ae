import type { Interaction } from 'c/interaction';
import { draftTask } from 'c/taskDraft';
import { field, input, interaction, shapeOf, STANDARD } from './inputs';

const CONTACT = '003Ax000004TmmAIAS';
const LEAD = '00QAx000004TmmAMAS';
const CASE = '500Ax000004TmmBIAS';

test('a live call without mappings: key, subject, types, identifier', () => {
  expect(draftTask(input())).toEqual({
    fields: {
      Interaction_Key__c: 'c1:p1',
      Subject: 'Call 8/10/2015, 8:55:17 AM',
      Type: 'Call',
      CallType: 'Inbound',
      CallObject: 'c1',
      TaskSubtype: 'Call'
    },
    sources: {
      Interaction_Key__c: 'default',
      Subject: 'default',
      Type: 'default',
      CallType: 'default',
      CallObject: 'default',
      TaskSubtype: 'default'
    },
    createOnly: ['TaskSubtype'],
    updateOnly: [],
    issues: []
  });
});

test('a finished call adds result and duration, notes and records as chosen', () => {
  const { fields, sources } = draftTask(
    input({
      attributes: { 'Salesforce.CallDuration': 61, 'Salesforce.WrapUpCode': 'Resolved' },
      choices: { notes: 'Asked twice. ', whoId: CONTACT, whatId: CASE }
    })
  );
  expect(fields).toMatchObject({
    CallDisposition: 'Resolved',
    CallDurationInSeconds: 61,
    Description: 'Asked twice. ',
    WhoId: CONTACT,
    WhatId: CASE
  });
  expect(sources).toMatchObject({
    CallDisposition: 'default',
    Description: 'agent',
    WhoId: 'agent'
  });
});

test('what the agent took back is emptied, what was never chosen is left alone', () => {
  const { fields } = draftTask(input({ choices: { notes: '', whoId: '' } }));
  expect(fields).toMatchObject({ Description: null, WhoId: null });
  expect(fields).not.toHaveProperty('WhatId');
});

describe('Type and Subject', () => {
  const cases: [Partial<Interaction>, string][] = [
    [{ type: 'call' }, 'Call'],
    [{ type: 'dialing' }, 'Call'],
    [{ type: 'callback' }, 'Call'],
    [{ type: 'voicemail' }, 'Voicemail'],
    [{ type: 'chat' }, 'Chat'],
    [{ type: 'email' }, 'Email'],
    [{ type: 'message', messageType: 'sms' }, 'Message'],
    [{ type: 'message', messageType: 'whatsapp' }, 'Message'],
    [{ type: 'message', messageType: 'webmessaging' }, 'Chat'],
    [{ type: 'message' }, 'Message']
  ];
  test.each(cases)('%j is %s', (over, type) => {
    const { fields } = draftTask(input({ interaction: interaction(over) }));
    expect(fields.Type).toBe(type);
    expect(fields.Subject).toBe(`${type} 8/10/2015, 8:55:17 AM`);
  });
});

describe('Subject in the locale of the browser', () => {
  const cases: [string, string | undefined, string][] = [
    ['en-US', 'UTC', 'Call 8/10/2015, 12:55:17 PM'],
    ['en-GB', 'Europe/London', 'Call 10/08/2015, 13:55:17'],
    ['de-DE', 'Europe/Berlin', 'Call 10.8.2015, 14:55:17'],
    ['not a locale', 'UTC', 'Call 8/10/2015, 12:55:17 PM'],
    ['en-GB', 'Not/AZone', `Call ${new Date('2015-08-10T12:55:17Z').toLocaleString('en-GB')}`],
    ['en-GB', undefined, `Call ${new Date('2015-08-10T12:55:17Z').toLocaleString('en-GB')}`]
  ];
  test.each(cases)('%s, %s: %s', (locale, timeZone, subject) => {
    expect(draftTask(input({ locale, timeZone })).fields.Subject).toBe(subject);
  });

  test('without a time it is the type alone', () => {
    const unknown = interaction({ connectedTime: undefined });
    expect(draftTask(input({ interaction: unknown })).fields.Subject).toBe('Call');
  });
});

test('direction: outbound is Outbound, anything else Inbound', () => {
  const outbound = interaction({ direction: 'outbound' });
  expect(draftTask(input({ interaction: outbound })).fields.CallType).toBe('Outbound');
});

describe('Status, when settings name one', () => {
  const settings = {
    keyField: 'Interaction_Key__c',
    openStatus: 'In Progress',
    closedStatus: 'Completed'
  };
  const done = { state: 'disconnected' as const, disconnectedTime: '2015-08-10T13:00:00.000Z' };
  const cases: [string, Partial<Interaction>, string][] = [
    ['live', {}, 'In Progress'],
    ['disconnected, no wrap-up asked for', done, 'Completed'],
    ['a time of disconnect beats the state', { ...done, state: 'connected' }, 'Completed'],
    ['after-call work', { ...done, wrapUp: { required: true } }, 'In Progress'],
    ['wrapped up', { ...done, wrapUp: { required: true, code: 'w1' } }, 'Completed'],
    ['ended without a code', { ...done, wrapUp: { required: true, skipped: true } }, 'Completed'],
    ['code chosen before the end', { wrapUp: { required: true, code: 'w1' } }, 'In Progress']
  ];
  test.each(cases)('%s', (_name, over, status) => {
    const { fields } = draftTask(input({ settings, interaction: interaction(over) }));
    expect(fields.Status).toBe(status);
  });

  test('a status the org does not have is left out and said', () => {
    const { fields, issues } = draftTask(
      input({ settings: { ...settings, openStatus: 'Ringing' } })
    );
    expect(fields).not.toHaveProperty('Status');
    expect(issues).toEqual([
      { type: 'not_in_picklist', field: 'Status', value: 'Ringing', action: 'left_out' }
    ]);
  });
});

describe('TaskSubtype', () => {
  const subtype = (over: Parameters<typeof input>[0]): unknown =>
    draftTask(input(over)).fields.TaskSubtype;

  test('Call for phone calls and voicemail, none for the other types', () => {
    const types = ['call', 'dialing', 'callback', 'voicemail', 'chat', 'email', 'message'] as const;
    expect(types.map((type) => subtype({ interaction: interaction({ type }) }))).toEqual([
      'Call',
      'Call',
      'Call',
      'Call',
      undefined,
      undefined,
      undefined
    ]);
  });

  test('not where the user may not set it, and without a word', () => {
    const rest = STANDARD.filter(({ apiName }) => apiName !== 'TaskSubtype');
    const locked = field('TaskSubtype', 'Picklist', { createable: false });
    for (const shape of [shapeOf(...rest), shapeOf(...rest, locked)]) {
      expect(draftTask(input({ shape }))).toMatchObject({ issues: [], createOnly: [] });
    }
  });

  test('only with the create, even where updates could carry it', () => {
    const rest = STANDARD.filter(({ apiName }) => apiName !== 'TaskSubtype');
    const shape = shapeOf(...rest, field('TaskSubtype', 'Picklist'));
    expect(draftTask(input({ shape })).createOnly).toEqual(['TaskSubtype']);
  });

  test('a setting switches it off', () => {
    expect(subtype({ settings: { keyField: 'Interaction_Key__c', taskSubtype: '' } })).toBe(
      undefined
    );
  });
});

test('default fields this user cannot have are left out, each with a reason', () => {
  const shape = shapeOf(
    field('Interaction_Key__c', 'String', { length: 255 }),
    field('Subject', 'ComboBox', { length: 255 }),
    field('Type', 'Picklist', { createable: false, updateable: false })
  );
  const { fields, issues } = draftTask(input({ shape }));
  expect(Object.keys(fields)).toEqual(['Interaction_Key__c', 'Subject']);
  expect(issues.map(({ type, field: name }) => [name, type])).toEqual([
    ['Type', 'not_writable'],
    ['CallType', 'field_hidden'],
    ['CallObject', 'field_hidden']
  ]);
});

describe('a Lead in Name takes Related To out', () => {
  test('also of a Task that has one already', () => {
    const { fields, issues } = draftTask(input({ choices: { whoId: LEAD, whatId: CASE } }));
    expect(fields).toMatchObject({ WhoId: LEAD, WhatId: null });
    expect(issues).toEqual([
      { type: 'lead_with_what', field: 'WhatId', value: CASE, action: 'left_out' }
    ]);
  });

  test('a Contact keeps it', () => {
    const { fields, issues } = draftTask(input({ choices: { whoId: CONTACT, whatId: CASE } }));
    expect(fields).toMatchObject({ WhoId: CONTACT, WhatId: CASE });
    expect(issues).toEqual([]);
  });
});
