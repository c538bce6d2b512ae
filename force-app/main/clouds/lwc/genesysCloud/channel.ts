import { backoff } from 'c/ports';
import type { Clock, Random, TimerId } from 'c/ports';
import { createAddress } from './channelAddress';
import type { ConnectionState } from './events';
import { isClosingNotice, isSystemFrame } from './frame';
import type { Frame } from './frame';
import { openLine } from './line';
import type { ChannelAddress, Line, LineParts } from './line';
import type { SocketConstructor } from './ports';
import type { Requests } from './requests';
import type { GenesysProblem, Result } from './result';
import { RECONNECT } from './retryPolicy';

export interface ChannelParts {
  requests: Requests;
  WebSocket: SocketConstructor;
  clock: Clock;
  random: Random;
  onState(state: ConnectionState): void;
  /** What the user's topics tell. Frames may come twice while one socket takes over from another. */
  onFrame(frame: Frame): void;
  /** Subscribed (again): time to read what was missed. */
  onLive(): void;
  onProblem(problem: GenesysProblem): void;
}

export interface Channel {
  /** Resolves after the first attempt; goes on trying until `stop`. */
  start(topics: readonly string[]): Promise<void>;
  stop(): void;
  /** A new token is there: attempts that ended for want of one go on. */
  resume(): void;
  /**
   * Topics to have beside those of `start`, when the user may. Replaces the former ones. Resolves
   * when they are subscribed to, or can't be.
   */
  follow(topics: readonly string[]): Promise<void>;
  signal(what: 'offline' | 'online' | 'wake'): void;
}

/** A line that lived that long was a good one: the next trouble is a new trouble. */
const GOOD_LIFE = 60_000;
/** Often enough within the 24 hours, and by no clock: the browser's may differ from the server's. */
const RENEW_EVERY = 60 * 60_000;
const RENEW_AGAIN = 5 * 60_000;
/** A channel that could not be opened is tried so often again before another one is made. */
const TRIES = 3;

/**
 * Keeps one subscribed socket open. Nothing that happened without one is replayed by Genesys, so
 * `onLive` follows every opening. A channel is used again after a mere drop of its socket: each
 * new one pushes the oldest of the user's twenty out, which may be another tab's.
 */
