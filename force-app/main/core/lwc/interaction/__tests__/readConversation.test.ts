import { attributesOf, interactionsOf, readConversation } from '../interaction';
import type { PayloadProblem } from '../interaction';
import { conversationOf } from './data/conversationOf';
import { at, ANA } from './data/story';

const context = { region: 'mypurecloud.com' };

describe('what is no conversation', () => {
  const cases: [string, unknown, PayloadProblem][] = [
    ['nothing', undefined, { type: 'not_an_object', found: 'undefined' }],
    ['null', null, { type: 'not_an_object', found: 'null' }],
    ['a text', 'conversation', { type: 'not_an_object', found: 'string' }],
    ['a list', [{}], { type: 'not_an_object', found: 'list' }],
    ['an empty object', {}, { type: 'no_conversation_id' }],
    ['an id of the wrong type', { id: 7, participants: [] }, { type: 'no_conversation_id' }],
    ['no participants', { id: 'c' }, { type: 'no_participants', conversationId: 'c' }],
    [
      'participants null',
      { id: 'c', participants: null },
      { type: 'no_participants', conversationId: 'c' }
    ],
    [
      'an empty list of participants',
      { id: 'c', participants: [] },
      { type: 'no_participants', conversationId: 'c' }
    ],
    [
      'participants that are none',
      { id: 'c', participants: [null, 3, 'x', [], {}] },
      { type: 'no_participants', conversationId: 'c' }
    ]
  ];
  it.each(cases)('%s is a typed problem', (_title, payload, problem) => {
    expect(readConversation(payload)).toEqual({ problem });
  });
});

/** Shape E: an agent's call, with one thing changed. */
function event(agent: object, call: object = {}, others: unknown[] = []): unknown {
  return {
    id: 'c',
    participants: [
      {
        id: 'p-ana',
        purpose: 'agent',
        userId: ANA,
        connectedTime: at(10),
        attributes: {},
        calls: [{ id: 'call', state: 'connected', held: false, connectedTime: at(10), ...call }],
        callbacks: [],
        chats: [],
        emails: [],
        messages: [],
        ...agent
      },
      ...others
    ]
  };
}

describe('tolerated', () => {
  const cases: [string, unknown, Record<string, unknown>][] = [
    [
      'keys that no type knows',
      event({ novelty: { a: [1] } }, { errorInfo: { code: 'error.x', messageParams: {} } }),
      { 'Call.State': 'CONNECTED' }
    ],
    [
      'terminated, as REST says',
      event({}, { state: 'terminated', disconnectedTime: at(20) }),
      { 'Call.State': 'DISCONNECTED', 'Salesforce.CallDuration': 10 }
    ],
    [
      'connected with an end: the time is stronger',
      event({}, { held: true, disconnectedTime: at(20) }),
      { 'Call.State': 'DISCONNECTED', 'Salesforce.CallDuration': 10 }
    ],
    [
      'connected with the end of the participant only',
      event({ endTime: at(20) }),
      { 'Call.State': 'DISCONNECTED', 'Salesforce.CallDuration': 10 }
    ],
    [
      'alerting with a connected time',
      event({}, { state: 'alerting' }),
      { 'Call.State': 'CONNECTED' }
    ],
    [
      'a connected time of the communication alone',
      event({ connectedTime: null }),
      { 'Salesforce.ConnectedTime': at(10) }
    ],
    [
      'a state in capitals',
      event({}, { state: 'CONNECTED', held: true }),
      { 'Call.State': 'HELD' }
    ],
    ['a state that is new to us', event({}, { state: 'parked' }), { 'Call.State': 'PARKED' }],
    ['no state', event({}, { state: null }), { 'Call.State': 'CONNECTED' }],
    [
      'no communication',
      event({ calls: [], connectedTime: undefined }),
      { 'Call.State': undefined }
    ],
    [
      'empty objects',
      event(
        { queue: {}, user: {}, wrapup: {}, conversationRoutingData: {} },
        { self: {}, other: {}, afterCallWork: {} }
      ),
      { 'Call.QueueName': undefined, 'Salesforce.WrapUpCode': undefined }
    ],
    [
      'nulls everywhere',
      event(
        { name: null, queueId: null, wrapup: null, attributes: null, emails: null },
        { self: null, uuiData: null }
      ),
      { 'Call.UUIData': undefined }
    ],
    [
      'empty texts',
      event({ queueName: '', wrapup: { code: '', name: '' } }, { uuiData: '' }),
      { 'Call.QueueName': undefined, 'Call.UUIData': undefined }
    ],
    [
      'times out of order',
      event({}, { disconnectedTime: at(5) }),
      { 'Salesforce.CallDuration': undefined, 'Salesforce.DisconnectedTime': at(5) }
    ],
    [
      'a time with a zone',
      event({ connectedTime: '2024-03-01T10:00:10+01:00' }),
      { 'Salesforce.ConnectedTime': at(10) }
    ],
    [
      'a time without a zone is UTC',
      event({ connectedTime: '2024-03-01T09:00:10.000' }),
      { 'Salesforce.ConnectedTime': at(10) }
    ],
    [
      'two calls in one participant: the live one counts',
      event({
        calls: [
          { id: '1', state: 'disconnected', connectedTime: at(10), disconnectedTime: at(12) },
          { id: '2', state: 'connected', held: true, connectedTime: at(13) }
        ]
      }),
      {
        'Call.State': 'HELD',
        'Salesforce.CallDuration': undefined,
        'Salesforce.ConnectedTime': at(10)
      }
    ],
    [
      'two ended calls: the last one counts',
      event({
        calls: [
          { id: '1', state: 'disconnected', disconnectedTime: at(12) },
          { id: '2', state: 'disconnected', connectedTime: at(13), disconnectedTime: at(30) }
        ]
      }),
      { 'Salesforce.CallDuration': 20 }
    ]
  ];
  it.each(cases)('%s', (_title, payload, expected) => {
    expect(readConversation(payload)).toMatchObject({ problems: [] });
    const attributes = attributesOf(conversationOf(payload), 'p-ana', context);
    const shown = Object.keys(expected).map((name) => [name, attributes[name]]);
    expect(Object.fromEntries(shown)).toEqual(expected);
  });
});

