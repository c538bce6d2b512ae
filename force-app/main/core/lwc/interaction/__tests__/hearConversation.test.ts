import fc from 'fast-check';
import { hearConversation, mergeConversation, readConversation } from '../interaction';
import type { Conversation, Reading } from '../interaction';
import { sameJson } from '../sameJson';
import { steps } from './data/call';
import { shapes } from './data/shapes';
import type { ShapeName } from './data/shapes';

const RUNS = Number(process.env.FUZZ_RUNS) || 500;
const NAMES = Object.keys(shapes) as ShapeName[];

type Payload = { participants: Record<string, unknown>[] };

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const told = (step: number, shape: ShapeName): Payload =>
  copy(shapes[shape](steps[step]!)) as unknown as Payload;

/** What is known, without the memory of who said it. */
const known = (conversation: Conversation | undefined): unknown =>
  conversation && {
    ...conversation,
    participants: conversation.participants.map(({ id, now }) => ({ id, now }))
  };

const conversationIn = (reading: Reading): Conversation | undefined =>
  'conversation' in reading ? reading.conversation : undefined;

describe('hearing is reading and merging, at the cost of what has changed', () => {
  const snapshot = fc.record({
    step: fc.nat({ max: steps.length - 1 }),
    shape: fc.constantFrom(...NAMES),
    at: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
    // Values that change back and forth, keys that go, and things that should not be there.
    attributes: fc.option(
      fc.constantFrom<unknown>({ tier: 'gold' }, { tier: 'silver', extra: '1' }, {}, null, 'none'),
      { nil: undefined }
    ),
    name: fc.option(fc.constantFrom<unknown>('Blanche', 'Casey', 7), { nil: undefined }),
    twice: fc.boolean()
  });

  it('whatever comes, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(snapshot, { minLength: 1, maxLength: 12 }), (snapshots) => {
        let heard: Conversation | undefined;
        let merged: Conversation | undefined;
        for (const { step, shape, at, attributes, name, twice } of snapshots) {
          const payload = told(step, shape);
          const [first] = payload.participants;
          if (attributes !== undefined) Object.assign(first!, copy({ attributes }));
          if (name !== undefined) Object.assign(first!, { name });
          if (twice) payload.participants.push(copy({ ...first, ani: '+13175550177' }));
          const before = { heard, merged };
          const read = conversationIn(readConversation(copy(payload), at))!;
          merged = mergeConversation(merged, read);
          heard = conversationIn(hearConversation(payload, at, () => before.heard))!;
          expect(known(heard)).toEqual(known(merged));
          expect(heard === before.heard).toBe(merged === before.merged);
        }
      }),
      { numRuns: RUNS }
    );
  });

  it('also of words that came too late at first, and are heard again', () => {
    let heard: Conversation | undefined;
    let merged: Conversation | undefined;
    for (const [step, shape] of [
      [7, 'C'],
      [0, 'E'],
      [1, 'E'],
      [0, 'E']
    ] as const) {
      const before = heard;
      merged = mergeConversation(merged, conversationIn(readConversation(told(step, shape)))!);
      heard = conversationIn(hearConversation(told(step, shape), undefined, () => before));
    }
    expect(known(heard)).toEqual(known(merged));
  });

  it('reads only the participants whose words have changed', () => {
    const first = conversationIn(hearConversation(told(4, 'E'), 0, () => undefined))!;
    const payload = told(4, 'E');
    Object.assign(payload.participants[0]!, { name: 'Somebody else' });
    const second = conversationIn(hearConversation(payload, 1, () => first))!;
    expect(second).not.toBe(first);
    expect(second.participants.map((each, index) => each === first.participants[index])).toEqual(
      payload.participants.map((_, index) => index > 0)
    );
  });

  it('tells a problem once, as long as the words stay', () => {
    const odd = (): Payload => {
      const payload = told(4, 'E');
      Object.assign(payload.participants[0]!, { name: 7 });
      return payload;
    };
    const first = hearConversation(odd(), 0, () => undefined);
    expect(first).toMatchObject({ problems: [{ type: 'wrong_type' }] });
    const again = hearConversation(odd(), 1, () => conversationIn(first));
    expect(again).toMatchObject({ problems: [] });
    expect(conversationIn(again)).toBe(conversationIn(first));
  });

  it('keeps a payload that is none apart', () => {
    expect(hearConversation(null, 0, () => undefined)).toEqual({
      problem: { type: 'not_an_object', found: 'null' }
    });
  });
});

describe('the same JSON', () => {
  it.each<[one: object, other: object, isSame: boolean]>([
    [{}, {}, true],
    [{ a: 1, b: 'x' }, { b: 'x', a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: null }, {}, false],
    [{ a: null }, { a: null }, true],
    [{ a: null }, { a: {} }, false],
    [{ a: {} }, { a: null }, false],
    [{ a: '1' }, { a: 1 }, false],
    [{ a: [] }, { a: {} }, false],
    [{ a: {} }, { a: [] }, false],
    [{ a: [1, 2] }, { a: [1, 2] }, true],
    [{ a: [1, 2] }, { a: [1, 2, 3] }, false],
    [{ a: [1, 2, 3] }, { a: [1, 2] }, false],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
    [{ a: { b: { c: [1] } } }, { a: { b: { c: [1] } } }, true]
  ])('%j and %j: %s', (one, other, isSame) => expect(sameJson(one, other)).toBe(isSame));

  it('agrees with the text', () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), (one, other) => {
        const [a, b] = [copy(one), copy(other)] as Record<string, unknown>[];
        expect(sameJson(a!, b!)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
        expect(sameJson(a!, copy(a!))).toBe(true);
      }),
      { numRuns: RUNS }
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)])
  );
}
