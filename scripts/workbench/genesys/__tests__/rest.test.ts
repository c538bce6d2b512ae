/** @jest-environment node */
import type { Models } from 'purecloud-platform-client-v2';
import { users } from '../roster';
import type { ConversationSummary } from '../summary';
import type { GenesysServer } from '../server';
import { answerOf, ask, bodyOf, useSimulator } from './sdk';

const { start, signIn } = useSimulator();

type Agent = ReturnType<typeof signIn>;

const [ANA, BEN] = users as [(typeof users)[number], (typeof users)[number]];

function placed(server: GenesysServer, request = {}): ConversationSummary {
  const call = server.center.placeCall({ agent: 'agent', ...request });
  if (!call.ok) throw new Error('not placed');
  return call.value;
}

const legOf = (call: ConversationSummary, agent = 'agent') =>
  call.participants.findLast((each) => each.agent === agent)!;

async function inCall(request = {}) {
  const server = await start();
  const agent = signIn(server);
  const call = placed(server, request);
  const leg = legOf(call);
  await bodyOf(
    agent.conversations.patchConversationsCallParticipant(call.id, leg.id, { state: 'connected' })
  );
  const now = () => {
    const read = server.center.conversation(call.id);
    if (!read.ok) throw new Error('gone');
    return read.value;
  };
  return { server, agent, call, leg, now };
}

describe('the signed-in user', () => {
  it('comes with what is asked for, and no more', async () => {
    const { users: api } = signIn(await start());
    const plain = await bodyOf(api.getUsersMe());
    expect(plain).toMatchObject({ id: ANA.id, name: 'Ana Ruiz', state: 'active' });
    expect(plain).not.toHaveProperty('presence');
    const full = await bodyOf(
      api.getUsersMe({
        expand: [
          'presence',
          'routingStatus',
          'station',
          'conversationSummary',
          'organization',
          'authorization'
        ] as never
      })
    );
    expect(full).toMatchObject({
      presence: { presenceDefinition: { systemPresence: 'On Queue' } },
      routingStatus: { status: 'IDLE' },
      station: { associatedStation: { name: 'Ana Ruiz WebRTC' } },
      conversationSummary: { call: { contactCenter: { active: 0, acw: 0 } } },
      organization: { name: 'Workbench' },
      authorization: { permissions: expect.arrayContaining(['routing:queue:view']) }
    });
  });

  it('changes presence by a definition, not by a word', async () => {
    const { presence, userId } = signIn(await start());
    const { entities } = await bodyOf(presence.getPresencedefinitions({ pageSize: 100 }));
    const meal = entities!.find((each) => each.systemPresence === 'Meal');
    const changed = await bodyOf(
      presence.patchUserPresencesPurecloud(userId, { presenceDefinition: { id: meal!.id! } })
    );
    expect(changed.presenceDefinition).toMatchObject({ id: meal!.id, systemPresence: 'Meal' });
    const unknown = presence.patchUserPresencesPurecloud(userId, {
      presenceDefinition: { systemPresence: 'Meal' }
    });
    expect((await answerOf(unknown)).status).toBe(400);
    const other = presence.patchUserPresencesPurecloud(BEN.id, {
      presenceDefinition: { id: meal!.id! }
    });
    expect((await answerOf(other)).status).toBe(403);
  });

  it('becomes idle again after a missed alert', async () => {
    const server = await start();
    const { users: api, userId } = signIn(server);
    const call = placed(server);
    server.center.agent(call.id, { action: 'decline' });
    expect((await bodyOf(api.getUserRoutingstatus(userId))).status).toBe('NOT_RESPONDING');
    expect((await bodyOf(api.putUserRoutingstatus(userId, { status: 'IDLE' }))).status).toBe(
      'IDLE'
    );
    expect((await answerOf(api.putUserRoutingstatus(userId, { status: 'ASLEEP' }))).status).toBe(
      400
    );
    expect(
      (await answerOf(api.putUserRoutingstatus(userId, { status: 'INTERACTING' }))).status
    ).toBe(409);
  });

  it.each([
    ['part of a name', 'oka', ['Ben Okafor']],
    ['a mail address', 'ada.lind@', ['Ada Lind']],
    ['nothing that fits', 'zzz', []]
  ])('finds colleagues by %s', async (_what, value, found) => {
    const { users: api } = signIn(await start());
    const { results } = await bodyOf(
      api.postUsersSearch({
        expand: ['presence'],
        query: [
          { type: 'CONTAINS', fields: ['name', 'email'], value },
          { type: 'EXACT', fields: ['state'], value: 'active' }
        ]
      })
    );
    expect(results.map((user) => user.name)).toEqual(found);
    expect(results.every((user) => user.presence)).toBe(true);
  });
});

