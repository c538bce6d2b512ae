// Participant attributes that a source told and then leaves out. Made by hand; ids are invented.
import { attributesOf } from '../interaction';
import { hearAll } from './data/conversationOf';

type Data = Record<string, string> | null | undefined;
type Told = [source: 'E' | 'C' | 'M', data: Data];

function payload([source, attributes]: Told, index: number): object {
  const times = { connectedTime: '2026-05-06T09:00:00.000Z' };
  const customer = {
    id: 'p-customer',
    purpose: 'customer',
    // So that no payload repeats the one before word for word.
    flaggedReason: `n${index}`,
    ...times,
    ...(attributes !== undefined && { attributes })
  };
  const communication = { id: 'k-1', state: 'connected', ...times };
  if (source === 'M') {
    const selfUri = '/api/v2/conversations/calls/c-1';
    return { id: 'c-1', selfUri, participants: [{ ...customer, state: 'connected' }] };
  }
  return {
    id: 'c-1',
    ...(source === 'C' && { startTime: times.connectedTime }),
    participants: [{ ...customer, calls: [communication] }]
  };
}

function data(told: Told[]): Record<string, unknown> {
  const known = hearAll(told.map(payload));
  const attributes = attributesOf(known!, 'p-customer', { region: '' });
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      name.startsWith('Participant.') ? [[name.slice('Participant.'.length), value]] : []
    )
  );
}

const a = { a: '1' };
const b = { b: '2' };

const cases: [title: string, told: Told[], expected: object][] = [
  [
    'the only key goes with an empty object',
    [
      ['M', a],
      ['M', {}]
    ],
    {}
  ],
  [
    'a key goes, another stays',
    [
      ['E', { ...a, ...b }],
      ['E', b]
    ],
    b
  ],
  [
    'the last of two keys goes',
    [
      ['E', { ...a, ...b }],
      ['E', b],
      ['E', {}]
    ],
    {}
  ],
  [
    'a flag that comes, goes and comes again',
    [
      ['E', a],
      ['E', {}],
      ['E', a]
    ],
    a
  ],
  [
    'silence in between takes nothing back',
    [
      ['E', a],
      ['E', undefined],
      ['E', null]
    ],
    a
  ],
  [
    'gone after a silence',
    [
      ['C', a],
      ['C', undefined],
      ['C', {}]
    ],
    {}
  ],
  [
    'an empty object of a source that never told any',
    [
      ['E', a],
      ['M', {}],
      ['C', {}]
    ],
    a
  ],
  [
    'only what this source told is gone',
    [
      ['E', a],
      ['M', b],
      ['M', {}]
    ],
    a
  ],
  [
    'told by two, left out by one: the newest word counts',
    [
      ['E', a],
      ['C', a],
      ['C', {}]
    ],
    {}
  ],
  [
    'empty from the beginning',
    [
      ['E', {}],
      ['E', {}],
      ['M', {}]
    ],
    {}
  ]
];

it.each(cases)('%s', (_title, told, expected) => {
  expect(data(told)).toEqual(expected);
});
