import type { Models } from 'purecloud-platform-client-v2';
import { readMessages } from '../transcript';
import { lineOf } from '../line';

const parties = { customer: 'Blanche Stokes', users: { 'u-ana': 'Ana Ruiz' } };

type Normalized = Models.ConversationNormalizedMessage;
type Content = Models.ConversationMessageContent;

/** `Models.MessageData`, written by hand after the SDK's types; made-up people. */
function inbound(
  normalized: Partial<Normalized>,
  more: Partial<Models.MessageData> = {}
): Models.MessageData {
  return {
    id: 'm-1',
    timestamp: '2026-03-02T15:00:07.123Z',
    status: 'received',
    direction: 'inbound',
    fromAddress: '+13175550101',
    normalizedMessage: { type: 'Text', ...normalized },
    ...more
  };
}
const content = (...list: unknown[]) => inbound({ type: 'Structured', content: list as Content[] });
const textOf = (message: unknown) => readMessages([message], parties)[0]?.text;

describe('what a message says', () => {
  const cases: [string, unknown, string | undefined][] = [
    ['text', inbound({ text: 'Hello' }), 'Hello'],
    [
      'text as older servers send it',
      { id: 'm', textBody: 'Hello', direction: 'inbound' },
      'Hello'
    ],
    ['both, once', inbound({ text: 'Hello' }, { textBody: 'Hello' } as object), 'Hello'],
    [
      'an attachment with its name',
      content({
        contentType: 'Attachment',
        attachment: { mediaType: 'Image', filename: 'roof.jpg', url: 'https://files.example.com/x' }
      }),
      '[Image: roof.jpg]'
    ],
    [
      'text and attachment',
      inbound({
        text: 'See here',
        content: [
          { contentType: 'Attachment', attachment: { mediaType: 'File', filename: 'a.pdf' } }
        ]
      }),
      'See here [Attachment: a.pdf]'
    ],
    [
      'an attachment without a name',
      content({ contentType: 'Attachment', attachment: { mediaType: 'Audio' } }),
      '[Audio]'
    ],
    [
      'older media and stickers',
      {
        id: 'm',
        direction: 'inbound',
        media: [{ mediaType: 'image/png', name: 'roof.png', url: 'https://files.example.com/y' }],
        stickers: [{ id: 's', url: 'https://files.example.com/s' }]
      },
      '[Image: roof.png] [Sticker]'
    ],
    [
      'quick replies',
      content(
        { contentType: 'QuickReply', quickReply: { text: 'Yes', payload: 'y' } },
        { contentType: 'QuickReply', quickReply: { text: 'No', payload: 'n' } }
      ),
      '[Quick reply: Yes] [Quick reply: No]'
    ],
    [
      'quick replies, version 2',
      content({
        contentType: 'QuickReplyV2',
        quickReplyV2: { title: 'Sure?', actions: [{ text: 'Yes', payload: 'y' }] }
      }),
      '[Quick replies: Sure? | Yes]'
    ],
    [
      'a chosen button, once',
      inbound({
        text: 'Yes',
        content: [{ contentType: 'ButtonResponse', buttonResponse: { text: 'Yes', payload: 'y' } }]
      }),
      'Yes'
    ],
    [
      'a card',
      content({
        contentType: 'Card',
        card: { title: 'Roof policy', description: 'From 12 a month', actions: [{ text: 'Buy' }] }
      }),
      '[Card: Roof policy | From 12 a month | Buy]'
    ],
    [
      'a carousel',
      content({
        contentType: 'Carousel',
        carousel: {
          cards: [
            { title: 'A', actions: [] },
            { title: 'B', actions: [] }
          ]
        }
      }),
      '[Card: A] [Card: B]'
    ],
    [
      'a place',
      content({ contentType: 'Location', location: { latitude: 39.7, longitude: -86.1 } }),
      '[Location: 39.7, -86.1]'
    ],
    [
      'a reaction',
      content({ contentType: 'Reactions', reactions: [{ reactionType: 'Like', count: 1 }] }),
      '[Reaction: Like]'
    ],
    [
      'content of a kind unknown today',
      content({ contentType: 'Hologram', hologram: {} }),
      '[Hologram]'
    ],
    [
      'someone joining',
      inbound({ type: 'Event', events: [{ eventType: 'Presence', presence: { type: 'Join' } }] }),
      '[Presence: Join]'
    ],
    [
      'someone typing',
      inbound({ type: 'Event', events: [{ eventType: 'Typing', typing: { type: 'On' } }] }),
      undefined
    ],
    ['a receipt', inbound({ type: 'Receipt', text: 'Delivered' }), undefined],
    ['nothing', inbound({}), undefined],
    ['no id', inbound({ text: 'Hello' }, { id: undefined }), undefined]
  ];
  it.each(cases)('%s', (_name, message, expected) => {
    expect(textOf(message)).toBe(expected);
  });

  it.each([[undefined], [null], [7], ['text'], [[]], [{ normalizedMessage: 3 }]])(
    'never throws on %p',
    (nonsense) => {
      expect(readMessages([nonsense], parties)).toEqual([]);
    }
  );
});

