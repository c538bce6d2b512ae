import { mergeConversation, messageIdsOf } from '../interaction';
import { conversationOf } from './data/conversationOf';

const at = '2026-03-02T15:00:00.000Z';
const later = '2026-03-02T15:01:00.000Z';
const details = (...ids: unknown[]) => ids.map((messageId) => ({ messageId, messageTime: at }));

/** Shape E: messages are listed within each participant's communication. */
const shapeE = (customer: unknown, agent: unknown = []) => ({
  id: 'c-1',
  participants: [
    participant('p-customer', 'customer', customer),
    { ...participant('p-agent', 'agent', agent), connectedTime: later }
  ]
});
const participant = (id: string, purpose: string, messages: unknown) => ({
  id,
  purpose,
  connectedTime: at,
  messages: [{ id: `k-${id}`, state: 'connected', type: 'webmessaging', messages }]
});

/** Shape M: flat, with the single messages at the participant. */
const shapeM = (messages: unknown) => ({
  id: 'c-1',
  selfUri: '/api/v2/conversations/messages/c-1',
  participants: [
    { id: 'p-customer', purpose: 'customer', state: 'connected', direction: 'inbound', messages }
  ]
});

describe('ids of messages', () => {
  const cases: [string, unknown, string[]][] = [
    ['none', shapeE([]), []],
    [
      'of all participants, each once',
      shapeE(details('m-1', 'm-2'), details('m-2', 'm-3')),
      ['m-1', 'm-2', 'm-3']
    ],
    ['of REST', shapeM(details('m-1')), ['m-1']],
    ['of the media topic', shapeM([{ message: { id: 'm-1' }, messageTime: at }]), ['m-1']],
    [
      'nonsense left out',
      shapeE([null, 4, {}, { messageId: 7 }, { messageId: '' }, ...details('m-1')]),
      ['m-1']
    ],
    ['no list at all', shapeE('m-1'), []]
  ];
  it.each(cases)('%s', (_name, payload, expected) => {
    expect(messageIdsOf(conversationOf(payload))).toEqual(expected);
  });

  it('only become more, whatever order snapshots come in', () => {
    const snapshots = [
      shapeE(details('m-1', 'm-2')),
      shapeM(details('m-1', 'm-2', 'm-3')),
      shapeE(details('m-1')),
      shapeE([])
    ].map((payload) => conversationOf(payload));
    const merged = snapshots.slice(1).reduce(mergeConversation, snapshots[0]!);
    expect(messageIdsOf(merged)).toEqual(['m-1', 'm-2', 'm-3']);
  });

  it('stay when their only source tells the newest alone', () => {
    const known = conversationOf(shapeE(details('m-1', 'm-2')));
    const merged = mergeConversation(known, conversationOf(shapeE(details('m-3'))));
    expect(messageIdsOf(merged)).toEqual(['m-1', 'm-2', 'm-3']);
  });

  it('repeated are no news', () => {
    const known = conversationOf(shapeE(details('m-1', 'm-2')));
    expect(mergeConversation(known, conversationOf(shapeE(details('m-1', 'm-2'))))).toBe(known);
    expect(mergeConversation(known, conversationOf(shapeE(details('m-2'))))).toBe(known);
    expect(mergeConversation(known, conversationOf(shapeE(details('m-1', 'm-3'))))).not.toBe(known);
  });
});
