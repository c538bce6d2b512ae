/** @jest-environment node */
import type { ConversationSummary } from '../summary';
import { systemClock } from '../clock';
import { answerOf, ask, bodyOf, useSimulator } from './sdk';

const { start, signIn } = useSimulator();

type Json = Record<string, never>;

async function opened(options: Parameters<typeof start>[0] = {}) {
  const server = await start(options);
  const call = async (method: string, path: string, body?: unknown) =>
    ask(server.url, method, `/contact-center${path}`, body);
  const post = async (path: string, body?: unknown) =>
    (await call('POST', path, body)).body as unknown as ConversationSummary;
  return { server, call, post };
}

describe('the HTTP interface', () => {
  it('plays a whole call: ring, answer, hold, late attributes, wrap-up', async () => {
    const { server, post, call } = await opened();
    const placed = await post('/calls', {
      name: 'Casey Doe',
      queue: 'Sales',
      agent: 'agent',
      attributes: { vip: true, score: 7 },
      ivrSeconds: 4,
      queueSeconds: 3
    });
    expect(placed).toMatchObject({
      state: 'alerting',
      queue: { name: 'Sales' },
      customer: { name: 'Casey Doe', address: 'tel:+13175550101' }
    });
    expect(placed.participants[0]!.attributes).toEqual({ vip: 'true', score: '7' });
    const at = `/conversations/${placed.id}`;
    expect((await post(`${at}/agent`, { action: 'answer' })).state).toBe('connected');
    expect((await post(`${at}/agent`, { action: 'hold' })).state).toBe('held');
    server.clock.advance(5_000);
    const ended = await post(`${at}/customer`, { action: 'hangUp' });
    expect(ended).toMatchObject({ state: 'wrapping_up', endTime: '2026-05-04T09:00:05.000Z' });
    const late = await post(`${at}/attributes`, {
      attributes: { survey: '9' },
      participant: 'agent'
    });
    expect(late.participants.at(-1)!.attributes).toEqual({ survey: '9' });
    const done = await post(`${at}/agent`, { action: 'wrapUp', code: 'Order placed', notes: 'n' });
    expect(done.state).toBe('finished');
    expect(done.participants.at(-1)!.wrapUp!.name).toBe('Order placed');
    const lists = await Promise.all(
      ['live', 'finished', 'all'].map(async (state) => {
        const { body } = await call('GET', `/conversations?state=${state}`);
        return (body as unknown as ConversationSummary[]).length;
      })
    );
    expect(lists).toEqual([0, 1, 1]);
  });

  it('transfers to a queue for one agent, and to an agent', async () => {
    const { post } = await opened();
    const { id } = await post('/calls', { agent: 'agent' });
    await post(`/conversations/${id}/agent`, { action: 'answer' });
    const queued = await post(`/conversations/${id}/transfer`, {
      toQueue: 'Billing',
      for: 'agent2'
    });
    expect(queued.participants.at(-1)).toMatchObject({ agent: 'agent2', queue: 'Billing' });
    await post(`/conversations/${id}/agent`, { agent: 'agent2', action: 'answer' });
    const given = await post(`/conversations/${id}/transfer`, { toAgent: 'agent' });
    expect(given.participants.at(-1)).toMatchObject({ agent: 'agent', purpose: 'user' });
  });

  it('places outbound and internal calls, and answers as the one called', async () => {
    const { post } = await opened({ settings: { outboundAnswerMs: null } });
    const out = await post('/calls/outbound', {
      agent: 'agent',
      phoneNumber: '+13175550155',
      queue: 'Sales'
    });
    expect(out).toMatchObject({ direction: 'outbound', state: 'dialing' });
    const up = await post(`/conversations/${out.id}/customer`, { action: 'answer' });
    expect(up.state).toBe('connected');
    const inside = await post('/calls/internal', { agent: 'agent2', to: 'agent' });
    expect(inside).toMatchObject({ direction: 'internal', state: 'alerting' });
  });

  it.each([
    ['E', 'calls', undefined],
    ['M', 'state', undefined],
    ['M-rest', 'state', '/api/v2/conversations/calls/'],
    ['C', 'queueName', '/api/v2/conversations/']
  ])('shows shape %s', async (shape, key, selfUri) => {
    const { post, call } = await opened();
    const { id } = await post('/calls', { agent: 'agent' });
    const { body } = await call('GET', `/conversations/${id}?shape=${shape}`);
    const seen = body as unknown as { participants: Json[]; selfUri?: string };
    expect(seen.participants[0]).toHaveProperty(key);
    expect(seen.selfUri).toBe(selfUri && selfUri + id);
  });

  it.each([
    ['POST', '/calls', { queue: 'Nowhere' }, 404],
    ['POST', '/calls', { agent: 'nobody' }, 404],
    ['POST', '/calls', { queue: null }, 404],
    ['POST', '/calls', { ivrSeconds: -1 }, 400],
    ['POST', '/calls', { ivrSeconds: 'long' }, 400],
    ['POST', '/calls', { attributes: { deep: {} } }, 400],
    ['POST', '/calls/outbound', { agent: 'agent' }, 400],
    ['POST', '/calls/outbound', { agent: 'admin', phoneNumber: '+13175550155' }, 400],
    ['POST', '/calls/internal', { agent: 'agent', to: 'nobody' }, 404],
    ['GET', '/conversations?state=odd', undefined, 400],
    ['GET', '/conversations/x', undefined, 404],
    ['POST', '/conversations/x/agent', { action: 'answer' }, 404],
    ['POST', '/conversations/ID/agent', { action: 'dance' }, 400],
    ['POST', '/conversations/ID/agent', undefined, 400],
    ['POST', '/conversations/ID/agent', { action: 'answer', agent: 'agent2' }, 404],
    ['POST', '/conversations/ID/customer', { action: 'dance' }, 400],
    ['POST', '/conversations/ID/customer', { action: 'answer' }, 400],
    ['POST', '/conversations/ID/transfer', {}, 400],
    ['POST', '/conversations/ID/attributes', {}, 400],
    ['POST', '/conversations/ID/attributes', { attributes: {}, participant: 'ghost' }, 404],
    ['GET', '/conversations/ID?shape=Z', undefined, 400],
    ['PATCH', '/agents/nobody', {}, 404],
    ['PATCH', '/agents/agent', { presence: 'Dreaming' }, 400],
    ['PATCH', '/settings', { alertMs: -1 }, 400],
    ['PATCH', '/settings', { colour: 1 }, 400],
    ['POST', '/faults/requests', {}, 400],
    ['POST', '/faults/requests', { status: 200 }, 400],
    ['POST', '/faults/frames', { kind: 'burn' }, 400]
  ])('%s %s %j answers %i with a message', async (method, path, body, status) => {
    const { post, call } = await opened();
    const { id } = await post('/calls', { agent: 'agent' });
    const answer = await call(method, path.replace('ID', id), body);
    expect(answer.status).toBe(status);
    expect((answer.body as { message?: string }).message).toBeTruthy();
  });

  it('is not for other machines’ names', async () => {
    const { server } = await opened();
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const { hostname, port } = new URL(server.url);
      request(
        { hostname, port, path: '/contact-center', headers: { host: 'evil.example.com' } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        }
      ).end();
    });
    expect(status).toBe(403);
  });
});

