import { callEvent, memoryOrg, ORG_WITH_QUEUE, settle, virtualTime } from './doubles';
import type { CallState } from './doubles';
import { memoryStorage, signedIn } from './signedIn';

const ID = 'c0000000-0000-4000-8000-000000000001';
const KEY = `${ID}:p-agent`;
const AT = '2026-03-02T15:00:00.000Z';
const END = '2026-03-02T15:01:05.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const payload = (call: Parameters<typeof callEvent>[0]): unknown => {
  const event = callEvent(call, 0);
  return event.type === 'conversation' ? event.payload : undefined;
};
const ended = { connectedTime: AT, disconnectedTime: END };
const answered = (call: object) => ({ ok: true, value: payload(call) });
const NOW = Date.parse(AT);
/** By analytics, asked at a time of Genesys's clock. */
const found = (...ids: string[]) => ({
  ok: true,
  value: {
    conversations: ids.map((conversationId) => ({ conversationId, media: 'call' })),
    until: NOW
  }
});
const refused = (type: string) => ({ ok: false, problem: { type, operation: 'x', message: 'x' } });

type Desk = Awaited<ReturnType<typeof signedIn>>;
const asked = ({ calls }: Desk, name: string) => calls.filter(([each]) => each === name);
const log = ({ session }: Desk) => session.view().watchLog.map(({ text }) => text);

async function reconnect({ emit, time }: Desk): Promise<void> {
  emit({ type: 'connection', state: 'live', since: time.clock() });
  emit({ type: 'reread', done: false });
  emit({ type: 'reread', done: true });
  await settle();
}

/** One lock that the next tab gets when the holder lets go. */
function browserLocks() {
  const waiting: (() => Promise<void>)[] = [];
  let isHeld = false;
  const next = (): void => {
    const run = waiting.shift();
    if (!run) return;
    isHeld = true;
    void run().then(() => {
      isHeld = false;
      next();
    });
  };
  return {
    request(_name: string, run: () => Promise<void>): Promise<void> {
      waiting.push(run);
      if (!isHeld) next();
      return new Promise(() => undefined);
    }
  };
}

