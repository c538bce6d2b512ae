import { attributesOf, isKnownAttribute } from '../interaction';
import { conversationOf } from './data/conversationOf';
import { ANA, at } from './data/story';

/** Participants in order of joining; `p-ana` is the leg. */
function conversation(attributes: Record<string, unknown>) {
  const purposes = {
    'p-customer': 'customer',
    'p-flow': 'workflow',
    'p-acd': 'acd',
    'p-ana': 'agent'
  };
  return conversationOf({
    id: 'c',
    participants: Object.entries(purposes).map(([id, purpose], index) => ({
      id,
      purpose,
      connectedTime: at(index),
      calls: [{ id: `k-${id}`, state: 'connected' }],
      ...(id === 'p-ana' && { userId: ANA }),
      attributes: attributes[id]
    }))
  });
}

function values(attributes: Record<string, unknown>, names: string[] = [], namesOnly = false) {
  const all = attributesOf(conversation(attributes), 'p-ana', { region: '', names, namesOnly });
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => name.startsWith('Participant.'))
  );
}

describe('all participant data is shown', () => {
  const cases: [string, Record<string, unknown>, Record<string, string>][] = [
    [
      'of everybody',
      { 'p-customer': { a: '1' }, 'p-ana': { b: '2' }, 'p-acd': { c: '3' } },
      { a: '1', b: '2', c: '3' }
    ],
    [
      'the customer before the leg',
      { 'p-customer': { a: 'customer' }, 'p-ana': { a: 'leg' } },
      { a: 'customer' }
    ],
    ['the leg before the others', { 'p-ana': { a: 'leg' }, 'p-acd': { a: 'acd' } }, { a: 'leg' }],
    ['the newest of the others', { 'p-flow': { a: 'flow' }, 'p-acd': { a: 'acd' } }, { a: 'acd' }],
    [
      'an empty value does not hide another',
      { 'p-customer': { a: '' }, 'p-ana': { a: 'leg' } },
      { a: 'leg' }
    ],
    ['empty values and nulls are absent', { 'p-customer': { a: '', b: null } }, {}],
    [
      'numbers and booleans as text',
      { 'p-customer': { a: 7, b: false, c: Infinity } },
      { a: '7', b: 'false' }
    ],
    ['never lists or objects', { 'p-customer': { a: {}, b: ['x'] } }, {}],
    [
      'odd names are only names',
      { 'p-customer': JSON.parse('{"__proto__":"p","constructor":"c"}') },
      { __proto__x: '', constructor: 'c' }
    ]
  ];
  it.each(cases)('%s', (_title, attributes, expected) => {
    const wanted = Object.entries(expected).map(([key, value]) =>
      key === '__proto__x' ? ['Participant.__proto__', 'p'] : [`Participant.${key}`, value]
    );
    expect(values(attributes)).toEqual(Object.fromEntries(wanted));
  });
});

describe('a name asked for is found', () => {
  const customer = {
    Policy: 'exact',
    policy: 'lower',
    'context.Tier': 'gold',
    'context.step': '2'
  };
  const cases: [string, string, string | undefined][] = [
    ['exactly', 'Participant.policy', 'lower'],
    ['ignoring case', 'Participant.POLICY', 'exact'],
    ['with the prefix of chat widgets', 'Participant.Tier', 'gold'],
    ['with that prefix, ignoring case', 'Participant.STEP', '2'],
    ['or is absent', 'Participant.other', undefined],
    ['inherited names are no data', 'Participant.constructor', undefined],
    ['other families are not data', 'Call.policy', undefined]
  ];
  it.each(cases)('%s', (_title, name, expected) => {
    const found = values({ 'p-customer': customer }, [name], true);
    expect(found).toEqual(expected === undefined ? {} : { [name]: expected });
  });

  it('exactly, even when a stronger participant has it in other letters', () => {
    expect(
      values(
        { 'p-customer': { POLICY: 'customer' }, 'p-ana': { policy: 'leg' } },
        ['Participant.policy'],
        true
      )
    ).toEqual({ 'Participant.policy': 'leg' });
  });

  it('beside all other data unless only names are wanted', () => {
    expect(values({ 'p-customer': { Policy: '7' } }, ['Participant.policy'])).toEqual({
      'Participant.Policy': '7',
      'Participant.policy': '7'
    });
  });
});

it('follows the leg while the customer stays the same', () => {
  const customer = { a: '1' };
  const first = values({ 'p-customer': customer, 'p-ana': { b: '1' } });
  const second = values({ 'p-customer': customer, 'p-ana': { b: '2' } });
  expect([first['Participant.b'], second['Participant.b']]).toEqual(['1', '2']);
});

it('follows changed columns of the contact', () => {
  const dialed = conversation({ 'p-customer': { dialerContactId: 'contact' } });
  const first = attributesOf(dialed, 'p-ana', {
    region: '',
    contactColumns: { Policy: '1' },
    names: ['Participant.policy']
  });
  const second = attributesOf(dialed, 'p-ana', {
    region: '',
    contactColumns: { Policy: '2' },
    names: ['Participant.policy']
  });
  expect([first['Participant.policy'], second['Participant.policy']]).toEqual(['1', '2']);
  expect(first).not.toHaveProperty(['Participant.dialerContactId']);
});

it.each([
  ['Call.Ani', true],
  ['call.ani', false],
  ['Participant.anything', true],
  ['Participant.', false],
  ['constructor', false]
])('%s is a known attribute: %s', (name, known) => {
  expect(isKnownAttribute(name)).toBe(known);
});
