/** @jest-environment node */
import { CHANNEL_LIFE, openDesk, openLiveDesk, subscribing, USER } from './support/desk';
import type { Desk } from './support/desk';
import { settle } from './support/virtualClock';

const NEW_CHANNEL = 'POST /api/v2/notifications/channels';
const CONVERSATIONS = `v2.users.${USER}.conversations`;
const LISTING = 'GET /api/v2/conversations';
const CALL = 'GET /api/v2/conversations/calls/';

const conversation = (id: string) => ({ id, participants: [] });
const live = (desk: Desk, ...ids: string[]) =>
  desk.server.on(LISTING, { body: { entities: ids.map(conversation) } });
const socket = (desk: Desk) => desk.server.sockets.at(-1)!;
const states = (desk: Desk) => desk.ofType('connection').map(({ state }) => state);
const told = (desk: Desk) =>
  desk.ofType('conversation').map(({ payload }) => (payload as { id: string }).id);

/** Heartbeats for as long as it takes. */
async function keepAlive(desk: Desk, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 30_000) {
    await desk.clock.advance(Math.min(30_000, left));
    socket(desk).frame('channel.metadata', { message: 'WebSocket Heartbeat' });
  }
}

describe('opening', () => {
  it('subscribes, reads, then says that nothing is missing', async () => {
    const desk = await openDesk();
    live(desk, 'c-1', 'c-2');
    await desk.signIn();
    expect(await desk.cloud.start()).toEqual({ ok: true, value: { id: USER, name: 'Ana Ruiz' } });
    await settle();

    const { url } = socket(desk);
    expect(url).toBe('wss://streaming.example.com/channel-1');
    expect(desk.server.asked(subscribing(1))[0]!.body).toEqual([
      { id: `v2.users.${USER}?conversations&presence&routingStatus&station` }
    ]);
    expect(desk.events.filter(({ type }) => type !== 'clock' && type !== 'signedIn')).toEqual([
      { type: 'user', user: { id: USER, name: 'Ana Ruiz' } },
      { type: 'station' },
      { type: 'connection', state: 'connecting', since: desk.clock.now() },
      { type: 'connection', state: 'live', since: desk.clock.now() },
      { type: 'reread', done: false },
      expect.objectContaining({ type: 'conversation', payload: conversation('c-1'), from: 'read' }),
      expect.objectContaining({ type: 'conversation', payload: conversation('c-2') }),
      { type: 'reread', done: true }
    ]);
  });

  it('says why it cannot start, and starts when asked again', async () => {
    const desk = await openDesk();
    expect(await desk.cloud.start()).toMatchObject({ problem: { type: 'signed_out' } });
    await desk.signIn();
    desk.server.on(
      'GET /api/v2/users/me',
      { status: 400, body: { message: 'no' } },
      { body: { id: USER } }
    );
    expect(await desk.cloud.start()).toMatchObject({ problem: { type: 'refused' } });
    expect(await desk.cloud.start()).toMatchObject({ ok: true });
  });

  it.each([
    ['no channel', (desk: Desk) => desk.server.on(NEW_CHANNEL, { status: 503 }, { status: 503 })],
    ['no subscription', (desk: Desk) => desk.server.on(subscribing(1), { status: 500 })],
    ['no socket', (desk: Desk) => (desk.server.opensSockets = false)]
  ])('with %s: starts, and goes on trying', async (_, breaks) => {
    const desk = await openDesk();
    await desk.signIn();
    breaks(desk);
    const starting = desk.cloud.start();
    await desk.clock.advance(15_000);
    expect(await starting).toMatchObject({ ok: true });
    expect(states(desk)).toContain('lost');
    expect(desk.ofType('problem')).toHaveLength(1);

    desk.server.opensSockets = true;
    desk.server.on(NEW_CHANNEL, { body: { id: 'channel-9', connectUri: 'wss://x.example.com' } });
    await desk.clock.advance(60_000);
    expect(states(desk)).toContain('live');
  });
});

