import type { Clock } from './clock';
import type { Faults } from './faults';
import type { Ids } from './ids';
import type { Settings } from './settings';

/** As much of a WebSocket as a channel needs. */
export interface Socket {
  send(text: string): void;
  /** RFC 6455 close code. */
  close(code: number, reason: string): void;
  /** Cuts the line without saying so. */
  terminate(): void;
}

export interface Channel {
  id: string;
  userId: string;
  clientId: string;
  token: string;
  expires: number;
  lastUsed: number;
  /** As subscribed, in order; a combined topic is one. */
  topics: string[];
  connected: boolean;
}

interface Kept extends Channel {
  socket?: Socket;
  /** Single topic names behind the subscribed ones. */
  names: Set<string>;
  cancelExpiry?: () => void;
  cancelHeartbeat?: () => void;
}

export const CHANNELS_PER_USER = 20;
export const TOPICS_PER_CHANNEL = 1_000;
export const TOPIC_LENGTH = 200;

/** Reason and code of the ends that the platform chooses. */
const ENDED = {
  expired: 'channel expired',
  evicted: 'channel removed',
  replaced: 'new connection'
};

export interface ChannelsOptions {
  clock: Clock;
  ids: Ids;
  settings: Settings;
  faults: Faults;
}

/** Notification channels: at most 20 a user and app, one socket each, events to whoever listens. */
export function createChannels({ clock, ids, settings, faults }: ChannelsOptions) {
  const channels = new Map<string, Kept>();

  function send(channel: Kept, topicName: string, eventBody: unknown): void {
    const { socket } = channel;
    if (!socket) return;
    const frame = isSystem(topicName)
      ? { topicName, eventBody }
      : {
          topicName,
          version: '2',
          eventBody,
          metadata: { CorrelationId: ids.uuid() }
        };
    const text = JSON.stringify(frame);
    if (isSystem(topicName)) socket.send(text);
    else {
      faults.passFrame(channel.id, channel.userId, topicName, () => {
        if (channel.socket === socket) socket.send(text);
      });
    }
  }

  function beat(channel: Kept): void {
    channel.cancelHeartbeat?.();
    channel.cancelHeartbeat = clock.later(settings.heartbeatMs, () => {
      send(channel, 'channel.metadata', { message: 'WebSocket Heartbeat' });
      beat(channel);
    });
  }

  function renew(channel: Kept): void {
    channel.lastUsed = clock.now();
    channel.expires = clock.now() + settings.channelMs;
    channel.cancelExpiry?.();
    channel.cancelExpiry = clock.later(settings.channelMs, () => remove(channel, ENDED.expired));
  }

  function detach(channel: Kept): Socket | undefined {
    const { socket } = channel;
    delete channel.socket;
    channel.connected = false;
    channel.cancelHeartbeat?.();
    return socket;
  }

  function remove(channel: Kept, reason: string): void {
    channel.cancelExpiry?.();
    channels.delete(channel.id);
    detach(channel)?.close(1001, reason);
  }

  /** Idle channels go first, then the one used longest ago. */
  function evict(userId: string, clientId: string): void {
    const own = [...channels.values()].filter(
      (each) => each.userId === userId && each.clientId === clientId
    );
    if (own.length < CHANNELS_PER_USER) return;
    own.sort((a, b) => Number(a.connected) - Number(b.connected) || a.lastUsed - b.lastUsed);
    if (own[0]) remove(own[0], ENDED.evicted);
  }

  const of = (userId: string | undefined) =>
    [...channels.values()].filter((each) => userId === undefined || each.userId === userId);

  return {
    create(userId: string, clientId: string, token: string): Channel {
      evict(userId, clientId);
      const channel: Kept = {
        id: `streaming-0-${ids.secret(26).toLowerCase().replaceAll(/[-_]/g, '0')}`,
        userId,
        clientId,
        token,
        expires: 0,
        lastUsed: clock.now(),
        topics: [],
        connected: false,
        names: new Set()
      };
      channels.set(channel.id, channel);
      renew(channel);
      return channel;
    },
    get: (id: string): Channel | undefined => channels.get(id),
    of: (userId: string, clientId: string): Channel[] =>
      of(userId).filter((each) => each.clientId === clientId),
    all: (): Channel[] => [...channels.values()],
    /** False when the channel would carry too many topics; then nothing changes. */
    subscribe(id: string, topics: readonly string[], how: 'add' | 'replace'): boolean {
      const channel = channels.get(id);
      if (!channel) return false;
      const wanted = [...new Set(how === 'add' ? [...channel.topics, ...topics] : topics)];
      if (wanted.length > TOPICS_PER_CHANNEL) return false;
      channel.topics = wanted;
      channel.names = new Set(wanted.flatMap(namesIn));
      renew(channel);
      return true;
    },
    /** Undefined: there is no such channel. Else what to do with what the client sends. */
    attach(
      id: string,
      socket: Socket
    ): { receive(text: string): void; closed(): void } | undefined {
      const channel = channels.get(id);
      if (!channel) return undefined;
      detach(channel)?.close(1008, ENDED.replaced);
      channel.socket = socket;
      channel.connected = true;
      channel.lastUsed = clock.now();
      beat(channel);
      return {
        receive(text) {
          if (isPing(text)) send(channel, 'channel.metadata', { message: 'pong' });
        },
        closed() {
          if (channel.socket === socket) detach(channel);
        }
      };
    },
    publish(topicName: string, eventBody: unknown): void {
      for (const channel of channels.values()) {
        if (channel.names.has(topicName)) send(channel, topicName, eventBody);
      }
    },
    /** Cuts lines without a word. The channels stay. */
    drop(userId?: string): number {
      const cut = of(userId)
        .map(detach)
        .filter((socket) => socket !== undefined);
      for (const socket of cut) socket.terminate();
      return cut.length;
    },
    /** Announces the end of the sockets, and ends them when the time is up. */
    announceClose(userId?: string): number {
      const warned = of(userId).filter((each) => each.socket);
      for (const channel of warned) {
        const { socket } = channel;
        send(channel, 'v2.system.socket_closing', {
          channelId: channel.id,
          systemTopicType: 'socket_closing',
          userId: channel.userId,
          message: 'The websocket will be closed shortly for maintenance. Please reconnect.'
        });
        clock.later(settings.socketClosingMs, () => {
          if (channel.socket === socket) detach(channel)?.close(1001, 'planned close');
        });
      }
      return warned.length;
    },
    /** A channel lives no longer than the token that opened it. */
    endOfToken(token: string): void {
      for (const channel of of(undefined)) {
        if (channel.token === token) remove(channel, 'token expired');
      }
    },
    reset(): void {
      for (const channel of of(undefined)) remove(channel, 'reset');
    }
  };
}

export type Channels = ReturnType<typeof createChannels>;

const isSystem = (topicName: string) =>
  topicName === 'channel.metadata' || topicName.startsWith('v2.system.');

function isPing(text: string): boolean {
  try {
    return (JSON.parse(text) as { message?: unknown } | null)?.message === 'ping';
  } catch {
    return false;
  }
}

/** `v2.users.{id}?a&b` stands for `v2.users.{id}.a` and `v2.users.{id}.b`. */
export function namesIn(topic: string): string[] {
  const [base = '', list] = topic.split('?');
  return list === undefined ? [base] : list.split('&').map((name) => `${base}.${name}`);
}
