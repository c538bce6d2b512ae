import fc from 'fast-check';
import { attributesOf, interactionsOf, mergeConversation } from '../interaction';
import type { Conversation } from '../interaction';
import type { Communication, Facts } from '../conversation';
import { mergeFacts } from '../mergeFacts';
import { steps } from './data/call';
import { conversationOf } from './data/conversationOf';
import { shapes } from './data/shapes';
import type { ShapeName } from './data/shapes';
import { cases, context } from './data/stories';
import { ANA, at } from './data/story';

const NAMES = Object.keys(shapes) as ShapeName[];
const ANA_LEG = 'p-ana-2';

function told(step: number, shape: ShapeName, receivedAt?: number): Conversation {
  return conversationOf(JSON.parse(JSON.stringify(shapes[shape](steps[step]!))), receivedAt);
}

function merged(snapshots: readonly Conversation[]): Conversation {
  return snapshots.slice(1).reduce(mergeConversation, snapshots[0]!);
}

function seen(conversation: Conversation) {
  return {
    attributes: attributesOf(conversation, ANA_LEG, context),
    interactions: interactionsOf(conversation, ANA)
  };
}

function patched(
  conversation: Conversation,
  participant: string,
  change: Partial<Facts>
): Conversation {
  const participants = conversation.participants.map((each) => {
    if (each.id !== participant) return each;
    const now = { ...each.now, ...change };
    return { id: each.id, now, said: [{ source: conversation.source, facts: now, known: now }] };
  });
  return { ...conversation, participants };
}

describe('a snapshot that brings nothing', () => {
  it.each(NAMES)('gives the very same conversation back (%s twice)', (shape) => {
    const older = told(6, shape);
    expect(mergeConversation(older, told(6, shape))).toBe(older);
    expect(mergeConversation(older, older)).toBe(older);
  });

  it('gives the very same conversation back when a poorer shape repeats it', () => {
    const older = merged([told(10, 'E'), told(10, 'M'), told(10, 'C')]);
    for (const shape of NAMES) expect(mergeConversation(older, told(10, shape))).toBe(older);
  });

  it('is the first one when nothing was known', () => {
    const first = told(0, 'E');
    expect(mergeConversation(undefined, first)).toBe(first);
  });

  it('of another conversation is not taken', () => {
    const older = told(3, 'E');
    expect(mergeConversation(older, { ...told(4, 'E'), id: 'other' })).toBe(older);
  });
});

describe('what a richer shape told is kept when a poorer one comes', () => {
  it.each([
    ['start time', 'C', 'E', { 'Interaction.StartTime': at(0) }],
    ['queue name', 'C', 'E', { 'Call.QueueName': 'Helpdesk' }],
    ['address for people', 'C', 'M', { 'Salesforce.DisplayAddress': '+1 317-555-0101' }],
    ['wrap-up code', 'C', 'E', { 'Salesforce.WrapUpCode': 'ININ-WRAP-UP-TIMEOUT' }],
    ['attributes', 'E', 'M', { 'Participant.tier': 'silver' }]
  ] as const)('%s: %s, then %s', (_title, richer, poorer, expected) => {
    const poor = told(9, poorer);
    for (const participant of poor.participants) {
      Object.assign(participant.now, {
        attributes: richer === 'E' ? {} : undefined,
        wrapUpName: undefined
      });
    }
    expect(seen(merged([told(9, richer), poor])).attributes).toMatchObject(expected);
  });

  it('a name goes with its id: a new code without a name drops the old name', () => {
    const code = 'e0000000-0000-4000-8000-000000000002';
    const named = patched(told(9, 'C'), ANA_LEG, {
      wrapUpCode: 'e0000000-0000-4000-8000-000000000001',
      wrapUpName: 'Resolved'
    });
    const changed = patched(told(9, 'E'), ANA_LEG, { wrapUpCode: code, wrapUpName: undefined });
    expect(seen(merged([named, changed])).attributes).not.toHaveProperty(['Salesforce.WrapUpCode']);
    const looked = attributesOf(merged([named, changed]), ANA_LEG, {
      ...context,
      wrapUpNames: { [code]: 'Sold' }
    });
    expect(looked['Salesforce.WrapUpCode']).toBe('Sold');
  });

  it('the leg keeps its queue when the customer moves on', () => {
    expect(seen(merged([told(5, 'C'), told(8, 'E')])).attributes['Call.QueueName']).toBe(
      'Helpdesk'
    );
  });
});

