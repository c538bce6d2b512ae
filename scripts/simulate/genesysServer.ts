import type { Call } from './contactCenter';
import { ME } from './makePlan';
import { mediaOf, queueNames, textOf, wrapUpNames, type Medium } from './payloads';
import type { World } from './world';
import type { End, Reply, GenesysServer, EndOfChannel, Request } from './genesysServerTypes';

interface Channel {
  id: string;
  token: string;
  expires: number;
  topics: ReadonlySet<string>;
  end?: End | undefined;
}

const second = 1_000;
const minute = 60 * second;
/** Announced about a minute ahead. */
const CLOSING = minute;
const MOST_CHANNELS = 20;
const MOST_REQUESTS = 300;
/** Analytics lag behind. */
const ANALYTICS_LAG = 3 * minute;

const ok = (body: unknown): Reply => ({ status: 200, text: JSON.stringify(body) });
const error = (status: number, message: string, headers = {}): Reply => ({
  status,
  headers,
  text: JSON.stringify({ status, message })
});
const named = (names: Record<string, string>): { id: string; name: string }[] =>
  Object.entries(names).map(([id, name]) => ({ id, name }));
const frame = (topicName: string, eventBody: string): string =>
  `{"topicName":"${topicName}","version":"2","eventBody":${eventBody}}`;
const closingNotice = frame('v2.system.socket_closing', '{"message":"will be closed shortly"}');
const heartbeat = frame('channel.metadata', '{"message":"WebSocket Heartbeat"}');
const pong = frame('channel.metadata', '{"message":"pong"}');

const families: Record<string, Medium> = {
  calls: 'call',
  callbacks: 'callback',
  emails: 'email',
  messages: 'message'
};
const sessions: Record<Medium, string> = {
  call: 'voice',
  callback: 'callback',
  chat: 'chat',
  email: 'email',
  message: 'message'
};

