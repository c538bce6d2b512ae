import fc from 'fast-check';
import {
  attributesOf,
  catalogue,
  interactionsOf,
  mergeConversation,
  readConversation
} from '../interaction';
import type { Attributes, Conversation } from '../interaction';
import { steps } from './data/call';
import { conversationOf } from './data/conversationOf';
import { shapes } from './data/shapes';
import type { ShapeName } from './data/shapes';
import { cases } from './data/stories';
import { ANA, HELPDESK, RESOLVED, SALES } from './data/story';
import type { Party, Story } from './data/story';

/** `FUZZ_RUNS=10000` is the long mode. */
const RUNS = Number(process.env.FUZZ_RUNS) || 500;
const NAMES = Object.keys(shapes) as ShapeName[];

const context = {
  region: 'mypurecloud.com',
  workItemAttribute: 'workItemId',
  queueNames: { [HELPDESK.id]: HELPDESK.name, [SALES.id]: SALES.name },
  wrapUpNames: { [RESOLVED.code]: RESOLVED.name },
  contactColumns: { Policy: 'P-77' }
};

describe('one conversation in three shapes', () => {
  const seconds = (from: number, to: number) =>
    fc.integer({ min: from * 1000, max: to * 1000 }).map((ms) => ms / 1000);
  const phone = fc.integer({ min: 100, max: 199 }).map((last) => `+13175550${last}`);
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const medium = fc.constantFrom(...cases.map(({ story }) => story));

  /** A story of any kind, with times, people and data of its own; without what one of the shapes cannot tell. */
  const story = fc
    .record({
      like: medium,
      address: phone,
      other: phone,
      name: optional(fc.constantFrom('Blanche Stokes', 'Ünal Çelik', '+13175550101')),
      attributes: optional(
        fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 8 }), {
          maxKeys: 5
        })
      ),
      legAttributes: optional(
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string({ maxLength: 3 }))
      ),
      direction: optional(fc.constantFrom<('inbound' | 'outbound')[]>('inbound', 'outbound')),
      queue: fc.constantFrom(HELPDESK, SALES),
      ivr: seconds(0, 20),
      acd: seconds(0, 20),
      talk: optional(seconds(0, 300)),
      connected: fc.boolean(),
      held: fc.boolean(),
      acw: optional(seconds(0, 60)),
      wrapUp: optional(
        fc.constantFrom(
          { ...RESOLVED },
          { code: 'ININ-WRAP-UP-SKIPPED', name: 'ININ-WRAP-UP-SKIPPED' }
        )
      )
    })
    .map(
      ({
        like,
        ivr,
        acd,
        talk,
        connected,
        queue,
        legAttributes,
        acw,
        wrapUp,
        held,
        ...told
      }): Story => {
        const answered = 1 + ivr + acd + 1;
        const left = talk === undefined ? undefined : answered + talk;
        const own = like.parties.find(({ id }) => id === like.leg)!;
        const theirs = like.parties.find(({ purpose }) => purpose === 'customer');
        const parties: Party[] = [
          {
            ...theirs,
            id: 'p-customer',
            purpose: 'customer',
            joined: 0,
            connected: 0,
            left,
            queue,
            ...told,
            display: undefined,
            attributes: { ...theirs?.attributes, ...told.attributes }
          },
          { id: 'p-ivr', purpose: 'ivr', joined: 0.5, connected: 1, left: 1 + ivr },
          {
            id: 'p-acd',
            purpose: 'acd',
            name: queue.name,
            queue,
            joined: 1 + ivr,
            connected: 1 + ivr,
            left: 1 + ivr + acd
          },
          {
            ...own,
            id: 'p-leg',
            queue,
            joined: answered - 0.5,
            connected: connected ? answered : undefined,
            left,
            held,
            display: undefined,
            direction: told.direction ?? own.direction,
            attributes: legAttributes,
            acw:
              left !== undefined && acw !== undefined ? { from: left, to: left + acw } : undefined,
            wrapUp: left === undefined ? undefined : wrapUp
          }
        ];
        return { ...like, leg: 'p-leg', parties };
      }
    );

  it('has the same attributes', () => {
    fc.assert(
      fc.property(story, (told) => {
        const [e, m, c] = NAMES.map((shape) =>
          attributesOf(
            conversationOf(JSON.parse(JSON.stringify(shapes[shape](told)))),
            'p-leg',
            context
          )
        );
        expect(m).toEqual(e);
        expect(c).toEqual(e);
      }),
      { numRuns: RUNS }
    );
  });

  it('has the same attributes whichever shapes were merged', () => {
    fc.assert(
      fc.property(
        story,
        fc.array(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 5 }),
        (told, forms) => {
          const snapshots = forms.map((shape) =>
            conversationOf(JSON.parse(JSON.stringify(shapes[shape](told))))
          );
          const known = snapshots.slice(1).reduce(mergeConversation, snapshots[0]!);
          expect(attributesOf(known, 'p-leg', context)).toEqual(
            attributesOf(snapshots[0]!, 'p-leg', context)
          );
        }
      ),
      { numRuns: RUNS }
    );
  });
});

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What is wrong with a value; undefined when nothing is. */
function wrongIn(name: string, value: unknown): string | undefined {
  const dataType = catalogue.find((row) => row.name === name)?.dataType ?? 'string';
  if (typeof value !== (dataType === 'datetime' ? 'string' : dataType))
    return `${name} is a ${typeof value}`;
  if (dataType === 'number' && !(Number.isInteger(value) && (value as number) >= 0))
    return `${name} is ${String(value)}`;
  if (dataType === 'datetime' && !(ISO.test(value as string) && Date.parse(value as string) > 0))
    return `${name} is no time: ${String(value)}`;
  if (value === '') return `${name} is empty`;
  return typeof value === 'string' && value.includes('[object')
    ? `${name} is an object`
    : undefined;
}