export function createChannel(parts: ChannelParts): Channel {
  const { clock, requests } = parts;
  let topics: readonly string[] = [];
  let wished: readonly string[] = [];
  /** What the user lacks the permission for: not asked for again. */
  let refused: ReadonlySet<string> = new Set();
  let following: Promise<void> | undefined;
  /** Grows with start and stop: whatever still runs for an older one ends quietly. */
  let era = 0;
  let line: Line | undefined;
  let reusable: ChannelAddress | undefined;
  /** The newest channel that was made in vain so far. */
  let unopened: ChannelAddress | undefined;
  let triesLeft = 0;
  let isConnecting = false;
  let attempt = 0;
  let liveSince = 0;
  /** The line whose planned close is being seen to. */
  let replaced: Line | undefined;
  /** Planned closes in a row, each soon after its socket was opened. */
  let hasty = 0;
  let saidTrouble = false;
  let isLost = false;
  let isOffline = false;
  let malformed = 0;
  let renewal: TimerId;
  let endPause: (() => void) | undefined;

  async function connect(firstAttempt: () => void = () => undefined): Promise<void> {
    if (isConnecting) return firstAttempt();
    isConnecting = true;
    const mine = era;
    while (mine === era) {
      const opened = await openAny(mine);
      if (mine !== era) {
        if (opened.ok) opened.value.close();
        break;
      }
      if (opened.ok) adopt(opened.value);
      else complain(opened.problem);
      firstAttempt();
      const isDone = opened.ok ? !opened.value.isClosing() : opened.problem.type === 'signed_out';
      if (isDone) break;
      await pause(backoff(RECONNECT, ++attempt, parts.random()));
    }
    if (mine === era) isConnecting = false;
    return undefined;
  }

  async function openAny(mine: number): Promise<Result<Line>> {
    const again = reusable;
    reusable = undefined;
    if (again) {
      const opened = await openLine(lineParts(mine), again);
      if (opened.ok || opened.problem.type === 'signed_out') return opened;
      if (again === unopened && --triesLeft > 0) {
        reusable = again;
        return opened;
      }
    }
    const created = await createAddress(requests);
    if (!created.ok) return created;
    const opened = await openLine(lineParts(mine), created.value);
    if (!opened.ok && mine === era) {
      reusable = unopened = created.value;
      triesLeft = TRIES;
    }
    return opened;
  }

  function lineParts(mine: number): LineParts {
    return {
      requests,
      WebSocket: parts.WebSocket,
      clock,
      topics: () => ({ needed: topics, wished }),
      onFrame(frame, from) {
        if (mine !== era) return;
        if (isClosingNotice(frame)) replace(from);
        else if (!isSystemFrame(frame)) parts.onFrame(frame);
      },
      onMalformed(message) {
        const count = ++malformed;
        parts.onProblem({ type: 'malformed_frame', operation: 'channel', message, count });
      },
      onRejectedTopic(operation, message) {
        // One permission opens them all: said once.
        if (refused.has(operation)) return;
        if (wished.includes(operation)) {
          refused = new Set(wished);
          wished = [];
        }
        parts.onProblem({ type: 'topic_rejected', operation, message });
      },
      onLost(from) {
        if (mine === era && from === line) drop();
      }
    };
  }

  function adopt(opened: Line): void {
    const former = line;
    line = opened;
    liveSince = clock.now();
    saidTrouble = false;
    isLost = false;
    parts.onState('live');
    // Only now, with the next one subscribed: what the old one heard meanwhile has been handed on.
    former?.close();
    scheduleRenewal(opened, RENEW_EVERY);
    // The network went while this line was being opened: does it live?
    if (isOffline) opened.probe();
    parts.onLive();
  }

  function drop(): void {
    reusable = line?.address;
    line = undefined;
    clock.clear(renewal);
    if (clock.now() - liveSince >= GOOD_LIFE) attempt = 0;
    lose();
    if (!isConnecting) void reconnect();
  }

  async function reconnect(): Promise<void> {
    const mine = era;
    await pause(backoff(RECONNECT, ++attempt, parts.random()));
    if (mine === era && !line) await connect();
  }

  /**
   * The server is about to close this socket: the next one is opened beside it, on a new channel.
   * When that one is told the same while it is being opened, `connect` goes on to yet another.
   */
  function replace(closing: Line): void {
    if (closing !== line || closing === replaced || isConnecting) return;
    replaced = closing;
    reusable = undefined;
    hasty = clock.now() - liveSince < GOOD_LIFE ? hasty + 1 : 1;
    if (hasty === 1) void connect();
    else void replaceLater(closing);
  }

  /** A server that announces the end of each new socket must not get one after another without a pause. */
  async function replaceLater(closing: Line): Promise<void> {
    const mine = era;
    await pause(backoff(RECONNECT, hasty - 1, parts.random()));
    if (mine === era && line === closing) await connect();
  }

  function scheduleRenewal(of: Line, after: number): void {
    clock.clear(renewal);
    renewal = clock.set(async () => {
      const renewed = await of.renew();
      if (of !== line) return;
      scheduleRenewal(of, renewed.ok ? RENEW_EVERY : RENEW_AGAIN);
    }, after);
  }

  /** Once per outage: the state says that it lasts. A lacking token is said by who holds it. */
  function complain(problem: GenesysProblem): void {
    if (!saidTrouble && problem.type !== 'signed_out') {
      parts.onProblem(problem);
      saidTrouble = true;
    }
    if (!line) lose();
  }

  /** Once per outage: each failing attempt would else set its time to zero again. */
  function lose(): void {
    if (isLost) return;
    isLost = true;
    parts.onState('lost');
  }

  /** One subscription at a time: an older list must not overtake a newer one. */
  async function follow(): Promise<void> {
    let asked: readonly string[];
    do {
      asked = wished;
      await line?.renew();
    } while (asked !== wished);
    following = undefined;
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = clock.set(resolve, ms);
      endPause = () => {
        clock.clear(timer);
        resolve();
      };
    });
  }

  function stop(): void {
    era++;
    isConnecting = false;
    reusable = undefined;
    wished = [];
    attempt = 0;
    hasty = 0;
    isLost = false;
    clock.clear(renewal);
    line?.close();
    line = undefined;
    endPause?.();
  }

  return {
    start(wanted) {
      stop();
      topics = wanted;
      refused = new Set();
      parts.onState('connecting');
      return new Promise((resolve) => {
        void connect(resolve);
      });
    },
    stop,
    resume() {
      if ((!line || line.isClosing()) && topics.length > 0) void connect();
    },
    follow(next) {
      if (refused.size > 0 || sameTopics(next, wished)) return following ?? Promise.resolve();
      wished = next;
      following ??= follow();
      return following;
    },
    signal(what) {
      if (what !== 'wake') isOffline = what === 'offline';
      if (line) return line.probe();
      if (what === 'offline') return undefined;
      attempt = 0;
      endPause?.();
      return undefined;
    }
  };
}

const sameTopics = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((topic, at) => topic === b[at]);