describe('handled while no panel was there', () => {
  it('is looked for in the watch window, read, and gets its Task', async () => {
    const desk = await signedIn();
    desk.answers.handled = found(ID);
    desk.answers.readConversation = answered(ended);
    await reconnect(desk);
    expect([...desk.org.tasks.values()]).toMatchObject([
      { Interaction_Key__c: KEY, CallDurationInSeconds: 65 }
    ]);
    expect(asked(desk, 'readConversation')).toEqual([['readConversation', ID, 'call']]);
    // First the whole window, then what came after the last look; analytics lag behind.
    expect(asked(desk, 'handled')).toEqual([
      ['handled', 24 * HOUR, undefined],
      ['handled', 24 * HOUR, -15 * MINUTE]
    ]);
    await desk.time.pass(6 * MINUTE);
    expect(desk.org.tasks.size).toBe(1);
  });

  it('is found also when an earlier alert of it was declined before', async () => {
    const desk = await signedIn();
    await desk.call({});
    await desk.call({ state: 'disconnected', disconnectedTime: AT });
    expect(desk.session.view().rows).toEqual([]);
    desk.answers.handled = found(ID);
    desk.answers.readConversation = answered(ended);
    await reconnect(desk);
    await desk.time.pass(6 * MINUTE);
    expect([...desk.org.tasks.values()]).toMatchObject([{ CallDurationInSeconds: 65 }]);
  });

  it('and could not be read then is read after the next reconnect', async () => {
    const desk = await signedIn();
    desk.answers.handled = found(ID);
    desk.answers.readConversation = refused('signed_out');
    await reconnect(desk);
    await desk.time.pass(HOUR);
    // Too long ago for the next look to find it again.
    desk.answers.handled = found();
    desk.answers.readConversation = answered(ended);
    await reconnect(desk);
    await desk.time.pass(1_000);
    expect([...desk.org.tasks.values()]).toMatchObject([{ CallDurationInSeconds: 65 }]);
    const count = asked(desk, 'readConversation').length;
    await desk.time.pass(HOUR);
    await reconnect(desk);
    await desk.time.pass(1_000);
    expect(asked(desk, 'readConversation').length - count).toBeLessThan(5);
  });

  it('is looked for again when analytics may have caught up', async () => {
    const desk = await signedIn();
    expect(asked(desk, 'handled')).toHaveLength(1);
    desk.answers.handled = found(ID);
    desk.answers.readConversation = answered(ended);
    await desk.time.pass(5 * MINUTE);
    expect(desk.org.tasks.size).toBe(1);
    expect(asked(desk, 'handled')).toHaveLength(2);
    // And every hour, however quiet the line is.
    await desk.time.pass(3 * HOUR);
    expect(asked(desk, 'handled')).toHaveLength(5);
  });

  it('is not read again when it is known', async () => {
    const desk = await signedIn();
    await desk.call(ended);
    desk.answers.handled = found(ID);
    const before = asked(desk, 'readConversation').length;
    await desk.time.pass(50_000);
    await reconnect(desk);
    // Once, as any watched one; not a second time for analytics.
    expect(asked(desk, 'readConversation')).toHaveLength(before + 1);
  });

  it.each([2, -2, 30, -30])(
    'is looked for by Genesys’s time: ours is set by %i h',
    async (hours) => {
      const base = virtualTime();
      let wrong = 0;
      const time = { ...base, clock: () => base.clock() + wrong };
      const desk = await signedIn({ time });
      desk.answers.handled = found();
      await reconnect(desk);
      wrong = hours * HOUR;
      await reconnect(desk);
      expect(asked(desk, 'handled').at(-1)).toEqual(['handled', 24 * HOUR, NOW - 15 * MINUTE]);
    }
  );

  it('stays unknown without the permission: asked once, and everything else goes on', async () => {
    const desk = await signedIn();
    desk.answers.handled = refused('forbidden');
    await reconnect(desk);
    const count = asked(desk, 'handled').length;
    await reconnect(desk);
    await desk.time.pass(HOUR);
    expect(asked(desk, 'handled')).toHaveLength(count);
    await desk.call(ended);
    expect(desk.org.tasks.size).toBe(1);
  });

  it('is asked for again when Genesys failed to answer', async () => {
    const desk = await signedIn();
    await desk.time.pass(6 * MINUTE);
    desk.answers.handled = refused('server');
    await reconnect(desk);
    const count = asked(desk, 'handled').length;
    desk.answers.handled = found(ID);
    desk.answers.readConversation = answered(ended);
    await desk.time.pass(MINUTE);
    expect(asked(desk, 'handled').length).toBeGreaterThan(count);
    expect(desk.org.tasks.size).toBe(1);
  });

  it('is guessed by medium when only the journal knows it', async () => {
    const [storage, org, time] = [memoryStorage(), memoryOrg(), virtualTime()];
    const first = await signedIn({ storage, org, time });
    await first.call({ connectedTime: AT });
    first.session.stop();
    const second = await signedIn({ storage, org, time });
    expect(second.session.view().rows).toEqual([]);
    second.answers.readConversation = async (_id: string, media?: string) =>
      media === 'email'
        ? answered({ ...ended, attributes: { policyNumber: 'P-9' } })
        : refused('not_found');
    await time.pass(15 * MINUTE);
    expect(
      asked(second, 'readConversation')
        .map(([, , media]) => media)
        .slice(-3)
    ).toEqual(['call', 'message', 'email']);
    expect([...org.tasks.values()]).toMatchObject([
      { Policy__c: 'P-9', CallDurationInSeconds: 65 }
    ]);
  });
});