/** `lives`: how long tokens and channels are good for, ms. */
export function createGenesysServer(
  {
    time,
    center,
    conditions,
    random: chance
  }: Pick<World, 'time' | 'center' | 'conditions' | 'random'>,
  lives: { token: number; channel: number }
): GenesysServer {
  const random = chance.fork('genesys server');
  const tokens = new Map<string, number>();
  const channels = new Map<string, Channel>();
  let made = 0;
  let window = { from: 0, used: 0 };

  const mine = (): Call[] =>
    center.calls().filter(({ parties }) => parties.some(({ userId }) => userId === ME));
  const isLive = ({ parties }: Call): boolean =>
    parties.some(({ userId, leftAt }) => userId === ME && leftAt === undefined);

  function remove(channel: Channel, how: EndOfChannel): void {
    channels.delete(channel.id);
    const { end } = channel;
    channel.end = undefined;
    if (how === 'closed') end?.close();
  }

  function createChannel(token: string): Reply {
    if (channels.size >= MOST_CHANNELS) remove(channels.values().next().value!, 'closed');
    const id = `channel-${(made += 1)}`;
    const channel = { id, token, expires: time.now() + lives.channel, topics: new Set<string>() };
    channels.set(id, channel);
    time.after(lives.channel, () => expire(channel));
    const expires = new Date(channel.expires).toISOString();
    return ok({ id, connectUri: `wss://streaming.example.com/${id}`, expires });
  }

  function expire(channel: Channel): void {
    if (channels.get(channel.id) !== channel) return;
    if (channel.expires <= time.now()) remove(channel, 'closed');
    else time.at(channel.expires, () => expire(channel));
  }

  function subscribe(id: string, body: string | undefined): Reply {
    const channel = channels.get(id);
    if (!channel) return error(404, 'no such channel');
    const entities = JSON.parse(body ?? '[]') as { id: string }[];
    channel.topics = new Set(entities.map((topic) => topic.id));
    channel.expires = time.now() + lives.channel;
    return ok({ entities: entities.map((topic) => ({ ...topic, state: 'Permitted' })) });
  }

  function analytics(body: string | undefined): Reply {
    const { interval = '', paging } = JSON.parse(body ?? '{}') as {
      interval?: string;
      paging?: { pageNumber: number };
    };
    const [from = 0, to = 0] = interval.split('/').map(Date.parse);
    const known = mine().filter((call) => {
      const begun = call.startedAt + ANALYTICS_LAG <= time.now() && call.startedAt <= to;
      const lefts = call.parties.map(({ leftAt }) => leftAt ?? Infinity);
      return begun && Math.max(...lefts) >= from;
    });
    const conversations = paging?.pageNumber === 1 ? known : [];
    return ok({
      ...(conversations.length > 0 && {
        conversations: conversations.map((call) => ({
          conversationId: call.id,
          participants: call.parties.map(({ userId }) => ({
            userId,
            sessions: [{ mediaType: sessions[mediaOf(call)] }]
          }))
        }))
      })
    });
  }

  function conversation(family: string | undefined, id: string): Reply {
    const call = center.calls().find((each) => each.id === id);
    if (!call || (family && families[family] !== mediaOf(call))) return error(404, 'not found');
    return { status: 200, text: textOf(call, family ? 'M-rest' : 'C') };
  }

  function route(method: string, parts: readonly string[], request: Request): Reply {
    const [first, second, third, fourth] = parts;
    if (first === 'conversations') {
      if (parts.length === 1) {
        const live = mine().filter(isLive);
        return { status: 200, text: `{"entities":[${live.map((c) => textOf(c, 'C')).join()}]}` };
      }
      if (third === 'participants') return ok(named(wrapUpNames));
      return third ? conversation(second, third) : conversation(undefined, second ?? '');
    }
    if (first === 'notifications') {
      if (method === 'POST') return createChannel(request.token ?? '');
      if (method === 'PUT' && fourth === 'subscriptions') return subscribe(third!, request.body);
    }
    if (first === 'analytics') return analytics(request.body);
    if (first === 'users') return ok({ id: ME, name: 'Ana Ruiz' });
    if (first === 'date') return ok({ currentDate: new Date(time.now()).toISOString() });
    if (first === 'tokens') return ok({});
    if (first === 'routing') return ok({ entities: named(queueNames), pageCount: 1 });
    if (first === 'presencedefinitions') return ok({ entities: [] });
    return error(404, 'no such route');
  }

  function isOverTheLimit(): boolean {
    if (time.now() - window.from >= minute) window = { from: time.now(), used: 0 };
    window.used += 1;
    return window.used > MOST_REQUESTS;
  }

  /** About every half minute; where it is left out, the client asks by itself. */
  function beat(channel: Channel, end: End): void {
    time.after(30 * second, () => {
      if (channel.end !== end) return;
      end.send(heartbeat, 'system');
      beat(channel, end);
    });
  }

  const send = ({ end }: Channel, topic: string, body: string): void =>
    end?.send(frame(topic, body), 'news');

  return {
    answer(request) {
      if (request.path === '/oauth/token') {
        const token = `token-${(made += 1)}`;
        tokens.set(token, time.now() + lives.token);
        return ok({ access_token: token, expires_in: lives.token / second });
      }
      if ((tokens.get(request.token ?? '') ?? 0) <= time.now()) return error(401, 'bad token');
      if (isOverTheLimit()) {
        const seconds = Math.ceil((window.from + minute - time.now()) / second);
        return error(429, 'rate limit', { 'retry-after': String(seconds) });
      }
      return route(request.method, request.path.replace('/api/v2/', '').split('/'), request);
    },
    connect(uri, end) {
      const channel = channels.get(uri.slice(uri.lastIndexOf('/') + 1));
      if (!channel) return undefined;
      channel.end?.close();
      channel.end = end;
      if (random.chance(0.2)) beat(channel, end);
      return {
        receive(text) {
          if (channel.end === end && text.includes('ping')) end.send(pong, 'system');
        },
        left() {
          if (channel.end === end) channel.end = undefined;
        }
      };
    },
    publish(call, detail) {
      const user = `v2.users.${ME}`;
      const topic = `v2.detail.events.conversation.${call.id}.${detail}`;
      for (const channel of channels.values()) {
        if (!channel.end) continue;
        if (detail && channel.topics.has(topic)) send(channel, topic, '{}');
        if (![...channel.topics].some((each) => each.startsWith(user))) continue;
        const frames: [string, string][] = [[`${user}.conversations`, textOf(call, 'E')]];
        if (conditions.reigns('mediaTopics')) {
          frames.push([`${user}.conversations.${mediaOf(call)}s`, textOf(call, 'M')]);
          if (random.chance(0.5)) frames.reverse();
          if (random.chance(0.2)) frames.pop();
        }
        for (const [name, body] of frames) send(channel, name, body);
      }
    },
    announceClose() {
      for (const channel of channels.values()) {
        const { end } = channel;
        if (!end) continue;
        end.send(closingNotice, 'system');
        time.after(CLOSING, () => {
          if (channel.end === end) remove(channel, 'closed');
        });
      }
    },
    endChannels(how, which) {
      const all = [...channels.values()];
      for (const channel of which === 'all' ? all : all.slice(0, 1)) remove(channel, how);
    },
    isFull: () => channels.size >= MOST_CHANNELS,
    endTokens(cutsChannels) {
      tokens.clear();
      if (cutsChannels) for (const channel of [...channels.values()]) remove(channel, 'closed');
    }
  };
}
