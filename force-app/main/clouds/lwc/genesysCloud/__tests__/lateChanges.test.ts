/** @jest-environment node */
import { openDesk, openLiveDesk, subscribing, USER } from './support/desk';
import type { Desk } from './support/desk';
import { settle } from './support/virtualClock';
import { openSimulatedDesk } from './support/simulatedDesk';
import type { SimulatedDesk } from './support/simulatedDesk';

const CALL = 'GET /api/v2/conversations/calls/';
const USER_TOPIC = `v2.users.${USER}?conversations&presence&routingStatus&station`;
const topic = (id: string, kind = 'attributes') => `v2.detail.events.conversation.${id}.${kind}`;

const over = (conversationId: string) => ({ conversationId, media: 'call', isOver: true }) as const;
const socket = (desk: Desk) => desk.server.sockets.at(-1)!;
const subscribed = (desk: Desk) =>
  desk.server
    .asked(subscribing(1))
    .map(({ body }) => (body as { id: string }[]).map(({ id }) => id));
const told = (desk: Desk) =>
  desk.ofType('conversation').map(({ payload }) => (payload as { id: string }).id);

describe('late changes of finished interactions', () => {
  it('are listened to beside the user, without risk for what is needed', async () => {
    const desk = await openLiveDesk();
    desk.cloud.watch([{ conversationId: 'c-live', media: 'call' }, over('c-1')]);
    await settle();
    expect(subscribed(desk).at(-1)).toEqual([
      USER_TOPIC,
      topic('c-1'),
      topic('c-1', 'wrapup'),
      topic('c-1', 'acw')
    ]);
    expect(desk.server.asked(subscribing(1)).at(-1)!.query).toEqual({ ignoreErrors: 'true' });
  });

  it('are subscribed to when the list changes only, and the newest list wins', async () => {
    const desk = await openLiveDesk();
    const before = subscribed(desk).length;
    desk.cloud.watch([over('c-1')]);
    desk.cloud.watch([over('c-1'), over('c-2')]);
    desk.cloud.watch([over('c-1'), over('c-2'), over('c-3')]);
    await settle();
    desk.cloud.watch([over('c-1'), over('c-2'), over('c-3')]);
    await settle();
    expect(subscribed(desk).length - before).toBe(2);
    expect(subscribed(desk).at(-1)).toContain(topic('c-3'));
  });

  it('of more than a channel carries, the newest', async () => {
    const desk = await openLiveDesk();
    desk.cloud.watch(Array.from({ length: 400 }, (_, n) => over(`c-${n}`)));
    await settle();
    const topics = subscribed(desk).at(-1)!;
    expect(topics.length).toBeLessThanOrEqual(1_000);
    expect(topics).toContain(topic('c-399'));
    expect(topics).not.toContain(topic('c-0'));
  });

  it('that came before anybody listened are read', async () => {
    const desk = await openLiveDesk();
    desk.cloud.watch([{ conversationId: 'c-1', media: 'call' }, over('c-old')]);
    desk.server.on(`${CALL}c-1`, { body: { id: 'c-1', participants: [] } });
    desk.cloud.watch([over('c-1'), over('c-old')]);
    await settle();
    expect(told(desk)).toEqual(['c-1']);
    expect(desk.server.asked(`${CALL}c-old`)).toEqual([]);
  });

  it('are told by reading the conversation, once for a burst', async () => {
    const desk = await openLiveDesk();
    desk.cloud.watch([over('c-1')]);
    await settle();
    desk.server.on(`${CALL}c-1`, { body: { id: 'c-1', participants: [] } });
    const before = told(desk).length;
    for (const kind of ['attributes', 'wrapup', 'acw', 'attributes']) {
      socket(desk).frame(topic('c-1', kind), { conversationId: 'c-1' });
    }
    await settle();
    expect(told(desk).slice(before)).toEqual(['c-1']);
    expect(desk.server.asked(`${CALL}c-1`)).toHaveLength(2);
  });

  it('without the permission: said once, not asked again, the user is still heard', async () => {
    const desk = await openLiveDesk();
    desk.server.on(subscribing(1), ({ body }) => ({
      body: {
        entities: (body as { id: string }[]).map(({ id }) => ({
          id,
          state: id.startsWith('v2.detail') ? 'Rejected' : 'Permitted'
        }))
      }
    }));
    desk.cloud.watch([over('c-1'), over('c-2')]);
    await settle();
    desk.cloud.watch([over('c-1'), over('c-2'), over('c-3')]);
    await settle();
    const said = desk.ofType('problem').filter(({ problem }) => problem.type === 'topic_rejected');
    expect(said).toHaveLength(1);
    expect(subscribed(desk).flat()).not.toContain(topic('c-3'));
    socket(desk).frame(`v2.users.${USER}.conversations`, { id: 'c-9', participants: [] });
    expect(told(desk)).toContain('c-9');
  });
});