describe('a re-read', () => {
  it('that fails for now is tried again, one that is final is not', async () => {
    for (const [type, more] of [
      ['server', true],
      ['not_found', false],
      ['forbidden', false]
    ] as const) {
      const desk = await signedIn();
      await desk.call(ended);
      await desk.time.pass(20_000);
      desk.answers.readConversation = refused(type);
      await reconnect(desk);
      const count = asked(desk, 'readConversation').length;
      await desk.time.pass(20_000);
      expect([type, asked(desk, 'readConversation').length > count]).toEqual([type, more]);
    }
  });

  it('finds what no event told, a minute after the end, also right after a reconnect', async () => {
    const desk = await signedIn();
    await desk.call(ended);
    desk.emit({ type: 'reread', done: false });
    desk.emit({ ...callEvent(ended, desk.time.clock()), from: 'read' } as never);
    desk.emit({ type: 'reread', done: true });
    desk.answers.readConversation = answered({ ...ended, attributes: { policyNumber: 'LATE' } });
    await desk.time.pass(2 * MINUTE + 10_000);
    expect([...desk.org.tasks.values()]).toMatchObject([{ Policy__c: 'LATE' }]);
  });

  it('is not spared because a reconnect read it while it rang', async () => {
    const desk = await signedIn();
    desk.emit({ type: 'reread', done: false });
    desk.emit({ ...callEvent({}, desk.time.clock()), from: 'read' } as never);
    desk.emit({ type: 'reread', done: true });
    await desk.call(ended);
    desk.answers.readConversation = answered({ ...ended, attributes: { policyNumber: 'LATE' } });
    await desk.time.pass(2 * MINUTE + 10_000);
    expect([...desk.org.tasks.values()]).toMatchObject([{ Policy__c: 'LATE' }]);
  });

  it('goes on when the browser’s clock is set back', async () => {
    const base = virtualTime();
    let fast = 26 * HOUR;
    const time = { ...base, clock: () => base.clock() + fast };
    const desk = await signedIn({ time });
    const live = callEvent({ connectedTime: AT }, time.clock());
    desk.emit({ ...live, from: 'read' } as never);
    fast = 0;
    desk.answers.readConversation = answered({ ...ended, attributes: { policyNumber: 'LATE' } });
    await time.pass(2 * HOUR);
    expect([...desk.org.tasks.values()]).toMatchObject([{ Policy__c: 'LATE' }]);
  });

  it('and events count also after the browser’s clock was set back', async () => {
    const base = virtualTime();
    let fast = HOUR;
    const time = { ...base, clock: () => base.clock() + fast };
    const desk = await signedIn({ time });
    await desk.call({ connectedTime: AT, attributes: { policyNumber: 'OLD' } });
    fast = 0;
    await desk.call({ connectedTime: AT, attributes: { policyNumber: 'NEW' } });
    expect([...desk.org.tasks.values()]).toMatchObject([{ Policy__c: 'NEW' }]);
    await time.pass(MINUTE);
    desk.answers.readConversation = answered({
      connectedTime: AT,
      attributes: { policyNumber: 'NEWER' }
    });
    await reconnect(desk);
    expect([...desk.org.tasks.values()]).toMatchObject([{ Policy__c: 'NEWER' }]);
  });

  it('that an event overtook does not take its news back', async () => {
    const desk = await signedIn();
    await desk.call({ connectedTime: AT, attributes: { policyNumber: 'OLD' } });
    await desk.time.pass(20_000);
    // Not the same snapshot as before: a mere repetition is recognized as one anyway.
    const old = answered({ connectedTime: AT, attributes: { policyNumber: 'OLD', more: 'x' } });
    const news = { connectedTime: AT, attributes: { policyNumber: 'NEW' } };
    desk.answers.readConversation = async () => {
      desk.answers.readConversation = answered(news);
      await desk.call(news);
      await desk.time.pass(50);
      return old;
    };
    await reconnect(desk);
    await desk.time.pass(1_000);
    expect([...desk.org.tasks.values()]).toMatchObject([{ Policy__c: 'NEW' }]);
    const values = desk.org.writes.map(({ fields }) => fields.Policy__c);
    expect(values.filter((value) => value === 'OLD')).toHaveLength(1);
  });

  it('of what the reconnect itself has read is spared', async () => {
    const desk = await signedIn();
    await desk.call({ connectedTime: AT });
    await desk.time.pass(30_000);
    desk.emit({ type: 'reread', done: false });
    desk.emit({ ...callEvent({ connectedTime: AT }, desk.time.clock()), from: 'read' } as never);
    desk.emit({ type: 'reread', done: true });
    await settle();
    expect(asked(desk, 'readConversation')).toEqual([]);
  });
});

