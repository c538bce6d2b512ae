/** @jest-environment node */
import WebSocket from 'ws';
import type { Frame } from './sdk';
import { answerOf, bodyOf, useSimulator } from './sdk';

const { start, signIn, listen } = useSimulator();

const names = (frames: Frame[]) =>
  frames.map((frame) => frame.topicName.replace(/^v2\.users\.[^.]+\./, ''));

async function opened(options: Parameters<typeof start>[0] = {}, topics = '?conversations') {
  const server = await start(options);
  const agent = signIn(server);
  const channel = await bodyOf(agent.notifications.postNotificationsChannels());
  await bodyOf(
    agent.notifications.postNotificationsChannelSubscriptions(channel.id!, [
      { id: `v2.users.${agent.userId}${topics}` }
    ])
  );
  const line = await listen(channel.connectUri!);
  return { server, agent, channel, line };
}

describe('a channel', () => {
  it('has a socket of this server and lives 24 hours', async () => {
    const { server, channel } = await opened();
    expect(channel.connectUri).toBe(`${server.url.replace('http:', 'ws:')}/channels/${channel.id}`);
    expect(channel.expires).toBe('2026-05-05T09:00:00.000Z');
  });

  it('beats every 30 seconds and answers a ping', async () => {
    const { server, line } = await opened();
    server.clock.advance(29_999);
    expect(await line.settled()).toEqual([]);
    server.clock.advance(30_001);
    expect(await line.settled()).toEqual([
      { topicName: 'channel.metadata', eventBody: { message: 'WebSocket Heartbeat' } },
      { topicName: 'channel.metadata', eventBody: { message: 'WebSocket Heartbeat' } }
    ]);
    expect(line.frames.at(-1)).toEqual({
      topicName: 'channel.metadata',
      eventBody: { message: 'pong' }
    });
  });

  it('shrugs at frames that are no ping', async () => {
    const { line } = await opened();
    line.socket.send('{');
    line.socket.send('null');
    line.socket.send('{"message":"pong"}');
    expect(await line.settled()).toEqual([]);
  });

  it('ends with its 24 hours, unless the subscriptions are put again', async () => {
    const { server, agent, channel, line } = await opened({ settings: { tokenMs: 1e9 } });
    server.clock.advance(24 * 3_600_000 - 1);
    await bodyOf(
      agent.notifications.putNotificationsChannelSubscriptions(channel.id!, [
        { id: `v2.users.${agent.userId}.presence` }
      ])
    );
    server.clock.advance(24 * 3_600_000 - 1);
    await line.settled();
    server.clock.advance(1);
    expect(await line.closed).toBe(1001);
    const gone = agent.notifications.getNotificationsChannelSubscriptions(channel.id!);
    expect((await answerOf(gone)).status).toBe(404);
  });

  it('is removed when the 21st comes: idle ones first, then the one used longest ago', async () => {
    const { server, agent, line } = await opened();
    const lines = [line];
    for (let n = 2; n <= 19; n += 1) {
      server.clock.advance(1);
      const { connectUri } = await bodyOf(agent.notifications.postNotificationsChannels());
      lines.push(await listen(connectUri!));
    }
    server.clock.advance(1);
    const idle = await bodyOf(agent.notifications.postNotificationsChannels());
    const another = signIn(server, 'agent2');
    await bodyOf(another.notifications.postNotificationsChannels());
    const ids = async () => {
      const { entities } = await bodyOf(agent.notifications.getNotificationsChannels());
      return entities!.map((channel) => channel.id);
    };
    expect(await ids()).toHaveLength(20);

    server.clock.advance(1);
    const busy = await bodyOf(agent.notifications.postNotificationsChannels());
    expect(await ids()).not.toContain(idle.id);
    await listen(busy.connectUri!);
    await bodyOf(agent.notifications.postNotificationsChannels());
    expect(await lines[0]!.closed).toBe(1001);
    expect(await ids()).toHaveLength(20);
    await lines[1]!.settled();
  });

  it('carries one socket: a second one replaces the first', async () => {
    const { channel, line } = await opened();
    const second = await listen(channel.connectUri!);
    expect(await line.closed).toBe(1008);
    await second.settled();
  });

  it('announces a planned close a minute ahead, and stays for another socket', async () => {
    const { server, channel, line } = await opened();
    expect(server.center.announceClose('agent2')).toBe(0);
    expect(server.center.announceClose()).toBe(1);
    expect((await line.first(1))[0]).toMatchObject({
      topicName: 'v2.system.socket_closing',
      eventBody: { channelId: channel.id }
    });
    server.clock.advance(59_999);
    await line.settled();
    server.clock.advance(1);
    expect(await line.closed).toBe(1001);
    await (await listen(channel.connectUri!)).settled();
  });

  it('can be cut without a word', async () => {
    const { server, line } = await opened();
    expect(server.center.dropSockets('agent')).toBe(1);
    expect(await line.closed).toBe(1006);
  });

  it('goes with the token that opened it', async () => {
    const { server, line } = await opened();
    expect(server.center.expireTokens('agent')).toBe(1);
    expect(await line.closed).toBe(1001);
  });

  it('does not open for an unknown id', async () => {
    const { server } = await opened();
    const socket = new WebSocket(`${server.url.replace('http:', 'ws:')}/channels/nothing`);
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('404');
  });
});

