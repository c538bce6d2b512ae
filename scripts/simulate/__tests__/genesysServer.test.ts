/** @jest-environment node */
import { createConditions } from '../conditions';
import { createContactCenter } from '../contactCenter';
import { createGenesysServer } from '../genesysServer';
import { ME } from '../makePlan';
import { createRandom } from '../random';
import { createVirtualTime } from '../virtualTime';
import type { End } from '../genesysServerTypes';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const CHANNEL = 30 * MINUTE;

function setUp() {
  const time = createVirtualTime(0);
  const random = createRandom(1);
  const conditions = createConditions(time.now, random);
  const center = createContactCenter(time.now);
  const lives = { token: 60 * MINUTE, channel: CHANNEL };
  const server = createGenesysServer({ time, random, conditions, center }, lives);
  const ask = (method: string, path: string, token?: string, body?: unknown) => {
    const { status, text } = server.answer({ method, path, token, body: JSON.stringify(body) });
    return { status, body: JSON.parse(text) as Record<string, never> };
  };
  const signIn = (): string => ask('POST', '/oauth/token').body.access_token!;
  /** A subscribed socket and what it heard. */
  function connect(token: string) {
    const { id, connectUri } = ask('POST', '/api/v2/notifications/channels', token).body;
    const heard: string[] = [];
    const end: End = {
      send: (text) => void heard.push((JSON.parse(text) as { topicName: string }).topicName),
      close: () => void heard.push('closed')
    };
    const link = server.connect(connectUri!, end)!;
    const path = `/api/v2/notifications/channels/${String(id)}/subscriptions`;
    const renew = () => ask('PUT', path, token, [{ id: `v2.users.${ME}?conversations` }]).status;
    renew();
    return { heard, renew, connectUri: connectUri as unknown as string, ...link };
  }
  function ring() {
    const call = center.apply(1, {
      type: 'begin',
      kind: 'call',
      outbound: false,
      messageType: 'sms',
      ivr: false
    })!;
    center.apply(1, { type: 'alert', party: 1, user: ME });
    return call;
  }
  return { time, server, ask, signIn, connect, ring, conditions };
}

describe('a channel', () => {
  it('tells what it is subscribed to, and answers a ping', () => {
    const { server, signIn, connect, ring } = setUp();
    const line = connect(signIn());
    server.publish(ring(), undefined);
    line.receive('{"message":"ping"}');
    expect(line.heard).toEqual([`v2.users.${ME}.conversations`, 'channel.metadata']);
  });

  it('is closed a minute after the notice', async () => {
    const { time, server, signIn, connect } = setUp();
    const line = connect(signIn());
    server.announceClose();
    await time.runUntil(59 * SECOND);
    expect(line.heard.filter((topic) => topic !== 'channel.metadata')).toEqual([
      'v2.system.socket_closing'
    ]);
    await time.runUntil(61 * SECOND);
    expect(line.heard.at(-1)).toBe('closed');
    expect(server.connect(line.connectUri, { send() {}, close() {} })).toBeUndefined();
  });

  it('lives on when it is renewed, and ends when it is not', async () => {
    const { time, signIn, connect } = setUp();
    const token = signIn();
    const [kept, left] = [connect(token), connect(token)];
    await time.runUntil(CHANNEL - 1);
    expect(kept.renew()).toBe(200);
    await time.runUntil(CHANNEL + 1);
    expect([kept.heard.includes('closed'), left.heard.includes('closed')]).toEqual([false, true]);
    expect(left.renew()).toBe(404);
  });

  it('is pushed out by the twentieth after it', () => {
    const { signIn, connect } = setUp();
    const token = signIn();
    const first = connect(token);
    for (let n = 0; n < 19; n += 1) connect(token);
    expect(first.heard).not.toContain('closed');
    connect(token);
    expect(first.heard).toContain('closed');
  });

  it('pushed out in silence neither speaks nor answers', () => {
    const { server, signIn, connect, ring } = setUp();
    const line = connect(signIn());
    server.endChannels('silent', 'oldest');
    line.receive('{"message":"ping"}');
    server.publish(ring(), undefined);
    expect(line.heard).toEqual([]);
  });
});

it('refuses a token that has ended, and the 301st request of a minute', async () => {
  const { time, server, ask, signIn } = setUp();
  const first = signIn();
  const list = (token: string) => ask('GET', '/api/v2/conversations', token).status;
  expect(list(first)).toBe(200);
  server.endTokens(false);
  expect(list(first)).toBe(401);
  const second = signIn();
  const answers = Array.from({ length: 300 }, () => list(second));
  expect([answers.indexOf(429), answers.filter((status) => status === 429).length]).toEqual([
    299, 1
  ]);
  await time.runUntil(MINUTE);
  expect(list(second)).toBe(200);
});

it('tells in both shapes where the media topics are subscribed to', () => {
  const { server, signIn, connect, ring, conditions } = setUp();
  conditions.begin({ type: 'mediaTopics', to: Infinity }, Infinity);
  const line = connect(signIn());
  const call = ring();
  for (let n = 0; n < 40; n += 1) server.publish(call, undefined);
  const [e, m] = [`v2.users.${ME}.conversations`, `v2.users.${ME}.conversations.calls`];
  const count = (topic: string): number => line.heard.filter((each) => each === topic).length;
  expect(new Set(line.heard)).toEqual(new Set([e, m]));
  // In either order, and now and then one is missing.
  expect(Math.min(count(e), count(m))).toBeLessThan(40);
  expect(line.heard.join()).toContain(`${m},${e}`);
  expect(line.heard.join()).toContain(`${e},${m}`);
});
