import fc from 'fast-check';
import { attributesOf, hearConversation, interactionsOf } from '../interaction';
import type { Conversation } from '../interaction';
import { steps } from './data/call';
import { shapes } from './data/shapes';
import type { ShapeName } from './data/shapes';
import { ANA, BEN, at } from './data/story';
import { cases, context } from './data/stories';

const RUNS = Number(process.env.FUZZ_RUNS) || 300;
const NAMES = Object.keys(shapes) as ShapeName[];
const LISTS = ['calls', 'callbacks', 'chats', 'emails', 'messages'];

type Json = Record<string, unknown>;
type Payload = Json & { participants: Json[] };

const stories = [...cases.map(({ story }) => story), ...steps];

/** More communications than a story has, some of them at the same time. */
const extra = fc.record({
  participant: fc.nat({ max: 6 }),
  from: fc.nat({ max: 4 }).map((step) => 20 * step),
  lasts: fc.option(
    fc.nat({ max: 3 }).map((step) => 20 * step),
    { nil: undefined }
  ),
  direction: fc.constantFrom('inbound', 'outbound'),
  code: fc.option(fc.constantFrom('sold', 'asked'), { nil: undefined }),
  uuiData: fc.option(fc.constantFrom('one', 'two'), { nil: undefined })
});

const snapshot = fc.record({
  story: fc.nat({ max: stories.length - 1 }),
  shape: fc.constantFrom(...NAMES),
  extras: fc.array(extra, { maxLength: 4 }),
  seed: fc.infiniteStream(fc.nat())
});

type Snapshot = typeof snapshot extends fc.Arbitrary<infer T> ? T : never;

function payloadOf({
  story,
  shape,
  extras
}: Pick<Snapshot, 'story' | 'shape' | 'extras'>): Payload {
  const payload = JSON.parse(JSON.stringify(shapes[shape](stories[story]!))) as Payload;
  payload.id = 'c-1';
  if (shape === 'M') return payload;
  for (const [index, { participant, from, lasts, direction, code, uuiData }] of extras.entries()) {
    const party = payload.participants[participant % payload.participants.length]!;
    const list = LISTS.find((name) => Array.isArray(party[name]) && party[name].length > 0)!;
    (party[list] as Json[]).push({
      id: `extra-${index}`,
      state: lasts === undefined ? 'connected' : 'disconnected',
      direction,
      connectedTime: at(from),
      ...(lasts !== undefined && { disconnectedTime: at(from + lasts) }),
      ...(code !== undefined && { wrapup: { code } }),
      ...(uuiData !== undefined && { uuiData })
    });
  }
  return payload;
}

/** The same payload with its lists in another order. */
function shuffled(payload: Payload, seed: Iterator<number>): Payload {
  const shuffle = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    return list.map(() => rest.splice((seed.next().value as number) % rest.length, 1)[0]!);
  };
  const participants = shuffle(payload.participants).map((participant) => {
    const copy = { ...participant };
    for (const list of LISTS) {
      const entries = copy[list];
      // The single messages of a flat participant have an order: that in which they were sent.
      const isCommunications = Array.isArray(entries) && entries.some((each: Json) => each.id);
      if (isCommunications) copy[list] = shuffle(entries as Json[]);
    }
    return copy;
  });
  return { ...payload, participants };
}

function view(conversation: Conversation | undefined): object | undefined {
  if (!conversation) return undefined;
  const interactions = [ANA, BEN].flatMap((user) => interactionsOf(conversation, user));
  const attributes = interactions.map(({ participantId }) =>
    attributesOf(conversation, participantId, context)
  );
  return { interactions, attributes };
}

it('the order of lists means nothing, whatever is heard', () => {
  fc.assert(
    fc.property(fc.array(snapshot, { minLength: 1, maxLength: 5 }), (snapshots) => {
      let plain: Conversation | undefined;
      let mixed: Conversation | undefined;
      for (const each of snapshots) {
        const payload = payloadOf(each);
        const before = { plain, mixed };
        const one = hearConversation(payload, undefined, () => before.plain);
        const other = hearConversation(shuffled(payload, each.seed), undefined, () => before.mixed);
        if ('conversation' in one) plain = one.conversation;
        if ('conversation' in other) mixed = other.conversation;
        expect(view(mixed)).toEqual(view(plain));
      }
    }),
    { numRuns: RUNS }
  );
});