describe('subscriptions', () => {
  it('are added by POST, replaced by PUT, removed by DELETE', async () => {
    const { agent, channel } = await opened({}, '.presence');
    const own = (name: string) => `v2.users.${agent.userId}.${name}`;
    const { notifications } = agent;
    const list = async () => {
      const { entities } = await bodyOf(
        notifications.getNotificationsChannelSubscriptions(channel.id!)
      );
      return entities!.map((topic) => topic.id);
    };
    await bodyOf(
      notifications.postNotificationsChannelSubscriptions(channel.id!, [
        { id: own('station') },
        { id: own('presence') }
      ])
    );
    expect(await list()).toEqual([own('presence'), own('station')]);
    await bodyOf(
      notifications.putNotificationsChannelSubscriptions(channel.id!, [{ id: own('station') }])
    );
    expect(await list()).toEqual([own('station')]);
    await bodyOf(notifications.deleteNotificationsChannelSubscriptions(channel.id!));
    expect(await list()).toEqual([]);
  });

  it.each([
    ['longer than 200 characters', `v2.users.${'a'.repeat(200)}.presence`],
    ['of no known form', 'everything please'],
    ['empty', '']
  ])('refuse a topic %s', async (_name, id) => {
    const { agent, channel } = await opened();
    const asked = agent.notifications.postNotificationsChannelSubscriptions(channel.id!, [{ id }]);
    expect(await answerOf(asked)).toMatchObject({ status: 400, body: { code: 'bad.request' } });
  });

  it('stop at 1,000 topics, with nothing changed', async () => {
    const { agent, channel } = await opened();
    const topics = Array.from({ length: 1000 }, (_, n) => ({
      id: `v2.detail.events.conversation.${n}.attributes`
    }));
    const post = (body: Array<{ id: string }>) =>
      answerOf(agent.notifications.postNotificationsChannelSubscriptions(channel.id!, body));
    expect((await post(topics)).status).toBe(400);
    expect((await post(topics.slice(1))).status).toBe(200);
    expect((await post(topics.slice(0, 1))).status).toBe(400);
  });

  it('need the permission of the topic', async () => {
    const { server, agent, channel } = await opened();
    server.center.setAgent('agent', { revoke: ['analytics:conversationDetail:view'] });
    const topics = [
      { id: 'v2.detail.events.conversation.1.wrapup' },
      { id: `v2.users.${agent.userId}.station` }
    ];
    const post = (ignoreErrors: boolean) =>
      answerOf(
        agent.notifications.postNotificationsChannelSubscriptions(channel.id!, topics, {
          ignoreErrors
        })
      );
    expect(await post(false)).toMatchObject({
      status: 403,
      body: { code: 'missing.any.permissions' }
    });
    const { body } = await post(true);
    expect(body.entities).toMatchObject([
      { state: 'Permitted' },
      { id: topics[1]!.id, state: 'Permitted' },
      {
        id: topics[0]!.id,
        state: 'Rejected',
        missingPermissions: ['analytics:conversationDetail:view']
      }
    ]);
  });

  it('are refused for the conversations of others', async () => {
    const { server, channel, agent } = await opened();
    const other = signIn(server, 'agent2').userId;
    const asked = agent.notifications.postNotificationsChannelSubscriptions(channel.id!, [
      { id: `v2.users.${other}?conversations` }
    ]);
    expect((await answerOf(asked)).status).toBe(403);
  });
});