describe('frames', () => {
  const cases: [string, string, unknown, object][] = [
    [
      'a conversation',
      CONVERSATIONS,
      conversation('c-1'),
      { type: 'conversation', payload: conversation('c-1'), from: 'topic' }
    ],
    [
      'a conversation in a topic of one medium',
      `${CONVERSATIONS}.calls`,
      conversation('c-1'),
      { type: 'conversation', payload: conversation('c-1'), from: 'topic', family: 'calls' }
    ],
    [
      'a conversation of another medium',
      `${CONVERSATIONS}.Videos`,
      conversation('c-1'),
      { type: 'conversation', payload: conversation('c-1'), from: 'topic', family: 'videos' }
    ],
    [
      'a presence',
      `v2.users.${USER}.presence`,
      {
        presenceDefinition: { id: 'p-1', systemPresence: 'On Queue' },
        modifiedDate: '2026-03-02T09:00:00.000Z'
      },
      {
        type: 'presence',
        presence: { id: 'p-1', system: 'On Queue', since: '2026-03-02T09:00:00.000Z' }
      }
    ],
    [
      'a routing status',
      `v2.users.${USER}.routingStatus`,
      { id: USER, routingStatus: { status: 'IDLE', startTime: '2026-03-02T09:00:00.000Z' } },
      { type: 'routingStatus', status: 'IDLE', since: '2026-03-02T09:00:00.000Z' }
    ],
    [
      'a station',
      `v2.users.${USER}.station`,
      { associatedStation: { id: 's-1', name: 'Desk 4' } },
      { type: 'station', station: { id: 's-1', name: 'Desk 4' } }
    ],
    ['no station any more', `v2.users.${USER}.station`, null, { type: 'station' }]
  ];

  it.each(cases)('%s', async (_, topic, body, event) => {
    const desk = await openLiveDesk();
    desk.events.length = 0;
    socket(desk).frame(topic, body);
    expect(desk.events).toEqual([expect.objectContaining(event)]);
  });

  it('of other topics are left alone', async () => {
    const desk = await openLiveDesk();
    desk.events.length = 0;
    socket(desk).frame('v2.users.x.something', { a: 1 });
    socket(desk).frame('channel.metadata', { message: 'pong' });
    expect(desk.events).toEqual([]);
  });

  const unreadable: [string, (desk: Desk) => void][] = [
    ['no text', (desk) => socket(desk).text(new Uint8Array(2))],
    ['no JSON', (desk) => socket(desk).text('{"topicName":')],
    ['no object', (desk) => socket(desk).text('7')],
    ['no topic', (desk) => socket(desk).text('{"eventBody":{}}')],
    ['no body', (desk) => socket(desk).frame(CONVERSATIONS)],
    ['a list for a body', (desk) => socket(desk).frame(CONVERSATIONS, [])],
    ['a conversation without id', (desk) => socket(desk).frame(CONVERSATIONS, { id: 4 })],
    ['a presence of nothing', (desk) => socket(desk).frame(`v2.users.${USER}.presence`, {})]
  ];

  it.each(unreadable)('with %s are counted and said; the next one arrives', async (_, sends) => {
    const desk = await openLiveDesk();
    sends(desk);
    sends(desk);
    socket(desk).frame(CONVERSATIONS, conversation('c-2'));
    expect(desk.ofType('problem').map(({ problem }) => [problem.type, problem.count])).toEqual([
      ['malformed_frame', 1],
      ['malformed_frame', 2]
    ]);
    expect(told(desk)).toEqual(['c-2']);
  });

  it("reach every listener, whatever another one's mistake", async () => {
    const desk = await openLiveDesk();
    const heard = jest.fn();
    desk.cloud.on(() => {
      throw new Error('mine');
    });
    const stop = desk.cloud.on(heard);
    socket(desk).frame(CONVERSATIONS, conversation('c-1'));
    stop();
    socket(desk).frame(CONVERSATIONS, conversation('c-2'));
    expect(heard).toHaveBeenCalledTimes(1);
    await expect(desk.clock.advance(1)).rejects.toThrow('mine');
  });
});

