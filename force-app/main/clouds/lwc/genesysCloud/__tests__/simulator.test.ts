/** @jest-environment node */
import { setTimeout as delay } from 'node:timers/promises';
import WebSocket from 'ws';
import { interactionsOf, readConversation } from 'c/interaction';
import type { Interaction } from 'c/interaction';
import { openSimulatedDesk } from './support/simulatedDesk';
import type { SimulatedDesk } from './support/simulatedDesk';

const ANA = 'a0000000-0000-4000-8000-000000000001';
const SALES = 'b0000000-0000-4000-8000-000000000002';

let desk: SimulatedDesk;
beforeEach(async () => {
  desk = await openSimulatedDesk();
});
afterEach(() => desk.close());

/** The newest that was told of a conversation, as text: whatever its shape, what it says is in it. */
function newest(conversationId: string): string {
  const told = desk.events.flatMap((event) =>
    event.type === 'conversation' && (event.payload as { id: string }).id === conversationId
      ? [event.payload]
      : []
  );
  return JSON.stringify(told.at(-1) ?? null);
}

function mine(conversationId: string): Interaction | undefined {
  const payload = JSON.parse(newest(conversationId)) as unknown;
  const reading = readConversation(payload);
  return 'conversation' in reading ? interactionsOf(reading.conversation, ANA).at(-1) : undefined;
}

const states = () =>
  desk.events.flatMap((event) => (event.type === 'connection' ? [event.state] : []));
const rereads = () => desk.events.filter((event) => event.type === 'reread' && event.done).length;
const tells = (conversationId: string, words: string) =>
  desk.until(() => newest(conversationId).includes(words));

/** @returns the call's id */
function ring(attributes: Record<string, string> = {}): string {
  const call = desk.center.placeCall({ agent: 'agent', attributes });
  if (!call.ok) throw new Error(call.problem.type);
  return call.value.id;
}

async function inState(id: string, state: Interaction['state']): Promise<Interaction> {
  return desk.until(() => {
    const interaction = mine(id);
    return interaction?.state === state && interaction;
  });
}

const set = (id: string, attributes: Record<string, string>) =>
  desk.center.setAttributes(id, { attributes });

describe('signing in', () => {
  it('as the user who was chosen', async () => {
    desk.user = 'agent2';
    await desk.begin();
    expect(desk.events.find(({ type }) => type === 'user')).toMatchObject({
      user: { name: 'Ben Okafor' }
    });
  });

  it('refused on the page', async () => {
    desk.user = '';
    expect(await desk.signIn()).toEqual({
      type: 'signInFailed',
      problem: { type: 'refused', detail: 'access_denied' }
    });
  });

  it('with a code that has expired', async () => {
    desk.center.change({ codeMs: 0 });
    expect(await desk.signIn()).toEqual({
      type: 'signInFailed',
      problem: { type: 'refused', detail: 'The authorization code has expired' }
    });
  });

  it('with the token service gone', async () => {
    desk.center.failRequests({ path: '/oauth/token', drop: true });
    expect(await desk.signIn()).toMatchObject({ problem: { type: 'unreachable' } });
  });

  it('out: the token is no good any more', async () => {
    await desk.begin();
    await desk.cloud.signOut();
    expect(desk.center.expireTokens('agent')).toBe(0);
    expect(await desk.cloud.queues()).toMatchObject({ problem: { type: 'signed_out' } });
  });
});