describe('two tabs', () => {
  it('the follower takes over when the writer goes, with what Genesys says by then', async () => {
    const shared = {
      storage: memoryStorage(),
      org: memoryOrg(),
      time: virtualTime(),
      locks: browserLocks()
    };
    const [first, second] = [await signedIn(shared), await signedIn(shared)];
    await first.time.pass(1_000);
    expect([first, second].map(({ session }) => session.view().writer)).toEqual([
      'this_tab',
      'other_tab'
    ]);
    for (const tab of [first, second])
      await tab.call({ connectedTime: AT, attributes: { policyNumber: 'OLD' } });
    // The follower misses this one.
    await first.call({ connectedTime: AT, attributes: { policyNumber: 'NEW' } });
    const before = shared.org.writes.length;
    second.answers.readConversation = answered({
      connectedTime: AT,
      attributes: { policyNumber: 'NEW' }
    });
    first.session.stop();
    await settle();
    expect(second.session.view().writer).toBe('this_tab');
    expect(asked(second, 'readConversation')).toHaveLength(1);
    // What it had in mind was older than what is saved: never written, not for a moment.
    expect(shared.org.writes).toHaveLength(before);
    await second.call({ ...ended, attributes: { policyNumber: 'NEWER' } });
    expect([...shared.org.tasks.values()]).toMatchObject([
      { Policy__c: 'NEWER', CallDurationInSeconds: 65 }
    ]);
  });

  it('reads afresh what it had read as a follower, however often', async () => {
    const shared = {
      storage: memoryStorage(),
      org: memoryOrg(),
      time: virtualTime(),
      locks: browserLocks()
    };
    const [first, second] = [await signedIn(shared), await signedIn(shared)];
    for (const tab of [first, second]) await tab.call(ended);
    // A look of its own, long ago.
    second.emit({ ...callEvent(ended, shared.time.clock()), from: 'read' } as never);
    await shared.time.pass(MINUTE);
    const late = { ...ended, attributes: { policyNumber: 'LATE' } };
    await first.call(late);
    second.answers.readConversation = answered(late);
    first.session.stop();
    await settle();
    expect(asked(second, 'readConversation')).toHaveLength(1);
    expect([...shared.org.tasks.values()]).toMatchObject([{ Policy__c: 'LATE' }]);
    expect(shared.org.writes.at(-1)?.fields).toEqual({ Policy__c: 'LATE' });
  });

  it.each([
    ['answered', 'NEW'],
    // Nobody can know better then.
    ['forbidden', 'OLD']
  ])('typed notes carry nothing outdated with them: reading is %s', async (reading, policy) => {
    const shared = {
      storage: memoryStorage(),
      org: memoryOrg(),
      time: virtualTime(),
      locks: browserLocks()
    };
    const [first, second] = [await signedIn(shared), await signedIn(shared)];
    for (const tab of [first, second]) {
      await tab.call({ connectedTime: AT, attributes: { policyNumber: 'OLD' } });
    }
    const news = { connectedTime: AT, attributes: { policyNumber: 'NEW' } };
    await first.call(news);
    await shared.time.pass(MINUTE);
    const before = shared.org.writes.length;
    second.answers.readConversation = async () => {
      await new Promise((resolve) => void shared.time.timers.set(() => resolve(undefined), 5_000));
      return reading === 'answered' ? answered(news) : refused(reading);
    };
    first.session.stop();
    await settle();
    void second.session.run({ type: 'notes', key: KEY, text: 'typed' });
    await shared.time.pass(4_000);
    expect(shared.org.writes).toHaveLength(before);
    await shared.time.pass(4_000);
    expect([...shared.org.tasks.values()]).toMatchObject([
      { Policy__c: policy, Description: 'typed' }
    ]);
  });

  it('writes what the former writer had not saved, though reading it again is no news', async () => {
    const shared = {
      storage: memoryStorage(),
      org: memoryOrg(),
      time: virtualTime(),
      locks: browserLocks()
    };
    const [first, second] = [await signedIn(shared), await signedIn(shared)];
    const both = async (call: CallState) => {
      for (const tab of [first, second]) await tab.call(call);
    };
    await both({ connectedTime: AT });
    const { update } = shared.org.gateway;
    shared.org.gateway.update = () => new Promise(() => undefined);
    const unsaved = { connectedTime: AT, attributes: { policyNumber: 'UNSAVED' } };
    await both(unsaved);
    shared.org.gateway.update = update;
    second.answers.readConversation = answered(unsaved);
    first.session.stop();
    await settle();
    expect([...shared.org.tasks.values()]).toMatchObject([{ Policy__c: 'UNSAVED' }]);
  });

  it('only the writer asks for missed interactions', async () => {
    const shared = {
      storage: memoryStorage(),
      org: memoryOrg(),
      time: virtualTime(),
      locks: browserLocks()
    };
    const [first, second] = [await signedIn(shared), await signedIn(shared)];
    expect([first, second].map((tab) => asked(tab, 'handled').length)).toEqual([1, 0]);
    first.session.stop();
    await settle();
    expect(asked(second, 'handled')).toHaveLength(1);
  });
});