describe('attributes of participants', () => {
  const customer = (attributes: Record<string, unknown> | undefined, shape: ShapeName = 'E') =>
    patched(told(5, shape), 'p-customer', { attributes });
  const rows: [string, Conversation[], Record<string, string>][] = [
    [
      'the later value wins',
      [customer({ a: '1', b: '1' }), customer({ a: '2', b: '1' })],
      { a: '2', b: '1' }
    ],
    [
      'a value can return',
      [customer({ a: '1' }), customer({ a: '2' }), customer({ a: '1' })],
      { a: '1' }
    ],
    ['silence erases nothing', [customer({ a: '1' }), customer(undefined)], { a: '1' }],
    ['an empty object is news', [customer({ a: '1' }), customer({})], {}],
    [
      'silence of another shape erases nothing',
      [customer({ a: '1' }, 'C'), customer({}, 'M')],
      { a: '1' }
    ],
    [
      'a shape that knows fewer keys erases none',
      [customer({ a: '1', b: '1' }, 'C'), customer({ a: '2' }, 'M')],
      { a: '2', b: '1' }
    ],
    [
      'a key that its own shape drops is gone',
      [customer({ a: '1', b: '1' }), customer({ a: '1' })],
      { a: '1' }
    ],
    [
      'also when another shape spoke between',
      [
        customer({ a: '1', b: '1' }),
        customer({ a: '1', b: '1', c: '1' }, 'M'),
        customer({ a: '1', b: '1' }),
        customer({ a: '1' })
      ],
      { a: '1', c: '1' }
    ],
    [
      'also when it told it before another shape did',
      [
        customer({ a: '1' }),
        customer({ a: '1', b: '1' }, 'M'),
        customer({ a: '1', b: '1' }),
        customer({ a: '1' })
      ],
      { a: '1' }
    ],
    [
      'also when others came and went',
      [customer({ a: '1', b: '1' }), customer({ a: '1', c: '1' }), customer({ a: '1' })],
      { a: '1' }
    ],
    [
      'also when it did so while the call went on and an older snapshot comes after',
      [
        customer({ a: '1', b: '1' }),
        patched(told(8, 'E'), 'p-customer', { attributes: { a: '1' } }),
        customer({ a: '1', b: '1' })
      ],
      { a: '1' }
    ],
    ['an emptied value is absent', [customer({ a: '1' }), customer({ a: '' })], {}]
  ];
  it.each(rows)('%s', (_title, snapshots, expected) => {
    const attributes = attributesOf(merged(snapshots), ANA_LEG, { region: '' });
    const data = Object.entries(attributes).filter(([name]) => name.startsWith('Participant.'));
    expect(Object.fromEntries(data.map(([name, value]) => [name.slice(12), value]))).toEqual(
      expected
    );
  });
});

