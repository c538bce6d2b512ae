import fc from 'fast-check';
import { CONVERSATION, LEG, setUp, settle, transcriptOf } from './doubles';
import type { Fate, Message, Verb } from './doubles';

const message = (n: number, text = `message ${n}`): Message => ({ id: `m-${n}`, at: n, text });
const HELLO = [message(1, 'Hello'), message(2, 'A question 😀')];
const HOUR = 3_600_000;

async function withHello(options: Parameters<typeof setUp>[0] = {}) {
  const all = setUp(options);
  all.server.add(...HELLO);
  await all.follow(HELLO);
  return all;
}

describe('a transcript', () => {
  it('is one record with a line a message, and its id is told', async () => {
    const { org, told, transcripts } = await withHello();
    expect([...org.records]).toEqual([
      [
        'a05000000000000001',
        {
          Transcript_Key__c: `${LEG}:1`,
          Part__c: 1,
          Text__c:
            '2026-03-02T15:00:01Z Customer (Blanche): Hello\n2026-03-02T15:00:02Z Customer (Blanche): A question 😀\n'
        }
      ]
    ]);
    expect(told).toEqual([[LEG, 'a05000000000000001']]);
    expect(transcripts().recordId(LEG)).toBe('a05000000000000001');
  });

  it('grows in place, and asks for new messages only', async () => {
    const { org, server, follow } = await withHello();
    const more = [...HELLO, message(3)];
    server.add(message(3));
    await follow(more);
    await follow(more);
    expect(server.asked).toEqual([['m-1', 'm-2'], ['m-3']]);
    expect(org.writes.map(({ verb }) => verb)).toEqual(['create', 'update']);
    expect(org.texts(LEG)).toEqual([transcriptOf(more)]);
  });

  it('puts a message that comes late where it belongs, once', async () => {
    const { org, server, follow } = await withHello();
    const late = { id: 'm-late', at: 1.5, text: 'in between' };
    server.add(late);
    await follow([...HELLO, late, late]);
    expect(org.texts(LEG)).toEqual([transcriptOf([HELLO[0]!, late, HELLO[1]!])]);
  });

  it('goes on in further records, each naming the first', async () => {
    const { org } = await withHello({ limit: 64 });
    expect([...org.records.values()]).toMatchObject([
      { Transcript_Key__c: `${LEG}:1`, Part__c: 1 },
      { Transcript_Key__c: `${LEG}:2`, Part__c: 2, Continues__c: 'a05000000000000001' }
    ]);
    expect(org.texts(LEG).join('')).toBe(transcriptOf(HELLO));
  });

  it('writes only the part that changed', async () => {
    const { org, server, follow } = await withHello({ limit: 64 });
    org.writes.length = 0;
    server.add(message(3, '!'));
    await follow([...HELLO, message(3, '!')]);
    expect(org.writes.map(({ verb, key }) => [verb, key])).toEqual([['create', `${LEG}:3`]]);
  });

  it('of a leg without messages is no record', async () => {
    const { org, follow, time } = setUp();
    await follow([], { ended: true });
    await time.pass(HOUR);
    expect(org.records.size).toBe(0);
  });

  it('is kept for each leg of the agent, with one reading', async () => {
    const { org, server, follow } = await withHello();
    await follow(HELLO, { key: `${CONVERSATION}:p-agent-2` });
    expect(server.asked).toHaveLength(1);
    expect(org.texts(`${CONVERSATION}:p-agent-2`)).toEqual(org.texts(LEG));
  });

  it('is not written by a tab that does not write', async () => {
    const { org, server, follow, transcripts } = setUp();
    transcripts().stop();
    server.add(...HELLO);
    await follow(HELLO);
    expect(org.writes).toEqual([]);
  });
});

describe('after the end', () => {
  it('lets go of texts, and takes up again what comes later', async () => {
    const { org, server, follow, time } = await withHello();
    await follow(HELLO, { ended: true });
    await time.pass(HOUR);
    expect(time.pending()).toBe(0);
    org.writes.length = 0;
    server.add(message(3));
    await follow([...HELLO, message(3)], { ended: true });
    expect(org.writes.map(({ verb }) => verb)).toEqual(['find', 'update']);
    expect(org.texts(LEG)).toEqual([transcriptOf([...HELLO, message(3)])]);
  });

  it('asks nothing when it is told what it knows', async () => {
    const { server, follow, time } = await withHello();
    await follow(HELLO, { ended: true });
    await time.pass(HOUR);
    await follow(HELLO, { ended: true });
    await time.pass(HOUR);
    expect(server.asked).toHaveLength(1);
  });

  it('a record that somebody deleted stays deleted', async () => {
    const { org, server, follow, told } = await withHello();
    org.records.clear();
    server.add(message(3), message(4));
    await follow([...HELLO, message(3)]);
    await follow([...HELLO, message(3), message(4)]);
    expect(org.records.size).toBe(0);
    expect(told.at(-1)).toEqual([LEG, undefined]);
  });
});