describe('what the agent is told', () => {
  it.each([
    [{ type: 'expiring', expiresAt: 0 }, 'session_ending'],
    [{ type: 'signedOut', reason: 'expired' }, 'session_expired']
  ] as const)('%j', async (event, type) => {
    const desk = await signedIn();
    desk.emit(event);
    await settle();
    expect(desk.session.view()).toMatchObject({ phase: 'ready', problem: { type } });
    desk.emit({ type: 'signedIn', expiresAt: 0 });
    await settle();
    expect(desk.session.view().problem).toBeUndefined();
  });

  it('a missed alert, and back on queue with one click', async () => {
    const desk = await signedIn();
    desk.emit({ type: 'routingStatus', status: 'NOT_RESPONDING' });
    await settle();
    expect(desk.session.view().routingStatus).toBe('NOT_RESPONDING');
    await desk.session.run({ type: 'respond' });
    expect(asked(desk, 'setRoutingStatus')).toEqual([['setRoutingStatus', 'IDLE']]);
  });

  it('a Task that was deleted, once', async () => {
    const desk = await signedIn();
    await desk.call({ connectedTime: AT });
    desk.org.gateway.update = async () => ({
      ok: false,
      failure: { type: 'reference', message: 'entity is deleted' }
    });
    desk.org.gateway.read = async () => ({
      ok: false,
      failure: { type: 'gone', message: 'not found' }
    });
    for (const policyNumber of ['A', 'B', 'C']) {
      await desk.call({ connectedTime: AT, attributes: { policyNumber } });
    }
    expect(log(desk).filter((line) => line.startsWith('task gone'))).toHaveLength(1);
    expect(desk.org.tasks.size).toBe(1);
  });
});

it('a name that Genesys failed to tell is asked for again after the reconnect', async () => {
  const desk = await signedIn();
  desk.session.setOrg(ORG_WITH_QUEUE);
  await desk.call({ connectedTime: AT });
  expect(desk.session.view().rows[0]?.attributes['Call.QueueName']).toBeUndefined();
  desk.answers.queueName = async () => 'Helpdesk';
  await reconnect(desk);
  expect(desk.session.view().rows[0]?.attributes['Call.QueueName']).toBe('Helpdesk');
});