describe('a call', () => {
  it('is steered from ring to wrap-up, and heard of after its end', async () => {
    await desk.begin();
    const { cloud } = desk;
    const id = ring({ policyNumber: 'P-1' });
    const alerting = await inState(id, 'alerting');
    expect(await cloud.answer(alerting)).toMatchObject({ ok: true });
    const call = await inState(id, 'connected');

    expect(await cloud.hold(call, true)).toMatchObject({ ok: true });
    await desk.until(() => mine(id)?.held);
    expect(await cloud.hold(call, false)).toMatchObject({ ok: true });
    await desk.until(() => mine(id)?.held === false);
    expect(await cloud.mute(call, true)).toMatchObject({ ok: true });
    await desk.until(() => mine(id)?.muted);
    expect(await cloud.sendDigits(call, '12#')).toMatchObject({ ok: true });
    set(id, { policyNumber: 'P-2' });
    await tells(id, 'P-2');

    expect(await cloud.disconnect(call)).toMatchObject({ ok: true });
    await inState(id, 'disconnected');
    const codes = await cloud.wrapUpCodes(call);
    if (!codes.ok) throw new Error(codes.problem.message);
    const [code] = codes.value;
    expect(await cloud.setWrapUp(call, { code: code!.id })).toMatchObject({ ok: true });
    await desk.until(() => mine(id)?.wrapUp.code === code!.id);
    expect(await cloud.wrapUpName(call, code!.id)).toBe(code!.name);

    set(id, { policyNumber: 'P-3' });
    await tells(id, 'P-3');
  });

  it('is done with without a code, once', async () => {
    await desk.begin();
    const id = ring();
    const { cloud } = desk;
    await cloud.answer(await inState(id, 'alerting'));
    const call = await inState(id, 'connected');
    expect(await cloud.skipWrapUp(call)).toMatchObject({ problem: { type: 'refused' } });
    await cloud.disconnect(call);
    await inState(id, 'disconnected');
    expect(mine(id)?.wrapUp).toMatchObject({ prompt: 'optional', endAcwTime: undefined });

    expect(await cloud.skipWrapUp(call)).toMatchObject({ ok: true });
    await desk.until(() => mine(id)?.wrapUp.endAcwTime);
    expect(mine(id)?.wrapUp.code).toBe('ININ-WRAP-UP-SKIPPED');
    expect(await cloud.skipWrapUp(call)).toMatchObject({ problem: { type: 'refused' } });
  });

  it('is declined', async () => {
    await desk.begin();
    const id = ring();
    const alerting = await inState(id, 'alerting');
    expect(await desk.cloud.decline(alerting)).toMatchObject({ ok: true });
    await desk.until(() => {
      const interaction = mine(id);
      return (
        interaction?.participantId !== alerting.participantId || interaction.state !== 'alerting'
      );
    });
  });

  it('is dialed', async () => {
    await desk.begin();
    const dialed = await desk.cloud.dial({ phoneNumber: '+13175550109' });
    if (!dialed.ok) throw new Error(dialed.problem.message);
    await desk.until(() => mine(dialed.value));
    expect(mine(dialed.value)?.direction).toBe('outbound');
  });

  it.each([
    ['a queue', (call: Interaction) => desk.cloud.transferToQueue(call, SALES)],
    [
      'a person',
      (call: Interaction) => desk.cloud.transferToUser(call, 'a0000000-0000-4000-8000-000000000002')
    ]
  ])('is transferred to %s', async (_, transfer) => {
    await desk.begin();
    const id = ring();
    await desk.cloud.answer(await inState(id, 'alerting'));
    const call = await inState(id, 'connected');
    expect(await transfer(call)).toMatchObject({ ok: true });
    await inState(id, 'disconnected');
  });
});

describe('what the agent may look up', () => {
  it('queues, people, presences, names', async () => {
    await desk.begin();
    const { cloud } = desk;
    const names = (list: { name: string }[]) => list.map(({ name }) => name);
    const queues = await cloud.queues();
    expect(queues.ok && names(queues.value)).toEqual(['Billing', 'Helpdesk', 'Sales']);
    const agents = await cloud.agents('ben');
    expect(agents.ok && names(agents.value)).toEqual(['Ben Okafor']);
    const presences = await cloud.presences();
    expect(presences.ok && names(presences.value)).toContain('On Queue');
    expect(await cloud.queueName(SALES)).toBe('Sales');
  });

  it('sets presence and routing status, and hears of it', async () => {
    await desk.begin();
    const presences = await desk.cloud.presences();
    const busy = presences.ok && presences.value.find(({ name }) => name === 'Busy');
    if (!busy) throw new Error('no such presence');
    expect(await desk.cloud.setPresence(busy.id)).toMatchObject({ ok: true });
    await desk.until(() =>
      desk.events.some((event) => event.type === 'presence' && event.presence.id === busy.id)
    );
  });

  it('hears once what is forbidden', async () => {
    await desk.begin();
    desk.center.setAgent('agent', { revoke: ['routing:queue:view', 'routing:queue:join'] });
    expect(await desk.cloud.queues()).toMatchObject({ problem: { type: 'forbidden' } });
    expect(await desk.cloud.queues()).toMatchObject({ problem: { type: 'forbidden' } });
    const said = desk.events.flatMap((event) => (event.type === 'problem' ? [event.problem] : []));
    expect(said.map(({ operation }) => operation)).toEqual([
      'getRoutingQueues',
      'getRoutingQueuesMe'
    ]);
  });

  it('waits as long as the server wants', async () => {
    await desk.begin();
    desk.center.failRequests({
      path: '/routing/queues',
      status: 429,
      retryAfterSeconds: 1,
      count: 1
    });
    expect(await desk.cloud.queues()).toMatchObject({ ok: true });
    expect(desk.center.faults().requests).toEqual([]);
  });
});

