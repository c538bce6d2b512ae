// Media that make no interaction, and flat payloads whose medium has to be found out. Made by hand; ids are invented.
import { attributesOf, familyOfTopic, interactionsOf, readConversation } from '../interaction';
import { hearAll } from './data/conversationOf';
import type { Told } from './data/conversationOf';

const ME = 'u-ana';
const connectedTime = '2026-05-06T09:00:00.000Z';
const disconnectedTime = '2026-05-06T09:10:00.000Z';

type Json = Record<string, unknown>;

/** A payload of shape E or C in which two users have this. */
const among = (mine: Json, more: Json = {}) => ({
  id: 'c-1',
  participants: [
    { id: 'p-me', purpose: 'user', userId: ME, connectedTime, ...mine },
    { id: 'p-ben', purpose: 'user', userId: 'u-ben', connectedTime, ...mine }
  ],
  ...more
});
const entry = (more: Json = {}): Json => ({
  id: 'k-1',
  state: 'connected',
  connectedTime,
  ...more
});

describe('what makes no interaction', () => {
  const cases: [title: string, payload: object, media: string[]][] = [
    ['a video meeting', among({ videos: [entry({ audioMuted: false })] }), ['videos']],
    ['an internal message', among({ internalMessages: [entry()] }), ['internalMessages']],
    [
      'a social expression, as REST tells it',
      among({ socialExpressions: [entry()] }, { startTime: connectedTime }),
      ['socialExpressions']
    ],
    ['a shared screen', among({ screenshares: [entry({ disconnectedTime })] }), ['screenshares']],
    ['a shared browser', among({ cobrowsesessions: [entry()], calls: [] }), ['cobrowsesessions']],
    ['a work item', among({ workitems: [entry()] }), ['workitems']],
    ['a medium of the future', among({ holograms: [entry({ state: 'alerting' })] }), ['holograms']],
    [
      'two of them',
      among({ videos: [entry()], screenshares: [entry()] }),
      ['videos', 'screenshares']
    ]
  ];

  it.each(cases)('%s', (_title, payload, media) => {
    const reading = readConversation(payload);
    expect('problems' in reading && reading.problems.slice(0, media.length)).toEqual(
      media.map((each) => ({ type: 'other_media', conversationId: 'c-1', media: each }))
    );
    const known = hearAll([payload])!;
    expect(interactionsOf(known, ME)).toEqual([]);
    expect(attributesOf(known, 'p-me', { region: 'mypurecloud.com' })).toEqual({});
  });

  it('a participant of a call who only shares a screen', () => {
    const payload = among({ calls: [entry()] });
    const [me, ben] = payload.participants as Json[];
    const known = hearAll([
      { ...payload, participants: [{ ...me, calls: [], screenshares: [entry()] }, ben] }
    ])!;
    expect(interactionsOf(known, ME)).toEqual([]);
    expect(interactionsOf(known, 'u-ben')).toHaveLength(1);
  });

  it('a call with a shared screen beside it is a call, and nothing to complain of', () => {
    const payload = among({ calls: [entry()], screenshares: [entry()] });
    expect(readConversation(payload)).toMatchObject({ problems: [] });
    expect(interactionsOf(hearAll([payload])!, ME)).toMatchObject([{ media: 'call' }]);
  });
});

/** Shape M without a word that gives its medium away. */
const flat = (more: Json = {}, payload: Json = {}) => ({
  id: 'c-1',
  participants: [
    { id: 'p-me', purpose: 'agent', user: { id: ME }, state: 'connected', connectedTime, ...more }
  ],
  ...payload
});
const agent = (lists: Json) => ({
  id: 'c-1',
  participants: [{ id: 'p-me', purpose: 'agent', userId: ME, connectedTime, ...lists }]
});
const ended = { state: 'disconnected', endTime: disconnectedTime };

describe('the medium of a flat payload', () => {
  const cases: [title: string, told: Told[], expected: object[]][] = [
    ['its topic says it', [[flat(), 'emails']], [{ media: 'email', state: 'connected' }]],
    [
      'its topic is stronger than its fields',
      [[flat({ muted: false }), 'callbacks']],
      [{ media: 'callback' }]
    ],
    [
      'its route says it',
      [flat({}, { selfUri: '/api/v2/conversations/chats/c-1' })],
      [{ media: 'chat' }]
    ],
    ['nobody says it', [flat()], []],
    [
      'the conversation has one only',
      [agent({ emails: [entry()] }), flat(ended)],
      [{ media: 'email', state: 'disconnected' }]
    ],
    [
      'the conversation has two',
      [agent({ callbacks: [entry()], calls: [entry({ id: 'k-2' })] }), flat(ended)],
      [{ media: 'callback', state: 'connected' }]
    ],
    ['a topic of another medium', [[flat(), 'videos']], []],
    [
      'a topic of another medium beside a call',
      [agent({ calls: [entry()] }), [flat(ended), 'screenshares']],
      [{ state: 'connected' }]
    ],
    [
      'a route of another medium',
      [
        agent({ calls: [entry()] }),
        flat(ended, { selfUri: '/api/v2/conversations/cobrowsesessions/c-1' })
      ],
      [{ state: 'connected' }]
    ],
    [
      'fields of another medium',
      [agent({ calls: [entry()] }), flat({ ...ended, videoMuted: true })],
      [{ state: 'connected' }]
    ],
    [
      'an internal message looks like a message',
      [flat({ internalMessageId: 'i-1', messages: [] })],
      []
    ],
    ['lists in a topic of another medium', [[agent({ calls: [entry()] }), 'videos']], []]
  ];

  it.each(cases)('%s', (_title, told, expected) => {
    const known = hearAll(told);
    const interactions = known ? interactionsOf(known, ME) : [];
    expect(interactions).toHaveLength(expected.length);
    expect(interactions).toMatchObject(expected);
  });

  it('is counted when it is another', () => {
    expect(readConversation(flat(), undefined, 'videos')).toEqual({
      problem: { type: 'other_media', conversationId: 'c-1', media: 'videos' }
    });
  });
});

it.each([
  ['v2.users.u-1.conversations', undefined],
  ['v2.users.u-1.conversations.calls', 'calls'],
  ['v2.users.u-1.Conversations.ScreenShares', 'screenshares'],
  ['v2.users.u-1?conversations.calls', undefined],
  ['v2.users.u-1.presence', undefined],
  ['v2.detail.events.conversation.c-1.acw', undefined]
])('the family of topic %s is %s', (topic, family) => expect(familyOfTopic(topic)).toBe(family));