describe('after a reload', () => {
  it('takes over the record and writes nothing when nothing is new', async () => {
    const { org, reload, follow, transcripts } = await withHello();
    org.writes.length = 0;
    reload();
    await follow(HELLO);
    expect(org.writes.map(({ verb }) => verb)).toEqual(['create', 'find']);
    expect(org.records.size).toBe(1);
    expect(transcripts().recordId(LEG)).toBe('a05000000000000001');
  });

  it('never shortens a transcript while it reads', async () => {
    const many = Array.from({ length: 250 }, (_, n) => message(n + 1));
    const { org, server, reload, follow } = setUp();
    server.add(...many);
    await follow(many);
    org.writes.length = 0;
    reload();
    await follow(many);
    await settle();
    expect(org.writes.map(({ verb }) => verb)).toEqual(['create', 'find']);
    expect(org.texts(LEG)).toEqual([transcriptOf(many)]);
  });
});

describe('texts that cannot be read', () => {
  it('403: asked once, no record, no trouble', async () => {
    const { org, server, follow, time } = setUp();
    server.answerWith(() => ({ ok: false, problem: { type: 'forbidden' } }));
    await follow(HELLO);
    await follow([...HELLO, message(3)]);
    await time.pass(HOUR);
    expect(server.asked).toHaveLength(1);
    expect(org.writes).toEqual([]);
  });

  it.each(['server', 'unreachable', 'throttled'])(
    '%s: tried again, later each time',
    async (type) => {
      const { org, server, follow, time } = setUp();
      let failures = 4;
      server.add(...HELLO);
      server.answerWith(() => (failures-- > 0 ? { ok: false, problem: { type } } : undefined));
      await follow(HELLO);
      await time.pass(HOUR);
      expect(server.asked).toHaveLength(5);
      expect(org.texts(LEG)).toEqual([transcriptOf(HELLO)]);
    }
  );

  it('a message that is not there yet is asked for again; the others are written meanwhile', async () => {
    const { org, server, follow, time } = setUp();
    server.add(HELLO[0]!);
    await follow(HELLO);
    expect(org.texts(LEG)).toEqual([transcriptOf(HELLO.slice(0, 1))]);
    server.add(HELLO[1]!);
    await time.pass(5_000);
    expect(org.texts(LEG)).toEqual([transcriptOf(HELLO)]);
  });

  it('a message that never comes is given up', async () => {
    const { server, follow, time } = setUp();
    await follow(HELLO);
    await time.pass(24 * HOUR);
    expect(server.asked.length).toBeLessThan(8);
  });

  it('a chat is read once its recording is made', async () => {
    const { org, server, transcripts, time } = setUp();
    const ended = {
      key: LEG,
      conversationId: CONVERSATION,
      source: 'recordings' as const,
      tokens: [LEG],
      ended: true,
      parties: { customer: 'Blanche', users: {} }
    };
    transcripts().follow(ended);
    await settle();
    expect(org.records.size).toBe(0);
    const transcript = [
      { id: 'c', utc: '2026-03-02T15:00:00Z', body: 'Hi', participantPurpose: 'customer' }
    ];
    server.answerWith(() => ({ ok: true, value: [{ transcript }] }));
    await time.pass(60_000);
    expect(org.texts(LEG)).toEqual(['2026-03-02T15:00:00Z Customer (Blanche): Hi\n']);
  });
});