describe('what cannot be used is counted and absent', () => {
  const cases: [string, unknown, PayloadProblem[]][] = [
    [
      'wrong types',
      event({ name: 7, connectedTime: 5, wrapup: 'x' }, { held: 'yes', self: [] }),
      [
        { type: 'wrong_type', path: 'participants[0].wrapup', found: 'string' },
        { type: 'wrong_type', path: 'participants[0].name', found: 'number' },
        { type: 'wrong_type', path: 'participants[0].connectedTime', found: 'number' },
        { type: 'wrong_type', path: 'participants[0].calls[0].held', found: 'string' },
        { type: 'wrong_type', path: 'participants[0].calls[0].self', found: 'list' }
      ]
    ],
    [
      'times that are none',
      event({ connectedTime: 'yesterday' }, { connectedTime: '2024-13-01T09:00:00.000Z' }),
      [
        { type: 'bad_time', path: 'participants[0].connectedTime' },
        { type: 'bad_time', path: 'participants[0].calls[0].connectedTime' }
      ]
    ],
    [
      'a list that is none and an entry that is none',
      event({ emails: {}, chats: [5] }),
      [
        { type: 'wrong_type', path: 'participants[0].chats[0]', found: 'number' },
        { type: 'wrong_type', path: 'participants[0].emails', found: 'object' }
      ]
    ],
    [
      'a participant without an id',
      event({}, {}, [{ purpose: 'acd' }, null]),
      [
        { type: 'participant_without_id', path: 'participants[1]' },
        { type: 'participant_without_id', path: 'participants[2]' }
      ]
    ],
    [
      'a participant told twice',
      event({}, {}, [{ id: 'p-ana', purpose: 'agent', userId: ANA, name: 'Ana', calls: [] }]),
      [{ type: 'duplicate_participant', path: 'participants[1]', participantId: 'p-ana' }]
    ],
    [
      'a medium that is new to us',
      {
        id: 'c',
        participants: [
          {
            id: 'p-ana',
            purpose: 'agent',
            user: { id: ANA },
            state: 'connected',
            connectedTime: at(10)
          }
        ]
      },
      [{ type: 'unknown_media', path: 'participants[0]' }]
    ]
  ];
  it.each(cases)('%s', (_title, payload, problems) => {
    const reading = readConversation(payload);
    expect('problems' in reading && sortedByPath(reading.problems)).toEqual(sortedByPath(problems));
    expect(conversationOf(payload).participants[0]?.id).toBe('p-ana');
  });

  function sortedByPath(problems: PayloadProblem[]): PayloadProblem[] {
    return [...problems].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
});

describe('the shape is recognised by structure', () => {
  it.each([
    [
      'flat message participants list single messages',
      { messages: [{ messageId: 'm', messageTime: at(1), textBody: 'Hi' }], type: 'sms' },
      'message'
    ],
    ['flat callback participants', { callbackNumbers: ['+13175550101'] }, 'callback'],
    ['flat email participants', { subject: 'Order' }, 'email'],
    ['flat chat participants', { roomId: 'r' }, 'chat'],
    ['flat call participants', { muted: false, ani: 'tel:+13175550101' }, 'call']
  ])('%s', (_title, fields, media) => {
    const participant = {
      id: 'p',
      purpose: 'agent',
      user: { id: ANA },
      state: 'connected',
      connectedTime: at(10),
      endTime: at(12.5),
      ...fields
    };
    const conversation = conversationOf({ id: 'c', participants: [participant] });
    expect(interactionsOf(conversation, ANA)).toMatchObject([
      { media, isLeg: true, state: 'disconnected', communicationId: undefined }
    ]);
    expect(attributesOf(conversation, 'p', context)).toMatchObject({
      'Salesforce.CallDuration': 3
    });
  });

  it('the address of the payload helps where fields do not', () => {
    const participant = { id: 'p', purpose: 'agent', user: { id: ANA }, state: 'connected' };
    const payload = {
      id: 'c',
      selfUri: '/api/v2/conversations/chats/c',
      participants: [participant]
    };
    expect(interactionsOf(conversationOf(payload), ANA)).toMatchObject([
      { media: 'chat', type: 'chat' }
    ]);
  });
});

describe('addresses', () => {
  it.each([
    ['tel:+13175550101', '+13175550101'],
    ['tel:+13175550101;ext=7', '+13175550101;ext=7'],
    ['tel:+13175550101;phone-context=example.com;ext=7', '+13175550101;ext=7'],
    ['TEL:+13175550101;EXT=7;phone-context=x', '+13175550101;ext=7'],
    ['tel:+13175550101x134', '+13175550101x134'],
    ['+13175550101;ext=7', '+13175550101;ext=7'],
    ['sip:+13175550101;ext=7@host.example.com;user=phone', '+13175550101;ext=7'],
    ['sip:+13175550101;tgrp=1@host.example.com', '+13175550101'],
    ['sip:+13175550101x134@host.example.com', '+13175550101x134'],
    ['sip:helpdesk;ext=7@host.example.com', 'sip:helpdesk;ext=7@host.example.com'],
    ['sip:+13175550101@192.0.2.1;user=phone', '+13175550101'],
    ['sips:3175550101@example.com', '3175550101'],
    ['sip:queue-7@example.com;user=acd', 'sip:queue-7@example.com;user=acd'],
    ['+13175550101', '+13175550101'],
    ['tel:', undefined]
  ])('%s → %s', (told, shown) => {
    const customer = {
      id: 'x',
      purpose: 'customer',
      calls: [{ id: 'y', self: { addressNormalized: told } }]
    };
    const attributes = attributesOf(conversationOf(event({}, {}, [customer])), 'p-ana', context);
    expect(attributes['Call.Ani']).toBe(shown);
  });
});

it('takes big payloads as they come', () => {
  const big = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [`key${index}`, `value ${index}`])
  );
  const uuiData = '0A'.repeat(524_288);
  const customer = { id: 'x', purpose: 'customer', attributes: big, calls: [] };
  const attributes = attributesOf(
    conversationOf(event({}, { uuiData }, [customer])),
    'p-ana',
    context
  );
  expect(attributes['Call.UUIData']).toBe(uuiData);
  expect(attributes['Participant.key9999']).toBe('value 9999');
  expect(Object.keys(attributes).filter((name) => name.startsWith('Participant.'))).toHaveLength(
    10_000
  );
});