describe('agents', () => {
  it('are changed and shown', async () => {
    const { call } = await opened();
    const { body } = await call('PATCH', '/agents/agent', { presence: 'meal', station: 'Desk 7' });
    expect(body).toMatchObject({
      key: 'agent',
      presence: 'Meal',
      routingStatus: 'OFF_QUEUE',
      station: 'Desk 7'
    });
  });

  it('get tokens without signing in', async () => {
    const { server, call } = await opened();
    const { body } = await call('POST', '/agents/agent2/token');
    const me = await ask(server.url, 'GET', '/api/v2/users/me', undefined, {
      authorization: `Bearer ${(body as unknown as { access_token: string }).access_token}`
    });
    expect(me.body.name).toBe('Ben Okafor');
  });
});

describe('faults', () => {
  it('refuse the next requests that fit, with Retry-After', async () => {
    const { server, call } = await opened();
    const { conversations, routing } = signIn(server);
    await call('POST', '/faults/requests', {
      status: 503,
      count: 2,
      path: '/conversations/calls',
      retryAfterSeconds: 3,
      agent: 'agent'
    });
    const read = () => answerOf(conversations.getConversationsCalls());
    expect((await answerOf(routing.getRoutingQueues())).status).toBe(200);
    expect(
      (await answerOf(signIn(server, 'agent2').conversations.getConversationsCalls())).status
    ).toBe(200);
    expect(await read()).toMatchObject({
      status: 503,
      headers: { 'retry-after': '3' },
      body: { code: 'service.unavailable' }
    });
    expect((await read()).status).toBe(503);
    expect((await read()).status).toBe(200);
  });

  it.each([
    ['status', { status: 504, afterCommit: true }],
    ['line', { drop: true, afterCommit: true }]
  ])('lose the answer of a request that took effect: %s', async (_how, fault) => {
    const { server, post, call } = await opened();
    const { conversations } = signIn(server);
    const placed = await post('/calls', { agent: 'agent' });
    const leg = placed.participants.at(-1)!;
    await call('POST', '/faults/requests', {
      ...fault,
      count: 1,
      method: 'patch',
      path: '/^.api.v2.conv/'
    });
    const answer = await answerOf(
      conversations.patchConversationsCallParticipant(placed.id, leg.id, { state: 'connected' })
    );
    expect(answer.status === 200).toBe(false);
    const { body } = await call('GET', `/conversations/${placed.id}`);
    expect((body as unknown as ConversationSummary).state).toBe('connected');
  });

  it('cut the line before anything happened, until cleared', async () => {
    const { server, call } = await opened();
    const { users } = signIn(server);
    await call('POST', '/faults/requests', { drop: true, path: '/users/me' });
    expect((await answerOf(users.getUsersMe())).status).toBeUndefined();
    expect((await answerOf(users.getUsersMe())).status).toBeUndefined();
    await call('DELETE', '/faults');
    expect((await bodyOf(users.getUsersMe())).name).toBe('Ana Ruiz');
  });

  it('keep requests waiting', async () => {
    const { server, call } = await opened({ clock: systemClock });
    const { users } = signIn(server);
    const order: string[] = [];
    await call('POST', '/faults/requests', { delayMs: 100, count: 1 });
    const slow = bodyOf(users.getUsersMe()).then(() => order.push('slow'));
    await call('GET', '/faults').then(() => order.push('contact center'));
    await slow;
    expect(order).toEqual(['contact center', 'slow']);
  });

  it('reach the sign-in too', async () => {
    const { server, call } = await opened();
    await call('POST', '/faults/requests', { status: 503, count: 1, path: '/oauth/token' });
    expect((await ask(server.url, 'POST', '/oauth/token')).status).toBe(503);
  });

  it('end tokens of one user, or of all', async () => {
    const { server, call } = await opened();
    const [ana, ben] = [signIn(server), signIn(server, 'agent2')];
    expect((await call('POST', '/faults/expire-tokens', { agent: 'agent2' })).body).toEqual({
      tokens: 1
    });
    expect((await answerOf(ben.users.getUsersMe())).status).toBe(401);
    expect((await answerOf(ana.users.getUsersMe())).status).toBe(200);
    expect((await call('POST', '/faults/expire-tokens')).body).toEqual({ tokens: 1 });
    expect((await answerOf(ana.users.getUsersMe())).status).toBe(401);
  });
});

describe('reset', () => {
  it('leaves nothing behind', async () => {
    const { server, call, post } = await opened();
    const before = server.center.overview();
    const { users } = signIn(server);
    await post('/calls', { agent: 'agent' });
    await call('PATCH', '/agents/agent', { presence: 'Meal', revoke: ['routing:queue:view'] });
    await call('PATCH', '/settings', { alertMs: 1 });
    await call('POST', '/faults/requests', { status: 500 });
    await call('POST', '/reset');
    const { version, ...after } = server.center.overview();
    expect(after).toEqual({ ...before, version: undefined });
    expect(version).toBeGreaterThan(before.version);
    expect((await answerOf(users.getUsersMe())).status).toBe(401);
  });
});

describe('the server', () => {
  it('says which port is taken', async () => {
    const { server } = await opened();
    const port = Number(new URL(server.url).port);
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