describe('records that cannot be written', () => {
  const failure = (type: string, more: object = {}): Fate =>
    ({ type, message: type, ...more }) as Fate;

  const passing: [string, Verb, Fate][] = [
    ['throttled', 'create', failure('throttled', { retryAfterMs: 5_000 })],
    ['transient', 'create', failure('transient')],
    ['unknown outcome, not carried out', 'create', failure('unknown_outcome')],
    ['unknown outcome, carried out', 'create', 'lost'],
    ['no answer at all', 'create', 'hang'],
    ['transient', 'update', failure('transient')],
    ['unknown outcome, carried out', 'update', 'lost']
  ];
  it.each(passing)('%s (%s): right in the end, and one record', async (_name, verb, end) => {
    const { org, server, follow, time } = setUp();
    let left = 2;
    org.fail((asked) => (asked === verb && left-- > 0 ? end : undefined));
    server.add(...HELLO, message(3));
    await follow(HELLO);
    await time.pass(HOUR);
    await follow([...HELLO, message(3)]);
    await time.pass(HOUR);
    expect(org.records.size).toBe(1);
    expect(org.texts(LEG)).toEqual([transcriptOf([...HELLO, message(3)])]);
  });

  it('after a create of unknown outcome it looks before it creates again', async () => {
    const { org, follow, server } = setUp();
    org.fail((verb) => (verb === 'create' ? 'lost' : undefined));
    server.add(...HELLO);
    await follow(HELLO);
    expect(org.writes.map(({ verb }) => verb)).toEqual(['create', 'find']);
  });

  it('a field the agent may not write is left out', async () => {
    const { org, follow, server } = setUp();
    const field = { field: 'Part__c', code: 'INVALID_FIELD', message: '' };
    let left = 1;
    org.fail(() => (left-- > 0 ? failure('field', { fields: [field] }) : undefined));
    server.add(...HELLO);
    await follow(HELLO);
    expect([...org.records.values()][0]).not.toHaveProperty('Part__c');
  });

  it.each([
    ['no access', failure('permanent')],
    ['no text', failure('field', { fields: [{ field: 'Text__c', code: '', message: '' }] })]
  ])('%s: said, and left alone until it may pass', async (_name, end) => {
    const { org, refused, follow, server, transcripts, time } = setUp();
    org.fail(() => end);
    server.add(...HELLO, message(3));
    await follow(HELLO);
    await follow([...HELLO, message(3)]);
    await time.pass(HOUR);
    expect(org.writes).toHaveLength(1);
    expect(refused).toHaveLength(1);
    org.fail(() => undefined);
    transcripts().retry();
    await settle();
    expect(org.texts(LEG)).toEqual([transcriptOf([...HELLO, message(3)])]);
  });

  it('signed out: goes on after the sign-in', async () => {
    const { org, follow, server, transcripts, time } = setUp();
    org.fail(() => failure('signed_out'));
    server.add(...HELLO);
    await follow(HELLO);
    await time.pass(HOUR);
    expect(org.writes).toHaveLength(1);
    org.fail(() => undefined);
    transcripts().resume();
    await settle();
    expect(org.records.size).toBe(1);
  });

  it('a record that exists and cannot be looked up is taken over', async () => {
    const { org, follow, reload, server, time } = await withHello();
    reload();
    org.fail((verb) => (verb === 'find' ? failure('permanent') : undefined));
    server.add(message(3));
    await follow([...HELLO, message(3)]);
    await time.pass(HOUR);
    expect(org.texts(LEG)).toEqual([transcriptOf([...HELLO, message(3)])]);
  });
});

describe('whatever happens', () => {
  const words = fc.array(fc.constantFrom('a', 'word', '😀', '👩🏽‍🚒', ' ', '\n', 'é'), {
    maxLength: 30
  });
  const messages = fc
    .array(fc.record({ at: fc.nat(600), words }), { minLength: 1, maxLength: 12 })
    .map((list) =>
      list.map((one, n): Message => ({ id: `m-${n}`, at: one.at, text: `x${one.words.join('')}` }))
    );
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant('tell' as const) },
    fc.constant('wait' as const),
    fc.constant('reload' as const),
    fc.constant('end' as const)
  );
  const fate: fc.Arbitrary<Fate> = fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    fc.constant('lost' as const),
    fc.constant('hang' as const),
    fc
      .constantFrom('transient', 'throttled', 'unknown_outcome', 'collision')
      .map((type) => ({ type, message: '' }) as Fate)
  );

  it('the records hold the transcript: nothing twice, nothing cut, one request at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        messages,
        fc.array(step, { maxLength: 16 }),
        fc.array(fate, { maxLength: 12 }),
        async (list, steps, fates) => {
          const limit = 80;
          const { org, server, time, follow, reload } = setUp({ limit });
          const ends = [...fates];
          org.fail(() => ends.shift());
          let known = 0;
          let ended = false;
          for (const one of steps) {
            if (one === 'tell') known = Math.min(list.length, known + 1);
            if (one === 'end') ended = true;
            if (one === 'reload') reload();
            if (one === 'wait') await time.pass(90_000);
            server.add(...list.slice(0, known));
            await follow(list.slice(0, known), { ended });
          }
          server.add(...list);
          await follow(list, { ended: true });
          await time.pass(6 * HOUR);
          const texts = org.texts(LEG);
          // A line that is cut goes on after a mark.
          expect(texts.join('').replaceAll('… ', '')).toBe(transcriptOf(list));
          for (const text of texts) expect(text.isWellFormed()).toBe(true);
          const keys = [...org.records.values()].map((record) => record.Transcript_Key__c);
          expect(new Set(keys).size).toBe(keys.length);
          expect(org.violations.filter((one) => !mayHappen(one, fates))).toEqual([]);
        }
      ),
      { numRuns: 200 }
    );
  });

  /** After a lost answer nobody knows what is there: the same text may be written again. */
  const mayHappen = (violation: string, fates: readonly Fate[]): boolean =>
    violation === 'a write without a difference' &&
    fates.some((one) => one === 'lost' || one === 'hang');
});