describe('a lost connection', () => {
  it('comes back on the same channel and reads what was missed', async () => {
    const desk = await openLiveDesk();
    desk.cloud.watch([{ conversationId: 'c-ended', media: 'call' }]);
    desk.server.on(`${CALL}c-ended`, { body: conversation('c-ended') });
    await keepAlive(desk, 90_000);
    live(desk, 'c-new');
    desk.events.length = 0;
    socket(desk).drop();
    await desk.clock.advance(1_000);

    expect(desk.server.sockets).toHaveLength(2);
    expect(desk.server.asked(NEW_CHANNEL)).toHaveLength(1);
    expect(desk.server.asked(subscribing(1))).toHaveLength(2);
    expect(states(desk)).toEqual(['lost', 'live']);
    expect(told(desk)).toEqual(['c-new', 'c-ended']);
    expect(desk.events.at(-1)).toEqual({ type: 'reread', done: true });
  });

  it('takes a new channel when the old one is gone', async () => {
    const desk = await openLiveDesk();
    await keepAlive(desk, 90_000);
    desk.server.on(subscribing(1), { status: 404 });
    socket(desk).drop();
    await desk.clock.advance(1_000);
    expect(socket(desk).url).toMatch(/channel-2$/);
    expect(states(desk).at(-1)).toBe('live');
  });

  it('is noticed by silence, after a question that nobody answers', async () => {
    const desk = await openLiveDesk();
    await keepAlive(desk, 60_000);
    await desk.clock.advance(31_000);
    expect(socket(desk).sent).toEqual(['{"message":"ping"}']);
    expect(states(desk).at(-1)).toBe('live');
    await desk.clock.advance(4_000);
    expect(states(desk).at(-1)).toBe('lost');
    expect(desk.server.sockets[0]!.isClosed).toBe(true);
    await desk.clock.advance(1_000);
    expect(states(desk).at(-1)).toBe('live');
  });

  it.each([-3_600_000, 3_600_000])(
    'is noticed as soon when the clock was set by %i ms meanwhile',
    async (ms) => {
      const desk = await openLiveDesk();
      await keepAlive(desk, 60_000);
      desk.clock.jump(ms);
      await desk.clock.advance(31_000);
      expect(socket(desk).sent).toEqual(['{"message":"ping"}']);
      expect(states(desk).at(-1)).toBe('live');
      await desk.clock.advance(4_000);
      expect(states(desk).at(-1)).toBe('lost');
    }
  );

  it('is noticed at once also when the network went while it was being opened', async () => {
    const desk = await openLiveDesk();
    await keepAlive(desk, 90_000);
    socket(desk).drop();
    desk.cloud.signal('offline');
    await desk.clock.advance(1_000);
    expect(states(desk).at(-1)).toBe('live');
    expect(socket(desk).sent).toEqual(['{"message":"ping"}']);
    desk.server.opensSockets = false;
    await desk.clock.advance(5_000);
    expect(states(desk).at(-1)).toBe('lost');

    desk.server.opensSockets = true;
    desk.cloud.signal('online');
    await desk.clock.advance(20_000);
    expect(states(desk).at(-1)).toBe('live');
    expect(socket(desk).sent).toEqual([]);
  });

  it('is not lost while the question is answered', async () => {
    const desk = await openLiveDesk();
    for (let minute = 0; minute < 5; minute++) {
      await desk.clock.advance(32_000);
      socket(desk).frame('channel.metadata', { message: 'pong' });
    }
    expect(desk.server.sockets).toHaveLength(1);
  });

  it('is noticed at once when the machine wakes up', async () => {
    const desk = await openLiveDesk();
    desk.clock.sleep(1_800_000);
    desk.cloud.signal('wake');
    expect(states(desk).at(-1)).toBe('lost');
    await desk.clock.advance(1_000);
    expect(states(desk).at(-1)).toBe('live');
  });

  it('is tried again more and more seldom, with chance in it, and at once when the network is back', async () => {
    const desk = await openLiveDesk();
    await keepAlive(desk, 90_000);
    desk.server.opensSockets = false;
    desk.server.on(NEW_CHANNEL, 'broken');
    desk.server.on(subscribing(1), 'broken');
    socket(desk).drop();
    await desk.clock.advance(10 * 60_000);
    const tries = desk.server.asked(NEW_CHANNEL).length;
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThan(50);
    expect(desk.ofType('problem')).toHaveLength(1);

    desk.server.opensSockets = true;
    desk.server.on(NEW_CHANNEL, { body: { id: 'channel-2', connectUri: 'wss://x.example.com/2' } });
    desk.cloud.signal('online');
    await desk.clock.advance(0);
    expect(states(desk).at(-1)).toBe('live');
  });

  it('is said once, with the time when it was lost, however often it is tried again', async () => {
    const desk = await openLiveDesk();
    await keepAlive(desk, 90_000);
    desk.events.length = 0;
    desk.server.opensSockets = false;
    desk.server.on(NEW_CHANNEL, 'broken');
    socket(desk).drop();
    const since = desk.clock.now();
    await desk.clock.advance(10 * 60_000);
    expect(desk.server.asked(NEW_CHANNEL).length).toBeGreaterThan(10);
    expect(desk.ofType('connection')).toEqual([{ type: 'connection', state: 'lost', since }]);

    desk.server.opensSockets = true;
    desk.server.on(NEW_CHANNEL, { body: { id: 'channel-2', connectUri: 'wss://x.example.com/2' } });
    desk.cloud.signal('online');
    await desk.clock.advance(0);
    socket(desk).drop();
    expect(states(desk)).toEqual(['lost', 'live', 'lost']);
  });

  it('does not push other tabs out: one that never lasts waits longer each time', async () => {
    const desk = await openLiveDesk();
    const waits: number[] = [];
    for (let time = 1; time <= 5; time++) {
      const lostAt = desk.clock.now();
      socket(desk).drop();
      while (states(desk).at(-1) !== 'live') await desk.clock.advance(100);
      waits.push(desk.clock.now() - lostAt);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });

  const everySubscribing = (desk: Desk, reply: Parameters<Desk['server']['on']>[1]) => {
    for (let channel = 1; channel < 40; channel++) desk.server.on(subscribing(channel), reply);
  };
  it.each<[string, (desk: Desk) => void]>([
    ['the socket does not open', (desk) => void (desk.server.opensSockets = false)],
    ['nobody can subscribe', (desk) => everySubscribing(desk, { status: 503 })],
    ['subscribing breaks', (desk) => everySubscribing(desk, 'broken')]
  ])('does not push other tabs out by channels made in vain: %s', async (_, fail) => {
    const desk = await openLiveDesk();
    await keepAlive(desk, 90_000);
    fail(desk);
    const before = desk.server.sockets.length;
    socket(desk).drop();
    await desk.clock.advance(10 * 60_000);
    const tries = desk.server.sockets.length - before;
    expect(tries).toBeGreaterThan(10);
    expect(desk.server.asked(NEW_CHANNEL).length - 1).toBeLessThanOrEqual(tries / 3 + 1);
  });

  it('stays away after stop', async () => {
    const desk = await openLiveDesk();
    desk.cloud.stop();
    const before = desk.server.requests.length;
    desk.events.length = 0;
    socket(desk).drop();
    await desk.clock.advance(10 * 60_000);
    expect(desk.events).toEqual([]);
    expect(desk.server.requests).toHaveLength(before);
  });
});

describe('a channel that is evicted over and over', () => {
  it('is opened again at growing intervals', async () => {
    const desk = await openLiveDesk();
    const open = desk.server.sockets.length;
    for (let second = 0; second < 600; second++) {
      if (!socket(desk).isClosed) socket(desk).drop();
      await desk.clock.advance(1_000);
    }
    expect(desk.server.sockets.length - open).toBeLessThanOrEqual(50);
    expect(desk.server.sockets.length - open).toBeGreaterThan(10);
  });
});

describe('a planned close', () => {
  it('opens and subscribes the next socket first: nobody notices, nothing is lost', async () => {
    const desk = await openLiveDesk();
    const first = socket(desk);
    desk.events.length = 0;
    first.frame('v2.system.socket_closing', { message: 'soon' });
    first.frame(CONVERSATIONS, conversation('c-before'));
    await settle();
    const second = socket(desk);
    expect(second.url).toMatch(/channel-2$/);
    expect(first.isClosed).toBe(true);
    second.frame(CONVERSATIONS, conversation('c-after'));
    expect(told(desk)).toEqual(['c-before', 'c-after']);
    expect(states(desk)).toEqual(['live']);
  });

  it('keeps the old socket until the next one is there', async () => {
    const desk = await openLiveDesk();
    const first = socket(desk);
    desk.server.opensSockets = false;
    first.frame('v2.system.socket_closing');
    await desk.clock.advance(12_000);
    first.frame(CONVERSATIONS, conversation('c-1'));
    expect(first.isClosed).toBe(false);
    expect(told(desk)).toEqual(['c-1']);
    first.drop();
    expect(states(desk).at(-1)).toBe('lost');
    desk.server.opensSockets = true;
    await desk.clock.advance(20_000);
    expect(states(desk).at(-1)).toBe('live');
  });

  it('that is announced on the next socket while it is being opened leads to yet another', async () => {
    const desk = await openLiveDesk();
    desk.server.on(subscribing(2), () => {
      desk.server.sockets[1]!.frame('v2.system.socket_closing');
      return { body: { entities: [] } };
    });
    desk.events.length = 0;
    socket(desk).frame('v2.system.socket_closing');
    await settle();
    const [first, second] = desk.server.sockets;
    expect([first!.isClosed, second!.isClosed]).toEqual([true, false]);
    second!.frame(CONVERSATIONS, conversation('c-1'));
    await desk.clock.advance(1_000);
    expect(second!.isClosed).toBe(true);
    socket(desk).frame(CONVERSATIONS, conversation('c-2'));
    expect(socket(desk).url).toMatch(/channel-3$/);
    expect(told(desk)).toEqual(['c-1', 'c-2']);
    expect(states(desk)).toEqual(['live', 'live']);
    await keepAlive(desk, 120_000);
    expect(desk.server.sockets).toHaveLength(3);
  });

  it('that follows each new socket at once is answered at growing intervals', async () => {
    const desk = await openLiveDesk();
    const open = desk.server.sockets.length;
    for (let second = 0; second < 600; second++) {
      socket(desk).frame('v2.system.socket_closing');
      await desk.clock.advance(1_000);
    }
    // Ten minutes of doubling pauses up to 30 s; without them it would be one socket a second.
    expect(desk.server.sockets.length - open).toBeLessThanOrEqual(50);
    expect(desk.server.asked(NEW_CHANNEL).length).toBeLessThanOrEqual(51);
    socket(desk).frame(CONVERSATIONS, conversation('c-1'));
    expect(told(desk)).toEqual(['c-1']);
  });

  it('waits for the sign-in when the token has ended', async () => {
    const desk = await openLiveDesk();
    desk.server.on(NEW_CHANNEL, { status: 401 });
    socket(desk).frame('v2.system.socket_closing');
    await settle();
    expect(desk.ofType('signedOut')).toHaveLength(1);
    desk.server.on(NEW_CHANNEL, { body: { id: 'channel-2', connectUri: 'wss://x.example.com/2' } });
    await desk.signIn();
    await settle();
    expect(desk.server.sockets.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });
});

it('says which topic was rejected', async () => {
  const desk = await openDesk();
  const rejected = { id: 'v2.users.x', state: 'Rejected', rejectionReason: 'Missing permissions' };
  desk.server.on(subscribing(1), { body: { entities: [rejected] } });
  await desk.signIn();
  await desk.cloud.start();
  expect(desk.ofType('problem').map(({ problem }) => problem)).toEqual([
    { type: 'topic_rejected', operation: 'v2.users.x', message: 'Missing permissions' }
  ]);
});

describe("the channel's own life", () => {
  const clocks: [string, number][] = [
    ['right', 0],
    ['a day and more ahead', 25],
    ['a day behind', -24]
  ];

  it.each(clocks)(
    'is renewed every hour by putting the subscriptions again; the clock is %s',
    async (_, hours) => {
      const desk = await openDesk();
      const expires = new Date(desk.clock.now() + CHANNEL_LIFE).toISOString();
      const body = { id: 'channel-1', connectUri: 'wss://x.example.com/1', expires };
      desk.server.on(NEW_CHANNEL, { body });
      desk.server.on('POST /oauth/token', { body: { access_token: 't', expires_in: 1e6 } });
      desk.clock.jump(hours * 3_600_000);
      await desk.signIn();
      await desk.cloud.start();
      await keepAlive(desk, 3.5 * 3_600_000);
      expect(desk.server.asked(subscribing(1))).toHaveLength(4);
      expect(desk.server.sockets).toHaveLength(1);
    }
  );
});

describe('reading what was missed', () => {
  it('puts what it reads before what arrives meanwhile', async () => {
    const desk = await openLiveDesk();
    live(desk, 'read');
    const reading = desk.cloud.reread();
    socket(desk).frame(CONVERSATIONS, conversation('arrived'));
    expect(told(desk)).toEqual([]);
    await reading;
    expect(told(desk)).toEqual(['read', 'arrived']);
  });

  it('tries again after trouble; frames do not wait for that', async () => {
    const desk = await openLiveDesk();
    desk.events.length = 0;
    desk.server.on(
      LISTING,
      { status: 500 },
      { status: 500 },
      { status: 500 },
      { body: { entities: [conversation('c-1')] } }
    );
    const reading = desk.cloud.reread();
    await settle();
    socket(desk).frame(CONVERSATIONS, conversation('arrived'));
    await desk.clock.advance(900);
    await reading;
    expect(told(desk)).toEqual(['arrived']);
    expect(desk.ofType('reread').at(-1)).toEqual({ type: 'reread', done: false });
    await desk.clock.advance(2_000);
    expect(told(desk)).toEqual(['arrived', 'c-1']);
    expect(desk.ofType('reread').at(-1)).toEqual({ type: 'reread', done: true });
  });

  it.each([404, 403])('takes a %i for an answer', async (status) => {
    const desk = await openLiveDesk();
    desk.cloud.watch([{ conversationId: 'gone', media: 'email' }]);
    desk.server.on('GET /api/v2/conversations/emails/gone', { status });
    desk.events.length = 0;
    await desk.cloud.reread();
    expect(desk.ofType('reread').at(-1)).toEqual({ type: 'reread', done: true });
  });

  it('reads once more when asked while reading', async () => {
    const desk = await openLiveDesk();
    const before = desk.server.asked(LISTING).length;
    await Promise.all([desk.cloud.reread(), desk.cloud.reread(), desk.cloud.reread()]);
    expect(desk.server.asked(LISTING)).toHaveLength(before + 2);
    expect(desk.ofType('reread').at(-1)).toEqual({ type: 'reread', done: true });
  });
});