describe('an older snapshot', () => {
  const last = steps.length - 1;
  // What an older snapshot of a richer shape may still add.
  const gaps = {
    'Interaction.StartTime': expect.any(String),
    'Salesforce.DisplayAddress': expect.any(String)
  };

  const rows = NAMES.flatMap((shape) =>
    NAMES.flatMap((late) =>
      steps.slice(0, last).map(({ title }, step) => ({ shape, late, step, title }))
    )
  );
  it.each(rows)(
    'overwrites nothing: "$title" in $late after the end in $shape',
    ({ shape, late, step }) => {
      const end = merged([told(8, shape), told(9, shape), told(last, shape)]);
      const before = seen(end).attributes;
      const after = seen(mergeConversation(end, told(step, late))).attributes;
      expect(after).toEqual(shape === late ? before : { ...before, ...gaps });
    }
  );

  // Hold and attributes (steps 6 and 7) leave no trace in the times of their neighbours.
  const pairs = NAMES.flatMap((shape) =>
    [0, 1, 2, 3, 4, 7, 8, 9].map((step) => ({ shape, step, title: steps[step]!.title }))
  );
  it.each(pairs)('is known from its next one: "$title" in $shape', ({ shape, step }) => {
    const tier = (each: number, value: string) =>
      patched(told(each, shape), 'p-customer', { attributes: { tier: value } });
    const known = merged([tier(step, 'old'), tier(step + 1, 'new'), tier(step, 'old')]);
    expect(attributesOf(known, 'p-customer', context)['Participant.tier']).toBe('new');
  });

  it('is known by its receive time when nothing else tells', () => {
    const newer = patched(told(5, 'E', 2000), 'p-customer', { attributes: { tier: 'new' } });
    const older = patched(told(5, 'E', 1000), 'p-customer', { attributes: { tier: 'old' } });
    expect(
      attributesOf(mergeConversation(newer, older), ANA_LEG, context)['Participant.tier']
    ).toBe('new');
    expect(
      attributesOf(mergeConversation(older, newer), ANA_LEG, context)['Participant.tier']
    ).toBe('new');
  });

  it('is known by an earlier hold', () => {
    const held = (since: number) => {
      const conversation = told(6, 'E');
      const leg = conversation.participants.find(({ id }) => id === ANA_LEG)!;
      const [call] = leg.now.communications;
      return patched(conversation, ANA_LEG, {
        communications: [{ ...call!, held: since !== 50, heldSince: at(since) }]
      });
    };
    expect(interactionsOf(mergeConversation(held(50), held(40)), ANA)[1]!.held).toBe(false);
    expect(interactionsOf(mergeConversation(held(40), held(50)), ANA)[1]!.held).toBe(false);
  });

  it('never brings a finished leg back to life', () => {
    const finished = told(8, 'E');
    const { state, isLeg, disconnectedTime } = interactionsOf(
      mergeConversation(finished, told(6, 'M')),
      ANA
    )[1]!;
    expect({ state, isLeg, disconnectedTime }).toEqual({
      state: 'disconnected',
      isLeg: true,
      disconnectedTime: at(91)
    });
  });

  it('nor does a newer one that has its end wrong', () => {
    const call = (state: string): Communication => ({ media: 'call', id: 'only', state });
    const ended = patched(told(4, 'E'), 'p-ana', {
      endedAt: undefined,
      communications: [call('disconnected')]
    });
    const wrong = patched(told(5, 'E'), 'p-ana', {
      endedAt: undefined,
      communications: [call('connected')]
    });
    expect(
      interactionsOf(mergeConversation(ended, wrong), ANA).find(
        ({ participantId }) => participantId === 'p-ana'
      )
    ).toMatchObject({ state: 'disconnected' });
  });

  it('does not hide what is new: a participant who comes back gets a new call', () => {
    const back = told(8, 'E');
    const leg = back.participants.find(({ id }) => id === ANA_LEG)!;
    const calls: Communication[] = [
      ...leg.now.communications,
      {
        ...leg.now.communications[0]!,
        id: 'second',
        state: 'connected',
        disconnectedAt: undefined,
        connectedAt: at(95)
      }
    ];
    const again = patched(back, ANA_LEG, { endedAt: undefined, communications: calls });
    const first = patched(told(8, 'E'), ANA_LEG, { endedAt: undefined });
    const known = mergeConversation(
      first,
      patched(again, 'p-customer', { attributes: { tier: 'new' } })
    );
    expect(attributesOf(known, ANA_LEG, context)['Participant.tier']).toBe('new');
    expect(interactionsOf(known, ANA)[1]).toMatchObject({
      state: 'connected',
      communicationId: 'second'
    });
  });
});

describe('properties', () => {
  const shape = fc.constantFrom(...NAMES);
  const history = fc.array(fc.tuple(fc.integer({ min: 0, max: steps.length - 1 }), shape), {
    minLength: 1,
    maxLength: 12
  });

  it('merging a snapshot twice is merging it once', () => {
    fc.assert(
      fc.property(
        history,
        fc.tuple(fc.integer({ min: 0, max: steps.length - 1 }), shape),
        (past, [step, form]) => {
          const known = merged(past.map(([each, its]) => told(each, its)));
          const once = mergeConversation(known, told(step, form));
          expect(mergeConversation(once, told(step, form))).toBe(once);
        }
      )
    );
  });

  it('whatever came before, in whatever order, the end wins', () => {
    fc.assert(
      fc.property(history, (past) => {
        const last = steps.length - 1;
        const known = merged([
          ...past.map(([step, form]) => told(step, form)),
          ...NAMES.map((form) => told(last, form))
        ]);
        const { attributes } = seen(known);
        expect(attributes).toEqual(seen(merged(NAMES.map((form) => told(last, form)))).attributes);
      })
    );
  });

  it('late and doubled snapshots change nothing after the end', () => {
    fc.assert(
      fc.property(history, (late) => {
        const end = merged(NAMES.map((form) => told(steps.length - 1, form)));
        const after = merged([end, ...late.map(([step, form]) => told(step, form))]);
        expect(seen(after)).toEqual(seen(end));
      })
    );
  });

  it('shapes that alternate do not make values flip', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.array(shape, { minLength: 4, maxLength: 12 }),
        ({ story }, forms) => {
          let known: Conversation | undefined;
          const values = new Map<string, unknown[]>();
          for (const form of forms) {
            known = mergeConversation(
              known,
              conversationOf(JSON.parse(JSON.stringify(shapes[form](story))))
            );
            const attributes = attributesOf(known, story.leg, context);
            for (const [name, value] of Object.entries(attributes))
              values.set(name, [...(values.get(name) ?? []), value]);
          }
          for (const [name, list] of values) {
            // Every value has one run: it does not come back once another has taken its place.
            const runs = list.filter((value, index) => value !== list[index - 1]);
            expect([name, runs]).toEqual([name, [...new Set(list)]]);
            // And once there, an attribute stays.
            expect([name, Object.keys(attributesOf(known!, story.leg, context))]).toEqual([
              name,
              expect.arrayContaining([name])
            ]);
          }
        }
      )
    );
  });

  it('shapes that contradict each other change a value once each, never again', () => {
    const names = ['Blanche', 'B. Stokes', '+13175550101'];
    const contradicting = (index: number) =>
      patched(told(5, NAMES[index]!), 'p-customer', { name: names[index]! });
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: 10, maxLength: 30 }), (order) => {
        let known = merged([contradicting(0), contradicting(1), contradicting(2)]);
        const settled = seen(known).attributes['Call.RemoteName'];
        for (const index of order) {
          known = mergeConversation(known, contradicting(index));
          expect(seen(known).attributes['Call.RemoteName']).toBe(settled);
        }
        const news = patched(told(5, 'E'), 'p-customer', { name: 'Blanche Stokes-Lee' });
        expect(seen(mergeConversation(known, news)).attributes['Call.RemoteName']).toBe(
          'Blanche Stokes-Lee'
        );
      })
    );
  });
});