describe('a call', () => {
  it('is listed while it lives or is wrapped up, and can still be read later', async () => {
    const { server, agent, call } = await inCall();
    const { conversations } = agent;
    const ids = async () => ({
      calls: (await bodyOf(conversations.getConversationsCalls())).entities!.map(({ id }) => id),
      all: (await bodyOf(conversations.getConversations())).entities!.map(({ id }) => id)
    });
    expect(await ids()).toEqual({ calls: [call.id], all: [call.id] });
    server.center.customer(call.id, 'hangUp');
    expect(await ids()).toEqual({ calls: [call.id], all: [call.id] });
    server.center.agent(call.id, { action: 'skipWrapUp' });
    expect(await ids()).toEqual({ calls: [], all: [] });
    const later = await bodyOf(conversations.getConversationsCall(call.id));
    expect(later.participants!.at(-1)!.state).toBe('terminated');
  });

  it('is steered through participant and communication alike', async () => {
    const { agent, call, leg, now } = await inCall();
    const api = agent.conversations;
    await bodyOf(api.patchConversationsCallParticipant(call.id, leg.id, { held: true }));
    expect(legOf(now()).held).toBe(true);
    await bodyOf(
      api.patchConversationsCallParticipantCommunication(call.id, leg.id, leg.communicationId, {
        held: false,
        muted: true
      })
    );
    expect(legOf(now())).toMatchObject({ held: false, muted: true });
    await bodyOf(
      api.postConversationParticipantDigits(call.id, leg.id, { body: { digits: '12#' } })
    );
    expect(legOf(now()).digits).toBe('12#');
    await bodyOf(api.patchConversationsCallParticipant(call.id, leg.id, { state: 'disconnected' }));
    expect(now().endTime).toBeDefined();
  });

  it.each<
    [
      string,
      (agent: Agent, call: ConversationSummary, leg: string) => Promise<unknown>,
      number,
      string
    ]
  >([
    [
      'a word that is no state',
      ({ conversations }, { id }, leg) =>
        conversations.patchConversationsCallParticipant(id, leg, { state: 'asleep' }),
      400,
      'bad.request'
    ],
    [
      'held that is no truth value',
      ({ conversations }, { id }, leg) =>
        conversations.patchConversationsCallParticipant(id, leg, { held: 'yes' as never }),
      400,
      'bad.request'
    ],
    [
      'a second answer',
      ({ conversations }, { id }, leg) =>
        conversations.patchConversationsCallParticipant(id, leg, { state: 'connected' }),
      400,
      'bad.request'
    ],
    [
      'another communication',
      ({ conversations }, { id }, leg) =>
        conversations.patchConversationsCallParticipantCommunication(id, leg, 'x', { held: true }),
      404,
      'not.found'
    ],
    [
      'the participant of somebody else',
      ({ conversations }, { id, customer }) =>
        conversations.patchConversationsCallParticipant(id, customer!.participantId, {
          muted: true
        }),
      403,
      'not.authorized'
    ],
    [
      'an unknown participant',
      ({ conversations }, { id }) =>
        conversations.patchConversationsCallParticipant(id, 'x', { held: true }),
      404,
      'not.found'
    ],
    [
      'an unknown conversation',
      ({ conversations }) => conversations.getConversationsCall('x'),
      404,
      'not.found'
    ],
    [
      'digits that are none',
      ({ conversations }, { id }, leg) =>
        conversations.postConversationParticipantDigits(id, leg, { body: { digits: 'hi' } }),
      400,
      'bad.request'
    ],
    [
      'attributes that are no text',
      ({ conversations }, { id }, leg) =>
        conversations.patchConversationParticipantAttributes(id, leg, {
          attributes: { n: 1 as never }
        }),
      400,
      'bad.request'
    ],
    [
      'a wrap-up code of another queue',
      ({ conversations }, { id, participants }, leg) =>
        conversations.postConversationsCallParticipantCommunicationWrapup(
          id,
          leg,
          participants.at(-1)!.communicationId,
          { body: { code: 'x' } }
        ),
      400,
      'invalid.value'
    ],
    [
      'a transfer to nobody',
      ({ conversations }, { id }, leg) =>
        conversations.postConversationParticipantReplaceAgent(id, leg, { userId: 'x' }),
      400,
      'bad.request'
    ],
    [
      'a transfer to no queue',
      ({ conversations }, { id }, leg) =>
        conversations.postConversationParticipantReplaceQueue(id, leg, { queueId: 'x' }),
      400,
      'bad.request'
    ],
    [
      'a number that is none',
      ({ conversations }) => conversations.postConversationsCalls({ phoneNumber: 'my mother' }),
      400,
      'invalid.value'
    ]
  ])('is refused %s', async (_what, request, status, code) => {
    const { agent, call, leg } = await inCall();
    const { body, ...answer } = await answerOf(request(agent, call, leg.id));
    expect(answer.status).toBe(status);
    expect(body).toMatchObject({ status, code, details: [], errors: [] });
    expect(body.message).toBeTruthy();
    expect(answer.headers['inin-correlation-id']).toBe(body.contextId);
  });

  it('is nobody else’s business, but the administrator’s', async () => {
    const { server, call } = await inCall();
    const read = (agent: string) =>
      answerOf(signIn(server, agent).conversations.getConversationsCall(call.id));
    expect((await read('agent2')).status).toBe(404);
    expect((await read('admin')).status).toBe(200);
  });

  it('takes attributes during and after, from whoever is in it', async () => {
    const { agent, call, leg, now } = await inCall();
    const set = (attributes: Record<string, string>) =>
      bodyOf(
        agent.conversations.patchConversationParticipantAttributes(call.id, leg.id, { attributes })
      );
    await set({ a: '1', b: '1' });
    await bodyOf(
      agent.conversations.patchConversationsCallParticipant(call.id, leg.id, {
        state: 'disconnected'
      })
    );
    await set({ b: '2' });
    expect(legOf(now()).attributes).toEqual({ a: '1', b: '2' });
  });

  it('is wrapped up with a code of its queue', async () => {
    const { agent, call, leg, now } = await inCall({ queue: 'Sales' });
    const api = agent.conversations;
    await bodyOf(api.patchConversationsCallParticipant(call.id, leg.id, { state: 'disconnected' }));
    const codes = await bodyOf(api.getConversationParticipantWrapupcodes(call.id, leg.id));
    expect(codes.map((each) => each.name)).toEqual([
      'Order placed',
      'Not interested',
      'Call back later'
    ]);
    await bodyOf(
      api.postConversationsCallParticipantCommunicationWrapup(
        call.id,
        leg.id,
        leg.communicationId,
        {
          body: { code: codes[1]!.id!, notes: 'No' }
        }
      )
    );
    expect(legOf(now()).wrapUp).toEqual({
      code: codes[1]!.id,
      name: 'Not interested',
      notes: 'No'
    });
    const read = await bodyOf(api.getConversationsCallParticipantWrapup(call.id, leg.id));
    expect(read).toMatchObject({ code: codes[1]!.id, notes: 'No' });
    expect(read).not.toHaveProperty('name');
  });

  it.each<[string, (agent: Agent, call: string, leg: string) => Promise<unknown>, string[]]>([
    [
      'agent',
      ({ conversations }, call, leg) =>
        conversations.postConversationParticipantReplaceAgent(call, leg, { userId: BEN.id }),
      ['user alerting']
    ],
    [
      'queue',
      ({ conversations }, call, leg) =>
        conversations.postConversationParticipantReplaceQueue(call, leg, {
          queueId: 'b0000000-0000-4000-8000-000000000002'
        }),
      ['acd connected', 'agent alerting']
    ],
    [
      'number',
      ({ conversations }, call, leg) =>
        conversations.postConversationParticipantReplaceExternal(call, leg, {
          address: '+13175550160'
        }),
      ['external contacting']
    ]
  ])('is transferred to a %s', async (_to, transfer, joined) => {
    const { agent, call, leg, now } = await inCall();
    expect((await answerOf(transfer(agent, call.id, leg.id))).status).toBe(202);
    expect(legOf(now())).toMatchObject({ state: 'disconnected', disconnectType: 'transfer' });
    expect(
      now()
        .participants.slice(4)
        .map((each) => `${each.purpose} ${each.state}`)
    ).toEqual(joined);
  });

  it('is consulted about, and then left to the other', async () => {
    const { server, agent, call, leg, now } = await inCall();
    const api = agent.conversations;
    const { destinationParticipantId } = await bodyOf(
      api.postConversationsCallParticipantConsultAgent(call.id, leg.id, {
        speakTo: 'DESTINATION',
        userId: BEN.id
      })
    );
    const asked = legOf(now(), 'agent2');
    expect(asked).toMatchObject({ id: destinationParticipantId, state: 'alerting' });
    const ben = signIn(server, 'agent2').conversations;
    await bodyOf(ben.patchConversationsCallParticipant(call.id, asked.id, { state: 'connected' }));
    await bodyOf(
      api.patchConversationsCallParticipantConsult(call.id, leg.id, { speakTo: 'BOTH' })
    );
    await bodyOf(api.patchConversationsCallParticipant(call.id, leg.id, { state: 'disconnected' }));
    expect(legOf(now(), 'agent2').state).toBe('connected');
    expect(now().state).toBe('connected');
  });

  it('is dialed for a queue, or to a colleague', async () => {
    const server = await start();
    const { conversations } = signIn(server);
    const dialed = await answerOf<Models.CreateCallResponse>(
      conversations.postConversationsCalls({
        phoneNumber: '+1 (317) 555-0155',
        callFromQueueId: 'b0000000-0000-4000-8000-000000000002',
        attributes: { campaign: 'spring' }
      })
    );
    expect(dialed.status).toBe(202);
    const read = server.center.conversation(dialed.body.id!);
    expect(read).toMatchObject({
      value: { direction: 'outbound', customer: { address: 'tel:+13175550155' } }
    });
    const { id } = await bodyOf(conversations.postConversationsCalls({ callUserId: BEN.id }));
    expect(server.center.conversation(id!)).toMatchObject({ value: { direction: 'internal' } });
  });
});