function wrongs(attributes: Attributes): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => wrongIn(name, value) ?? []);
}

describe('payloads with mistakes in them', () => {
  const junk = fc.oneof(
    fc.constantFrom<unknown[]>(
      null,
      undefined,
      '',
      {},
      [],
      [null],
      [{}],
      0,
      -1,
      NaN,
      Infinity,
      true,
      'x',
      '2024-02-31T09:00:00.000Z',
      '2024-03-01',
      '0001-01-01T00:00:00.000Z',
      '9999-12-31T23:59:59.999Z',
      '+275760-09-13T00:00:00.000Z',
      { id: {} },
      '__proto__'
    ),
    fc.anything({ maxDepth: 2 })
  );

  /** Puts junk at a random place of a payload, again and again. */
  function spoil(value: unknown, picks: readonly number[], junks: readonly unknown[]): unknown {
    const copy = JSON.parse(JSON.stringify(value)) as unknown;
    junks.forEach((piece, index) => {
      let place = copy as Record<string, unknown>;
      let depth = 0;
      for (;;) {
        const keys = Object.keys(place);
        if (keys.length === 0) return;
        const pick = picks[(index * 7 + depth) % picks.length]!;
        const key = keys[pick % keys.length]!;
        const next = place[key];
        if (typeof next === 'object' && next !== null && (pick >> 4) % 6 > 0) {
          place = next as Record<string, unknown>;
          depth++;
        } else {
          // A copy: one piece put into itself would make a payload without end.
          place[key] = copied(piece);
          return;
        }
      }
    });
    return copy;
  }

  function copied(piece: unknown): unknown {
    if (Array.isArray(piece)) return [...(piece as unknown[])];
    return typeof piece === 'object' && piece !== null ? { ...piece } : piece;
  }

  const stories = [...cases.map(({ story }) => story), ...steps];
  const spoiled = fc
    .tuple(
      fc.constantFrom(...stories),
      fc.constantFrom(...NAMES),
      fc.array(fc.nat(), { minLength: 7, maxLength: 60 }),
      fc.array(junk, { maxLength: 8 })
    )
    .map(([story, shape, picks, junks]) => ({
      story,
      payload: spoil(shapes[shape](story), picks, junks)
    }));

  it('never throw and never give a value of the wrong kind', () => {
    let read = 0;
    fc.assert(
      fc.property(spoiled, spoiled, ({ story, payload }, other) => {
        const reading = readConversation(payload);
        if ('problem' in reading) return;
        read++;
        const second = readConversation(other.payload);
        const merged =
          'problem' in second
            ? reading.conversation
            : mergeConversation(reading.conversation, {
                ...second.conversation,
                id: reading.conversation.id
              });
        for (const conversation of [reading.conversation, merged]) {
          for (const { participantId } of interactionsOf(conversation, ANA)) {
            expect(wrongs(attributesOf(conversation, participantId, context))).toEqual([]);
          }
          expect(wrongs(attributesOf(conversation, story.leg, context))).toEqual([]);
        }
      }),
      { numRuns: RUNS }
    );
    // A fuzz that is never read would prove nothing.
    expect(read).toBeGreaterThan(RUNS / 4);
  });

  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 5 }), (payload) => {
        readConversation(payload);
        readConversation({ id: 'c', participants: payload });
        readConversation({ id: 'c', participants: [payload] });
        const reading = readConversation({
          id: 'c',
          participants: [
            {
              id: 'p',
              purpose: 'agent',
              userId: ANA,
              calls: payload,
              attributes: payload,
              wrapup: payload
            }
          ]
        });
        expect(
          wrongs(
            attributesOf((reading as { conversation: Conversation }).conversation, 'p', context)
          )
        ).toEqual([]);
      }),
      { numRuns: RUNS }
    );
  });
});