describe('one source alone', () => {
  const named = (name: string | undefined, state: string, endTime?: string): Conversation =>
    conversationOf({
      id: 'c',
      participants: [
        {
          id: 'p',
          purpose: 'customer',
          connectedTime: at(0),
          ...(name && { name }),
          ...(endTime && { endTime }),
          calls: [{ id: 'call', state, connectedTime: at(0), disconnectedTime: endTime }]
        }
      ]
    });
  const facts = (...snapshots: Conversation[]): Facts => merged(snapshots).participants[0]!.now;

  it('keeps what it is silent about later', () => {
    const known = facts(named('Blanche', 'connected'), named(undefined, 'disconnected', at(9)));
    expect(known).toMatchObject({ name: 'Blanche', endedAt: at(9) });
  });

  it('takes what it tells anew', () => {
    const known = facts(named('Blanche', 'connected'), named('Casey', 'disconnected', at(9)));
    expect(known).toMatchObject({ name: 'Casey', endedAt: at(9) });
  });
});

describe('the order of participants', () => {
  const party = (id: string, connectedTime?: string) => ({
    id,
    purpose: 'agent',
    ...(connectedTime && { connectedTime }),
    calls: [{ id: `call-${id}`, state: connectedTime ? 'connected' : 'alerting' }]
  });
  const order = ({ participants }: Conversation): string[] => participants.map(({ id }) => id);
  const conversation = (...participants: object[]): Conversation =>
    conversationOf({ id: 'c', participants });

  it('is that of joining, whatever the payload says', () => {
    expect(order(conversation(party('b', at(5)), party('a', at(3))))).toEqual(['a', 'b']);
  });

  it('puts who waits last, and moves them when they turn out to have joined before', () => {
    const waiting = conversation(party('b', at(5)), party('a'));
    expect(order(waiting)).toEqual(['b', 'a']);
    const answered = conversation(party('b', at(5)), party('a', at(3)));
    expect(order(mergeConversation(waiting, answered))).toEqual(['a', 'b']);
  });
});

// Reading and merging write the fields out by hand: one that is forgotten there would never be updated.
describe('by hand, but for every field that is read', () => {
  const facts = told(0, 'C').participants[0]!.now;
  const { attributes: _attributes, communications, ...plainFacts } = facts;
  const { media: _media, messageIds: _ids, ...plainCommunication } = communications[0]!;
  const none: Facts = { communications: [] };
  const call: Communication = { media: 'call' };

  it.each(Object.keys(plainFacts))('%s of a participant', (field) => {
    const news = { ...none, [field]: 'new' };
    expect(mergeFacts(none, news, undefined, false)).toMatchObject({ [field]: 'new' });
    expect(mergeFacts(news, none, undefined, false)).toBe(news);
    expect(mergeFacts({ ...none, [field]: 'old' }, news, undefined, false)).toMatchObject({
      [field]: 'new'
    });
  });

  it.each(Object.keys(plainCommunication))('%s of a communication', (field) => {
    const news = { ...call, [field]: 'new' };
    const merge = (older: Communication, newer: Communication): Communication =>
      mergeFacts({ communications: [older] }, { communications: [newer] }, undefined, false)
        .communications[0]!;
    expect(merge(call, news)).toMatchObject({ [field]: 'new' });
    expect(merge(news, call)).toMatchObject({ [field]: 'new' });
  });
});