describe('permissions', () => {
  it.each<[string, (agent: Agent, call: string) => Promise<unknown>]>([
    [
      'conversation:communication:view',
      ({ conversations }, call) => conversations.getConversation(call)
    ],
    ['routing:queue:view', ({ routing }) => routing.getRoutingQueues()],
    [
      'routing:queue:view',
      ({ routing }) => routing.getRoutingQueue('b0000000-0000-4000-8000-000000000001')
    ],
    ['routing:queue:join', ({ routing }) => routing.getRoutingQueuesMe()],
    ['routing:wrapupCode:view', ({ routing }) => routing.getRoutingWrapupcodes()],
    [
      'routing:wrapupCode:view',
      ({ routing }) => routing.getRoutingWrapupcode('d0000000-0000-4000-8000-000000000001')
    ],
    [
      'routing:wrapupCode:view',
      ({ routing }) => routing.getRoutingQueueWrapupcodes('b0000000-0000-4000-8000-000000000001')
    ]
  ])('%s can be taken away and given back', async (permission, read) => {
    const server = await start();
    const agent = signIn(server);
    const { id } = placed(server);
    expect((await answerOf(read(agent, id))).status).toBe(200);
    server.center.setAgent('agent', { revoke: [permission] });
    expect(await answerOf(read(agent, id))).toMatchObject({
      status: 403,
      body: { code: 'missing.any.permissions', messageParams: { permissions: `[${permission}]` } }
    });
    expect((await answerOf(agent.conversations.getConversationsCall(id))).status).toBe(200);
    server.center.setAgent('agent', { grant: [permission] });
    expect((await answerOf(read(agent, id))).status).toBe(200);
  });
});

