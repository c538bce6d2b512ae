import type { Mapping } from 'c/taskDraft';
import { replay } from '../replay';
import type { Replayed } from '../replay';
import { assumedShape } from '../taskFields';
import { AGENT, call, frame, OTHER_AGENT } from './recording';

const MAPPINGS: Mapping[] = [
  {
    attribute: 'Participant.policy',
    field: 'Policy__c',
    active: true,
    whenTooLong: 'cut',
    whenEmpty: 'clear'
  }
];
const TOPIC = `v2.users.${AGENT}.conversations`;

function run(items: unknown[], mappings = MAPPINGS): Promise<Replayed> {
  return replay(items, {
    userId: AGENT,
    mappings,
    shape: assumedShape(mappings),
    locale: 'en-US',
    timeZone: 'UTC',
    region: 'mypurecloud.com'
  });
}

test('a call from its ring to its wrap-up: one Task, and only differences written', async () => {
  const { tasks, writes, skipped } = await run([
    frame(TOPIC, call({ ringing: true })),
    frame(TOPIC, call()),
    frame(TOPIC, call()),
    frame(TOPIC, call({ policy: 'P-5000' })),
    frame(TOPIC, call({ ended: true, policy: 'P-5000' })),
    frame(TOPIC, call({ ended: true, wrapUp: 'Resolved', policy: 'P-5000' })),
    frame(TOPIC, call({ ended: true, wrapUp: 'Resolved', policy: '' }))
  ]);
  const key = 'c1:c1-agent';
  expect(writes).toEqual([
    {
      key,
      kind: 'create',
      fields: {
        Interaction_Key__c: key,
        Subject: 'Call 3/1/2026, 10:00:09 AM',
        Type: 'Call',
        CallType: 'Inbound',
        CallObject: 'c1',
        Policy__c: 'P-4411'
      }
    },
    { key, kind: 'update', fields: { Policy__c: 'P-5000' } },
    { key, kind: 'update', fields: { CallDurationInSeconds: 60 } },
    { key, kind: 'update', fields: { CallDisposition: 'Resolved' } },
    { key, kind: 'update', fields: { Policy__c: null } }
  ]);
  expect(tasks).toEqual([
    {
      key,
      fields: {
        Interaction_Key__c: key,
        Subject: 'Call 3/1/2026, 10:00:09 AM',
        Type: 'Call',
        CallType: 'Inbound',
        CallObject: 'c1',
        CallDurationInSeconds: 60,
        CallDisposition: 'Resolved'
      },
      attributes: expect.objectContaining({
        'Call.QueueName': 'Helpdesk',
        'Interaction.TotalIvrTime': 4,
        'Interaction.TotalAcdTime': 5
      }),
      issues: []
    }
  ]);
  expect(skipped).toEqual([]);
});

test('a listing holds several conversations; other users and unanswered rings get no Task', async () => {
  const { tasks } = await run([
    {
      entities: [
        call(),
        call({ conversationId: 'c2', userId: OTHER_AGENT }),
        call({ conversationId: 'c3', ringing: true }),
        call({ conversationId: 'c4' })
      ]
    }
  ]);
  expect(tasks.map(({ key }) => key)).toEqual(['c1:c1-agent', 'c4:c4-agent']);
});

test('what is no conversation is skipped with a reason, and the rest is read', async () => {
  const { tasks, skipped } = await run([
    frame('channel.metadata', { message: 'WebSocket Heartbeat' }),
    frame(`v2.users.${AGENT}.presence`, {}),
    frame(TOPIC, null),
    null,
    'text',
    { participants: [] },
    { entities: 'none' },
    call()
  ]);
  expect(tasks).toHaveLength(1);
  expect(skipped).toEqual([
    { item: 1, reason: 'topic channel.metadata' },
    { item: 2, reason: `topic v2.users.${AGENT}.presence` },
    { item: 3, reason: 'not_an_object' },
    { item: 4, reason: 'not_an_object' },
    { item: 5, reason: 'not_an_object' },
    { item: 6, reason: 'no_conversation_id' },
    { item: 7, reason: 'entities is no list' }
  ]);
});

test('a mapping nobody can follow is an issue of the Task', async () => {
  const wrong = [{ ...MAPPINGS[0], attribute: 'Call.Nothing' } as Mapping];
  const { tasks } = await run([call()], wrong);
  expect(tasks[0]?.issues).toMatchObject([
    { type: 'unknown_attribute', attribute: 'Call.Nothing' }
  ]);
});

describe('a media topic', () => {
  const connectedTime = '2026-03-01T10:00:09.000Z';
  const flat = (state: string, more: object = {}): object => ({
    id: 'c1',
    participants: [
      { id: 'p1', purpose: 'agent', user: { id: AGENT }, state, connectedTime, ...more }
    ]
  });
  const end = { endTime: '2026-03-01T10:01:09.000Z' };
  const video = {
    id: 'v1',
    participants: [
      {
        id: 'p1',
        purpose: 'user',
        userId: AGENT,
        connectedTime,
        videos: [{ id: 'k', state: 'connected', connectedTime }]
      }
    ]
  };

  it.each([
    ['calls', 'Call'],
    ['callbacks', 'Call'],
    ['emails', 'Email'],
    ['Messages', 'Message']
  ])('%s tells its medium', async (family, type) => {
    const { tasks } = await run([frame(`${TOPIC}.${family}`, flat('disconnected', end))]);
    expect(tasks).toMatchObject([{ fields: { Type: type, CallDurationInSeconds: 60 } }]);
  });

  it.each([
    ['of another medium', [frame(`${TOPIC}.videos`, flat('connected'))], ['other_media videos']],
    [
      'of a shared screen',
      [frame(`${TOPIC}.screenshares`, flat('connected'))],
      ['other_media screenshares']
    ],
    ['a video meeting in the topic of all', [frame(TOPIC, video)], ['other_media videos']]
  ])('%s leaves no Task', async (_title, items, reasons) => {
    const { tasks, writes, skipped } = await run(items);
    expect({ tasks, writes }).toEqual({ tasks: [], writes: [] });
    expect(skipped.map(({ reason }) => reason)).toEqual(reasons);
  });
});