it('looks around for what lost frames have told, and puts nothing old over an event', async () => {
  const desk = await openLiveDesk();
  const frame = (id: string, participants: object[]) =>
    socket(desk).frame(`v2.users.${USER}.conversations`, { id, participants });
  frame('c-changed', []);
  frame('c-overtaken', []);
  desk.cloud.watch([
    { conversationId: 'c-ended', media: 'call' },
    { conversationId: 'c-over', media: 'call', isOver: true }
  ]);
  desk.server.on('GET /api/v2/conversations/calls/c-ended', {
    body: { id: 'c-ended', participants: [] }
  });
  await settle();
  desk.events.length = 0;
  desk.server.on('GET /api/v2/conversations', () => {
    frame('c-overtaken', [{ id: 'p' }]);
    const ids = ['c-lost', 'c-changed', 'c-overtaken'];
    return { body: { entities: ids.map((id) => ({ id, participants: [] })) } };
  });
  for (let minute = 0; minute < 16; minute += 0.5) {
    await desk.clock.advance(30_000);
    socket(desk).frame('channel.metadata', { message: 'WebSocket Heartbeat' });
  }
  expect(told(desk)).toEqual(['c-overtaken', 'c-lost', 'c-changed', 'c-ended']);
  desk.server.opensSockets = false;
  socket(desk).drop();
  const listed = desk.server.asked('GET /api/v2/conversations').length;
  await desk.clock.advance(20 * 60_000);
  expect(desk.server.asked('GET /api/v2/conversations')).toHaveLength(listed);
  desk.cloud.stop();
  const asked = desk.server.asked('GET /api/v2/conversations').length;
  await desk.clock.advance(3_600_000);
  expect(desk.server.asked('GET /api/v2/conversations')).toHaveLength(asked);
});

const HOUR = 3_600_000;
const iso = (ms: number): string => new Date(ms).toISOString();