describe('limits and errors', () => {
  it('allow 300 requests a minute, per user', async () => {
    const server = await start();
    const { token } = signIn(server);
    const date = (bearer = token) =>
      ask(server.url, 'GET', '/api/v2/date', undefined, { authorization: `Bearer ${bearer}` });
    for (let n = 0; n < 300; n += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => date()));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    server.clock.advance(18_000);
    const refused = await date();
    expect(refused.headers.get('retry-after')).toBe('42');
    expect(refused.body).toEqual({
      message: 'Rate limit exceeded the maximum. Retry the request in [42] seconds',
      code: 'too.many.requests.retry.after',
      status: 429,
      contextId: refused.headers.get('inin-correlation-id'),
      details: [],
      errors: []
    });
    expect((await date(signIn(server, 'agent2').token)).status).toBe(200);
    server.clock.advance(42_000);
    expect((await date()).status).toBe(200);
  });

  it.each([
    ['GET', '/api/v2/nothing/here', 404, 'not.found'],
    ['GET', '/nothing', 404, 'not.found'],
    ['PATCH', '/api/v2/users/me', 404, 'not.found']
  ])('%s %s is %i', async (method, path, status, code) => {
    const server = await start();
    const { token } = signIn(server);
    const answer = await ask(server.url, method, path, undefined, {
      authorization: `Bearer ${token}`
    });
    expect(answer.body).toMatchObject({ status, code, contextId: expect.any(String) });
  });

  it('JSON that does not parse is a bad request', async () => {
    const server = await start();
    const answer = await ask(server.url, 'POST', '/contact-center/calls', '{"ani":');
    expect(answer.body).toMatchObject({ status: 400, code: 'bad.request' });
  });

  it.each([
    ['http://127.0.0.1:5000', 200, 'http://127.0.0.1:5000'],
    ['http://localhost:5000', 200, 'http://localhost:5000'],
    ['http://localhost:5001', 403, null],
    ['https://example.com', 403, null]
  ])('a page of %s gets %i', async (origin, status, allowed) => {
    const origins = () => ['http://127.0.0.1:5000', 'http://localhost:5000'];
    const server = await start({ origins });
    const answer = await ask(server.url, 'GET', '/contact-center', undefined, { origin });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowed);
    if (allowed) {
      expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
    }
  });
});