describe('events', () => {
  it('of a combined topic come under their own names', async () => {
    const { server, line, agent } = await opened(
      {},
      '?conversations&conversations.calls&presence&routingStatus&station'
    );
    server.center.setAgent('agent', { presence: 'Meal', station: null });
    server.center.placeCall({ agent: 'agent' });
    const frames = await line.settled();
    expect(names(frames)).toEqual([
      'presence',
      'routingStatus',
      'station',
      'conversations',
      'conversations.calls'
    ]);
    expect(frames[0]).toMatchObject({
      topicName: `v2.users.${agent.userId}.presence`,
      version: '2',
      eventBody: { presenceDefinition: { systemPresence: 'MEAL' } },
      metadata: { CorrelationId: expect.stringMatching(/^[0-9a-f-]{36}$/) }
    });
    expect(frames[1]).toMatchObject({
      eventBody: { id: agent.userId, routingStatus: { status: 'OFF_QUEUE' } }
    });
    expect(frames[2]!.eventBody).toEqual({});
  });

  it('go to whoever subscribed, and are not replayed', async () => {
    const { server, channel, line, agent } = await opened();
    server.center.placeCall({ agent: 'agent2' });
    expect(await line.settled()).toEqual([]);
    server.center.dropSockets();
    await line.closed;
    server.center.placeCall({ agent: 'agent' });
    const again = await listen(channel.connectUri!);
    expect(await again.settled()).toEqual([]);
    const live = await bodyOf(agent.conversations.getConversationsCalls());
    expect(live.total).toBe(1);
  });

  it('of attributes, wrap-up and after-call work tell when it happened', async () => {
    const { server, agent, channel, line } = await opened({}, '.station');
    const placed = server.center.placeCall({ agent: 'agent', queue: 'Sales' });
    const { id } = placed.ok ? placed.value : { id: '' };
    const topic = `v2.detail.events.conversation.${id}`;
    await bodyOf(
      agent.notifications.postNotificationsChannelSubscriptions(channel.id!, [
        { id: `${topic}.attributes` },
        { id: `${topic}.wrapup` },
        { id: `${topic}.acw` }
      ])
    );
    server.center.agent(id, { action: 'answer' });
    server.clock.advance(30_000 - 1);
    server.center.agent(id, { action: 'hangUp' });
    server.center.agent(id, { action: 'wrapUp', code: 'Order placed', notes: 'n' });
    server.center.setAttributes(id, { attributes: { survey: 9 } });
    const frames = await line.settled();
    const eventTime = Date.UTC(2026, 4, 4, 9, 0, 30) - 1;
    expect(frames.map(({ topicName, eventBody }) => [topicName, eventBody])).toMatchObject([
      [`${topic}.wrapup`, { eventTime, conversationId: id, wrapupNotes: 'n' }],
      [`${topic}.acw`, { eventTime, wrapupDurationMs: 0, userId: agent.userId }],
      [`${topic}.attributes`, { eventTime, attributes: { survey: '9' } }]
    ]);
  });

  const spoilt: Array<['duplicate' | 'reorder' | 'lose', string[]]> = [
    ['duplicate', ['1', '1', '2', '3']],
    ['reorder', ['2', '1', '3']],
    ['lose', ['2', '3']]
  ];
  it.each(spoilt)('can be spoilt: %s', async (kind, expected) => {
    const { server, line } = await opened();
    const placed = server.center.placeCall({ agent: 'agent' });
    const { id } = placed.ok ? placed.value : { id: '' };
    await line.settled();
    line.frames.length = 0;
    server.center.spoilFrames({ kind, count: 1 });
    for (const n of ['1', '2', '3']) server.center.setAttributes(id, { attributes: { n } });
    const seen = (await line.settled()).map(({ eventBody }) => {
      const [customer] = eventBody.participants as Array<{ attributes: { n: string } }>;
      return customer?.attributes.n;
    });
    expect(seen).toEqual(expected);
  });
});
