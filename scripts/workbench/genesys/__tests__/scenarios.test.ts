/** @jest-environment node */
import { scenarios } from '../scenarios';
import type { ConversationSummary } from '../summary';
import { ask, useSimulator } from './sdk';

const { start } = useSimulator();

async function opened() {
  const server = await start();
  const play = async (name: string, body?: unknown) => {
    const answer = await ask(server.url, 'POST', `/contact-center/scenarios/${name}`, body);
    return { status: answer.status, begun: answer.body as unknown as ConversationSummary };
  };
  const now = (id: string) => {
    const read = server.center.conversation(id);
    if (!read.ok) throw new Error('gone');
    return read.value;
  };
  return { server, play, now };
}

const whole = scenarios.filter(({ name }) => name !== 'several');

describe('a scenario', () => {
  it.each(whole.map(({ name }) => name))(
    '%s is played to its end in half a minute',
    async (name) => {
      const { server, play, now } = await opened();
      const { status, begun } = await play(name);
      expect(status).toBe(201);
      server.clock.advance(30_000);
      const ended = now(begun.id);
      expect(ended.state).toBe('finished');
      const leg = ended.participants.findLast((each) => each.agent === 'agent')!;
      expect(leg).toMatchObject({
        connectedTime: expect.any(String),
        wrapUp: { name: expect.any(String) }
      });
    }
  );

  it('is played for whom it is asked for, at the speed asked for', async () => {
    const { server, play, now } = await opened();
    const { begun } = await play('sms', { agent: 'agent2', speed: 10 });
    server.clock.advance(1_000);
    expect(now(begun.id).state).toBe('finished');
    expect(now(begun.id).participants.find((each) => each.agent)!.agent).toBe('agent2');
  });

  it('leaves the agent alone when somebody else is to play them', async () => {
    const { server, play, now } = await opened();
    const { begun } = await play('sms', { agentActs: false });
    server.clock.advance(10_000);
    expect(now(begun.id).state).toBe('alerting');
    expect(now(begun.id).texts.map(({ direction }) => direction)).toEqual(['inbound', 'inbound']);
  });

  it('has several live at once for one agent', async () => {
    const { server, play } = await opened();
    await play('several');
    server.clock.advance(5_000);
    expect(server.center.list('live').map(({ type, state }) => `${type} ${state}`)).toEqual([
      'sms alerting',
      'whatsapp alerting',
      'email alerting',
      'call alerting'
    ]);
  });

  it('writes more than one transcript record can hold', async () => {
    const { server, play, now } = await opened();
    const { begun } = await play('longConversation');
    server.clock.advance(30_000);
    const length = now(begun.id).texts.reduce((sum, { text }) => sum + text.length, 0);
    expect(length).toBeGreaterThan(131_072);
  });

  it('stops with a reset', async () => {
    const { server, play } = await opened();
    await play('several');
    server.center.reset();
    server.clock.advance(30_000);
    expect(server.center.list()).toEqual([]);
  });

  it.each([
    ['nobody wrote', {}],
    ['sms', { speed: 0 }],
    ['sms', { agent: 'nobody' }]
  ])('%s played with %j is refused', async (name, body) => {
    const { play, server } = await opened();
    expect((await play(encodeURIComponent(name), body)).status).toBeGreaterThanOrEqual(400);
    expect(server.center.list()).toEqual([]);
  });

  it('is listed with what it shows', async () => {
    const { server } = await opened();
    const { body } = await ask(server.url, 'GET', '/contact-center');
    const { scenarios: listed, types } = body as unknown as ReturnType<
      typeof server.center.overview
    >;
    expect(listed).toHaveLength(scenarios.length);
    expect(listed.every((each) => each.label && each.description && each.type)).toBe(true);
    expect(types.every((each) => each.label && each.fields.length > 0)).toBe(true);
    expect(new Set(types.map(({ type, direction }) => `${type} ${direction}`)).size).toBe(
      types.length
    );
  });
});
