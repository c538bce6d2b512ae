import { attributesOf, catalogue, interactionsOf, readConversation } from '../interaction';
import type { InteractionType } from '../interaction';
import { conversationOf } from './data/conversationOf';
import { cases, context } from './data/stories';
import { shapes } from './data/shapes';
import type { ShapeName } from './data/shapes';
import { ANA } from './data/story';

function sorted(attributes: object): [string, unknown][] {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

describe.each(cases)('$story.title', ({ story, expected, except }) => {
  it.each(Object.keys(shapes) as ShapeName[])('has the right attributes in shape %s', (shape) => {
    const payload = JSON.parse(JSON.stringify(shapes[shape](story))) as unknown;
    const reading = readConversation(payload);
    expect(reading).toMatchObject({ problems: [] });

    const attributes = attributesOf(conversationOf(payload), story.leg, context);

    expect(sorted(attributes)).toEqual(sorted({ ...expected, ...except?.[shape] }));
    const [interaction] = interactionsOf(conversationOf(payload), ANA);
    expect(interaction).toMatchObject({ type: story.type, media: story.media, isLeg: true });
  });
});

const TYPES: InteractionType[] = [
  'call',
  'callback',
  'dialing',
  'chat',
  'email',
  'message',
  'voicemail'
];

describe('the cases', () => {
  // A cell without a case could break unseen.
  it.each(TYPES)('show every attribute that %s can have', (type) => {
    const shown = cases
      .filter(({ story }) => story.type === type)
      .flatMap(({ expected }) => Object.keys(expected));
    const due = catalogue
      .filter(
        ({ name, types }) =>
          (types === 'all' || types.includes(type)) &&
          !(name === 'Call.UUIData' && type === 'callback')
      )
      .map(({ name }) => name);
    expect(due.filter((name) => !shown.includes(name))).toEqual([]);
  });
});

describe('Seconds', () => {
  const [{ story }] = cases as [(typeof cases)[0]];
  function withLeg(change: object) {
    const parties = story.parties.map((party) =>
      party.id === story.leg ? { ...party, ...change } : party
    );
    return attributesOf(conversationOf(shapes.C({ ...story, parties })), story.leg, context);
  }

  it.each([
    ['rounds half up', { connected: 16, left: 18.5 }, 3],
    ['rounds less than half down', { connected: 16, left: 18.499 }, 2],
    ['is zero for no time at all', { connected: 16, left: 16 }, 0],
    ['is absent when it would be negative', { connected: 16, left: 15 }, undefined],
    ['is absent while live', { connected: 16, left: undefined }, undefined]
  ])('Salesforce.CallDuration %s', (_title, change, seconds) => {
    expect(withLeg(change)['Salesforce.CallDuration']).toBe(seconds);
  });

  it.each([
    ['end − start', { acw: { from: 76.5, to: 80 } }, 4],
    [
      'absent while pending',
      { acw: { from: 76.5 }, wrapUp: { code: 'x', name: 'x', seconds: 9 } },
      undefined
    ],
    ['absent when it would be negative', { acw: { from: 76.5, to: 70 } }, undefined],
    [
      'else what the wrap-up says',
      { acw: undefined, wrapUp: { code: 'x', name: 'x', seconds: 9 } },
      9
    ]
  ])('Salesforce.AfterCallTime: %s', (_title, change, seconds) => {
    expect(withLeg(change)['Salesforce.AfterCallTime']).toBe(seconds);
  });
});

describe('Salesforce.WrapUpCode', () => {
  const [{ story }] = cases as [(typeof cases)[0]];
  const uuid = 'e0000000-0000-4000-8000-000000000009';
  it.each([
    ['the name when the payload has it', { code: uuid, name: 'Sold' }, {}, 'Sold'],
    ['the looked-up name', { code: uuid, name: '' }, { [uuid]: 'Sold' }, 'Sold'],
    [
      'what the platform sets itself',
      { code: 'ININ-WRAP-UP-TIMEOUT', name: '' },
      {},
      'ININ-WRAP-UP-TIMEOUT'
    ],
    ['absent while only an id is known', { code: uuid, name: '' }, {}, undefined],
    [
      'absent when the look-up knows something inherited',
      { code: 'constructor', name: '' },
      {},
      'constructor'
    ]
  ])('is %s', (_title, wrapUp, wrapUpNames, expected) => {
    const parties = story.parties.map((party) =>
      party.id === story.leg ? { ...party, wrapUp } : party
    );
    const conversation = conversationOf(shapes.C({ ...story, parties }));
    const attributes = attributesOf(conversation, story.leg, {
      ...context,
      wrapUpNames: wrapUpNames as Record<string, string>
    });
    expect(attributes['Salesforce.WrapUpCode']).toBe(expected);
  });
});

it('knows nothing of a participant that is not there', () => {
  expect(attributesOf(conversationOf(shapes.E(cases[0]!.story)), 'nobody', context)).toEqual({});
});

it('shows absent context as absent', () => {
  const attributes = attributesOf(conversationOf(shapes.E(cases[0]!.story)), cases[0]!.story.leg, {
    region: '',
    notes: ''
  });
  expect(attributes).not.toHaveProperty(['Interaction.Url']);
  expect(attributes).not.toHaveProperty(['Salesforce.InteractionLogNotes']);
});