describe('what happens while the line is down', () => {
  it('is told after a cut socket', async () => {
    await desk.begin();
    const id = ring();
    await desk.cloud.answer(await inState(id, 'alerting'));
    await inState(id, 'connected');
    desk.cloud.watch([{ conversationId: id, media: 'call' }]);
    expect(desk.center.dropSockets('agent')).toBe(1);
    set(id, { late: 'while away' });
    desk.center.customer(id, 'hangUp');
    const second = ring({ new: 'while away' });
    await desk.until(() => states().at(-1) === 'lost');
    await desk.until(() => states().at(-1) === 'live');
    await tells(id, 'while away');
    await tells(second, 'while away');
    await inState(id, 'disconnected');
  });

  it('is heard without a gap around a planned close', async () => {
    await desk.begin();
    desk.center.change({ socketClosingMs: 300 });
    const id = ring();
    await inState(id, 'alerting');
    const before = rereads();
    expect(desk.center.announceClose('agent')).toBe(1);
    const values = Array.from({ length: 20 }, (_, count) => `value-${count}-`);
    for (const value of values) {
      set(id, { value });
      await delay(20);
    }
    await tells(id, values.at(-1)!);
    const told = JSON.stringify(desk.events);
    expect(values.filter((value) => !told.includes(value))).toEqual([]);
    await desk.until(() => rereads() > before);
    expect(desk.sockets).toHaveLength(2);
    expect(states()).not.toContain('lost');
  });

  it('is told after twenty other tabs have pushed this one out', async () => {
    await desk.begin();
    const id = ring();
    await inState(id, 'alerting');
    const lines: WebSocket[] = [];
    for (let tab = 0; tab < 20; tab++) lines.push(await otherTab());
    await desk.until(() => states().at(-1) === 'lost');
    set(id, { late: 'while pushed out' });
    await tells(id, 'while pushed out');
    expect(states()).toEqual(['connecting', 'live', 'lost', 'live']);
    for (const line of lines) line.terminate();
  });

  async function otherTab(): Promise<WebSocket> {
    const token = desk.center.issueToken('agent');
    if (!token.ok) throw new Error(token.problem.type);
    const answer = await fetch(`${desk.url}/api/v2/notifications/channels`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.value.access_token}` }
    });
    const { connectUri } = (await answer.json()) as { connectUri: string };
    const line = new WebSocket(connectUri);
    await new Promise((resolve) => line.once('open', resolve));
    return line;
  }

  it('is told after the token has ended in mid-call and the agent has signed in again', async () => {
    await desk.begin();
    const id = ring();
    await desk.cloud.answer(await inState(id, 'alerting'));
    await inState(id, 'connected');
    desk.center.expireTokens('agent');
    await desk.until(() => desk.events.some(({ type }) => type === 'signedOut'));
    set(id, { late: 'while signed out' });
    await desk.signIn();
    await tells(id, 'while signed out');
    await desk.until(() => states().at(-1) === 'live');
    expect(await desk.cloud.hold(mine(id)!, true)).toMatchObject({ ok: true });
    await desk.until(() => mine(id)?.held);
  });

  it('goes on beside a frame that nobody can read', async () => {
    await desk.begin();
    desk.sockets[0]!.onmessage?.({ data: '{"topicName":"v2.users' } as never);
    const id = ring();
    await inState(id, 'alerting');
    expect(desk.events).toContainEqual({
      type: 'problem',
      problem: { type: 'malformed_frame', operation: 'channel', message: 'not JSON', count: 1 }
    });
  });
});