describe('who says it', () => {
  const said = (more: Partial<Models.MessageData>, normalized: object = {}) =>
    inbound({ text: 'x', ...normalized }, more);
  const from = (recipient: object) => ({ channel: { from: { id: 'r', ...recipient } } });
  const cases: [string, unknown, string][] = [
    ['the customer of the conversation', said({}), 'Blanche Stokes'],
    [
      'the name the channel tells',
      said({}, from({ firstName: 'B.', lastName: 'Stokes' })),
      'B. Stokes'
    ],
    ['the nickname the channel tells', said({}, from({ nickname: 'blanche99' })), 'blanche99'],
    [
      'the agent by name',
      said({ direction: 'outbound', createdBy: { name: 'Ben Okafor' } as Models.User }),
      'Ben Okafor'
    ],
    [
      'the agent by id',
      said({ direction: 'outbound', createdBy: { id: 'u-ana' } as Models.User }),
      'Ana Ruiz'
    ],
    ['a bot', said({ direction: 'outbound' }, { originatingEntity: 'Bot' }), 'Bot'],
    ['an agent nobody names', said({ direction: 'outbound' }), 'Agent']
  ];
  it.each(cases)('%s', (_name, message, sender) => {
    expect(readMessages([message], parties)[0]?.sender).toBe(sender);
  });

  it('is the address when nobody is named', () => {
    expect(readMessages([said({})], { users: {} })[0]?.sender).toBe('+13175550101');
  });
});

describe('a line', () => {
  const time = '2026-03-02T15:00:07.123Z';
  const cases: [string, { time?: string; text: string; zone?: string }, string][] = [
    ['UTC', { time, text: 'Hi', zone: 'UTC' }, '2026-03-02T15:00:07Z Blanche: Hi'],
    [
      'west',
      { time, text: 'Hi', zone: 'America/Los_Angeles' },
      '2026-03-02T07:00:07-08:00 Blanche: Hi'
    ],
    [
      'half an hour east',
      { time, text: 'Hi', zone: 'Asia/Kolkata' },
      '2026-03-02T20:30:07+05:30 Blanche: Hi'
    ],
    [
      'an unknown zone',
      { time, text: 'Hi', zone: 'Mars/Olympus' },
      '2026-03-02T15:00:07Z Blanche: Hi'
    ],
    ['no time', { text: 'Hi' }, 'Blanche: Hi'],
    ['an unreadable time', { time: 'soon', text: 'Hi' }, 'Blanche: Hi'],
    ['line breaks', { text: ' a\r\n\r\n b\u2028c\nd ' }, 'Blanche: a ↵ b ↵ c ↵ d'],
    ['emoji', { text: 'ok 👩🏽‍🚒' }, 'Blanche: ok 👩🏽‍🚒'],
    ['half an emoji', { text: 'ok \ud83d!' }, 'Blanche: ok \ufffd!'],
    ['control characters', { text: 'a\u0000\u0007b' }, 'Blanche: a b']
  ];
  it.each(cases)('%s', (_name, { zone, ...said }, expected) => {
    expect(lineOf({ id: 'm', sender: 'Blanche', ...said }, zone).text).toBe(expected);
  });
});
