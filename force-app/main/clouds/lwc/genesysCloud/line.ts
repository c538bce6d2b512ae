import type { Clock, TimerId } from 'c/ports';
import { isClosingNotice, readFrame } from './frame';
import type { Frame } from './frame';
import type { Socket, SocketConstructor } from './ports';
import type { Requests } from './requests';
import { done, failed } from './result';
import type { Result } from './result';

export interface Topics {
  /** Without these the line is of no use. */
  needed: readonly string[];
  /** May be refused without harm to the others. */
  wished: readonly string[];
}

/** A notification channel at Genesys, and where its socket is. */
export interface ChannelAddress {
  id: string;
  connectUri: string;
}

export interface LineParts {
  requests: Requests;
  WebSocket: SocketConstructor;
  clock: Clock;
  /** What to subscribe to, by now. */
  topics(): Topics;
  onFrame(frame: Frame, line: Line): void;
  onMalformed(why: string): void;
  onRejectedTopic(topic: string, why: string): void;
  /** Once, and never after `close()`. */
  onLost(line: Line): void;
}

/** One open, subscribed socket. */
export interface Line {
  address: ChannelAddress;
  close(): void;
  /** The server has said that it will close this socket soon. */
  isClosing(): boolean;
  /** Asks the other end for a sign of life; without one the line counts as lost. */
  probe(): void;
  /** Puts the subscriptions again, which gives the channel another day. */
  renew(): Promise<Result>;
}

const OPEN_WITHIN = 10_000;
const ANSWER_WITHIN = 5_000;
/** The server's heartbeat comes about every 30 s. Ask when it is late, give up soon after. */
const ASK_AFTER = 31_000;
const DEAD_AFTER = 35_000;

/**
 * Opens a channel's socket, then subscribes.
 *
 * @returns the line, or why there is none; nothing stays open then
 */
export async function openLine(parts: LineParts, address: ChannelAddress): Promise<Result<Line>> {
  const { clock, requests } = parts;
  const opened = await openSocket(parts, address.connectUri);
  if (!opened.ok) return opened;
  const socket = opened.value;
  let isOpen = true;
  let isClosing = false;
  let heardAt = clock.now();
  let timer: TimerId;

  const line: Line = {
    address,
    close() {
      isOpen = false;
      clock.clear(timer);
      detach(socket);
    },
    isClosing: () => isClosing,
    probe() {
      if (!isOpen) return;
      // A machine that slept: its timers are late, the clock is not.
      if (clock.now() - heardAt >= DEAD_AFTER) lost();
      else ask(ANSWER_WITHIN);
    },
    async renew() {
      const { needed, wished } = parts.topics();
      const put = await requests.ask(
        'NotificationsApi',
        'putNotificationsChannelSubscriptions',
        address.id,
        [...needed, ...wished].map((id) => ({ id })),
        ...(wished.length > 0 ? [{ ignoreErrors: true }] : [])
      );
      if (!put.ok) return put;
      for (const { id, state, rejectionReason } of put.value?.entities ?? []) {
        if (state === 'Rejected') parts.onRejectedTopic(id ?? '', rejectionReason ?? state);
      }
      return done(undefined);
    }
  };

  function lost(): void {
    if (!isOpen) return;
    line.close();
    parts.onLost(line);
  }

  /** Until something is heard: by timers, as the clock may be set meanwhile. */
  function inSilence(ms: number, then: () => void): void {
    clock.clear(timer);
    timer = clock.set(then, ms);
  }

  function watchSilence(): void {
    heardAt = clock.now();
    inSilence(ASK_AFTER, () => ask(DEAD_AFTER - ASK_AFTER));
  }

  /** For a sign of life. */
  function ask(within: number): void {
    inSilence(within, lost);
    try {
      socket.send('{"message":"ping"}');
    } catch {
      lost();
    }
  }

  function hear(data: unknown): void {
    watchSilence();
    const reading = readFrame(data);
    if ('malformed' in reading) return parts.onMalformed(reading.malformed);
    isClosing ||= isClosingNotice(reading.frame);
    return parts.onFrame(reading.frame, line);
  }

  socket.onmessage = ((event: { data: unknown }) => hear(event.data)) as Socket['onmessage'];
  socket.onclose = lost;
  socket.onerror = lost;
  watchSilence();

  const subscribed = await line.renew();
  if (!subscribed.ok) {
    line.close();
    return subscribed;
  }
  if (!isOpen) return failed(unreachable('the socket closed while subscribing'));
  return done(line);
}

function openSocket({ WebSocket, clock }: LineParts, uri: string): Promise<Result<Socket>> {
  return new Promise((resolve) => {
    let socket: Socket;
    try {
      socket = new WebSocket(uri);
    } catch (cause) {
      resolve(failed(unreachable(cause instanceof Error ? cause.message : String(cause))));
      return;
    }
    const timer = clock.set(() => giveUp('no socket within 10 s'), OPEN_WITHIN);
    const giveUp = (why: string) => {
      clock.clear(timer);
      detach(socket);
      resolve(failed(unreachable(why)));
    };
    socket.onopen = () => {
      clock.clear(timer);
      resolve(done(socket));
    };
    socket.onclose = () => giveUp('the socket was closed');
    socket.onerror = () => giveUp('the socket did not open');
  });
}

function detach(socket: Socket): void {
  socket.onopen = null;
  socket.onmessage = null;
  socket.onclose = null;
  // Closing a socket that is still opening reports an error of its own.
  socket.onerror = () => undefined;
  try {
    socket.close();
  } catch {
    // Closed already.
  }
}

function unreachable(message: string) {
  return { type: 'unreachable' as const, operation: 'channel', message };
}
