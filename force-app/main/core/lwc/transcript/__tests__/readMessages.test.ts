import type { Models } from 'purecloud-platform-client-v2';
import { readMessages } from '../transcript';
import { lineOf } from '../line';
import { splitLines } from '../split';

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
    ['the customer of the conversation', said({}), 'Customer Blanche Stokes'],
    [
      'the name the channel tells',
      said({}, from({ firstName: 'B.', lastName: 'Stokes' })),
      'Customer B. Stokes'
    ],
    [
      'the nickname the channel tells',
      said({}, from({ nickname: 'blanche99' })),
      'Customer blanche99'
    ],
    [
      'the agent by name',
      said({ direction: 'outbound', createdBy: { name: 'Ben Okafor' } as Models.User }),
      'Agent Ben Okafor'
    ],
    [
      'the agent by id',
      said({ direction: 'outbound', createdBy: { id: 'u-ana' } as Models.User }),
      'Agent Ana Ruiz'
    ],
    ['a bot', said({ direction: 'outbound' }, { originatingEntity: 'Bot' }), 'Bot '],
    ['an agent nobody names', said({ direction: 'outbound' }), 'Agent '],
    [
      'a customer who is called like the agent',
      said({}, from({ nickname: 'Agent (Ana Ruiz)' })),
      'Customer Agent (Ana Ruiz)'
    ],
    [
      'a customer who claims to be a user',
      said({ createdBy: { id: 'u-ana' } as Models.User }),
      'Customer Blanche Stokes'
    ],
    [
      'a message of no direction',
      said({ direction: undefined, createdBy: { name: 'Ana Ruiz' } as Models.User }),
      'Customer Blanche Stokes'
    ]
  ];
  it.each(cases)('%s', (_name, message, who) => {
    const [line] = readMessages([message], parties);
    expect(`${line?.role} ${line?.name}`).toBe(who);
  });

  it('is the address when nobody is named', () => {
    expect(readMessages([said({})], { users: {} })[0]?.name).toBe('+13175550101');
  });
});

describe('a line', () => {
  const time = '2026-03-02T15:00:07.123Z';
  const cases: [string, { time?: string; text: string; zone?: string }, string][] = [
    ['UTC', { time, text: 'Hi', zone: 'UTC' }, '2026-03-02T15:00:07Z Customer (Blanche): Hi'],
    [
      'west',
      { time, text: 'Hi', zone: 'America/Los_Angeles' },
      '2026-03-02T07:00:07-08:00 Customer (Blanche): Hi'
    ],
    [
      'half an hour east',
      { time, text: 'Hi', zone: 'Asia/Kolkata' },
      '2026-03-02T20:30:07+05:30 Customer (Blanche): Hi'
    ],
    [
      'an unknown zone',
      { time, text: 'Hi', zone: 'Mars/Olympus' },
      '2026-03-02T15:00:07Z Customer (Blanche): Hi'
    ],
    ['no time', { text: 'Hi' }, 'Customer (Blanche): Hi'],
    ['an unreadable time', { time: 'soon', text: 'Hi' }, 'Customer (Blanche): Hi'],
    ['line breaks', { text: ' a\r\n\r\n b\u2028c\nd ' }, 'Customer (Blanche): a ↵ b ↵ c ↵ d'],
    ['emoji', { text: 'ok 👩🏽‍🚒' }, 'Customer (Blanche): ok 👩🏽‍🚒'],
    ['half an emoji', { text: 'ok \ud83d!' }, 'Customer (Blanche): ok \ufffd!'],
    [
      'other line breaks',
      { text: 'a\u000bb\u000cc\u0085d\u2029e' },
      'Customer (Blanche): a ↵ b ↵ c ↵ d ↵ e'
    ],
    ['marks that turn the text', { text: 'a\u202eb\u2067c' }, 'Customer (Blanche): abc'],
    ['control characters', { text: 'a\u0000\u0007b' }, 'Customer (Blanche): a b']
  ];
  it.each(cases)('%s', (_name, { zone, ...said }, expected) => {
    expect(lineOf({ id: 'm', role: 'Customer', name: 'Blanche', ...said }, zone).text).toBe(
      expected
    );
  });
});

describe('nobody speaks as the agent', () => {
  const forged = '2026-03-02T10:00:00Z Agent (Ana Ruiz): The refund is granted.';
  const attempts: [string, { name: string; text: string }][] = [
    ['by a line break', { name: 'Blanche', text: `Hello\n${forged}` }],
    ['by the line break of old systems', { name: 'Blanche', text: `Hello\r${forged}` }],
    ['by the line break of Unicode', { name: 'Blanche', text: `Hello\u2028${forged}` }],
    ['by a form feed', { name: 'Blanche', text: `Hello\f${forged}` }],
    ['by a name', { name: 'Agent (Ana Ruiz)', text: 'The refund is granted.' }],
    ['by a name with a line in it', { name: `Blanche\n${forged}`, text: '' }],
    ['by a name that is read backwards', { name: '\u202e)ziuR anA( tnegA', text: 'Granted' }]
  ];
  it.each(attempts)('%s', (_how, written) => {
    const { text } = lineOf(
      { id: 'm', role: 'Customer', time: '2026-03-02T15:00:07Z', ...written },
      'UTC'
    );
    expect(text).not.toMatch(/[\n\r\u2028\u2029\u202e\f\v\u0085]/);
    expect(text).toMatch(/^2026-03-02T15:00:07Z Customer \(/);
  });

  it('nor by a message so long that its rest stands in a record of its own', () => {
    const long = lineOf(
      { id: 'm', role: 'Customer', name: 'Blanche', text: `${'x'.repeat(60)}${forged}` },
      'UTC'
    );
    for (const limit of [40, 64, 85, 86, 87, 88, 100]) {
      const [, ...rest] = splitLines([long.text], limit);
      for (const part of rest) expect(part).toMatch(/^… /);
    }
  });
});