describe('what analytics remember', () => {
  const QUERY = 'POST /api/v2/analytics/conversations/details/query';

  it.each([
    ['a video meeting', ['video'], []],
    ['a shared screen', ['screenshare'], []],
    ['media of the future', ['hologram', 'workitem'], []],
    ['a call with a shared screen', ['screenshare', 'voice'], ['call']],
    ['a callback and its call', ['voice', 'callback'], ['callback']],
    ['nothing told', [], ['call']]
  ])('%s', async (_title, types, media) => {
    const desk = await openLiveDesk();
    const sessions = types.map((mediaType) => ({ mediaType }));
    const participants = [{ userId: USER, sessions }];
    desk.server.on(QUERY, { body: { conversations: [{ conversationId: 'c-1', participants }] } });
    const found = await desk.cloud.handled(HOUR);
    expect(found.ok && found.value.conversations.map((each) => each.media)).toEqual(media);
  });

  it.each([0, 3, -3, 30])('is asked for page by page; our clock is set by %i h', async (hours) => {
    const desk = await openLiveDesk();
    const now = desk.clock.now();
    desk.clock.jump(hours * HOUR);
    const page = (from: number, count: number) => ({
      body: {
        conversations: Array.from({ length: count }, (_, n) => ({
          conversationId: `c-${from + n}`,
          participants: [{ userId: USER, sessions: [{ mediaType: n % 2 ? 'email' : 'voice' }] }]
        }))
      }
    });
    desk.server.on(QUERY, page(0, 100), page(100, 3));
    const found = await desk.cloud.handled(2 * HOUR);
    if (!found.ok) throw new Error(found.problem.message);
    expect(found.value.until).toBe(now);
    expect(found.value.conversations).toHaveLength(103);
    expect(found.value.conversations.slice(0, 2)).toEqual([
      { conversationId: 'c-0', media: 'call' },
      { conversationId: 'c-1', media: 'email' }
    ]);
    expect(desk.server.asked(QUERY).map(({ body }) => body)).toMatchObject([
      { interval: `${iso(now - 2 * HOUR)}/${iso(now)}` },
      { paging: { pageNumber: 2 } }
    ]);
    expect(JSON.stringify(desk.server.asked(QUERY)[0]!.body)).toContain(USER);
  });

  it.each([
    ['since then', -HOUR, -HOUR],
    ['within the window at most', -9 * HOUR, -2 * HOUR]
  ])('is asked for only %s', async (_, since, from) => {
    const desk = await openLiveDesk();
    const now = desk.clock.now();
    desk.server.on(QUERY, {});
    expect(await desk.cloud.handled(2 * HOUR, now + since)).toMatchObject({ ok: true });
    const interval = `${iso(now + from)}/${iso(now)}`;
    expect(desk.server.asked(QUERY)).toMatchObject([{ body: { interval } }]);
  });

  it('is not asked for while nobody knows the time', async () => {
    const desk = await openLiveDesk();
    desk.server.on('GET /api/v2/date', { body: {} });
    expect(await desk.cloud.handled(HOUR)).toMatchObject({ problem: { type: 'unexpected' } });
    desk.server.on('GET /api/v2/date', { status: 400 });
    expect(await desk.cloud.handled(HOUR)).toMatchObject({ problem: { type: 'refused' } });
    expect(desk.server.asked(QUERY)).toEqual([]);
  });

  it('without the permission: said once', async () => {
    const desk = await openLiveDesk();
    desk.server.on(QUERY, { status: 403, body: { message: 'no' } });
    for (let n = 0; n < 2; n += 1) {
      expect(await desk.cloud.handled(HOUR)).toMatchObject({ problem: { type: 'forbidden' } });
    }
    expect(desk.ofType('problem')).toHaveLength(1);
  });

  it('nobody is asked before the sign-in', async () => {
    const desk = await openDesk();
    expect(await desk.cloud.handled(HOUR)).toMatchObject({ problem: { type: 'signed_out' } });
  });
});

describe('with the simulated Genesys Cloud', () => {
  let desk: SimulatedDesk;
  beforeEach(async () => {
    desk = await openSimulatedDesk();
  });
  afterEach(() => desk.close());

  it('a call handled elsewhere is found, and its late attribute heard', async () => {
    await desk.begin();
    const call = desk.center.placeCall({ agent: 'agent' });
    if (!call.ok) throw new Error(call.problem.type);
    const { id } = call.value;
    desk.center.agent(id, { agent: 'agent', action: 'answer' });
    desk.center.customer(id, { action: 'hangUp' });
    const found = await desk.cloud.handled(HOUR);
    expect(found).toMatchObject({
      ok: true,
      value: { conversations: [{ conversationId: id, media: 'call' }] }
    });

    desk.cloud.watch([{ conversationId: id, media: 'call', isOver: true }]);
    // A subscription has no event of its own: change until one is heard.
    let survey = 0;
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    const changing = setInterval(
      () =>
        desk.center.setAttributes(id, {
          attributes: { survey: `answer ${++survey}` },
          notify: 'detail'
        }),
      50
    );
    await desk
      .until(() => JSON.stringify(desk.events).includes('answer'))
      .finally(() => clearInterval(changing));
  });
});
