import { backoff } from 'c/ports';
import type { BackoffPolicy, Clock, Random, TabChannel } from 'c/ports';

/**
 * How softphones that are open learn of changed settings and mappings. Lightning Data Service tells a
 * list's readers nothing of another tab's writes, so Softphone Setup says that something changed,
 * never what: each softphone reads it again with its own user's rights. Other browsers are not
 * reached by that; they read when they are looked at again, and every few minutes.
 */

type OpenChannel = (name: string) => TabChannel | undefined;

/** Known to every script of the page: whoever sends here has softphones read, at most so often. */
const CHANNEL = 'softphone:configuration';
const CHANGED = 'configuration_changed';

/** A set of mappings is saved one after another: they are read together. */
const SOON_MS = 300;
const AT_MOST_EVERY_MS = 3_000;
const LOOKED_AT_AFTER_MS = 30_000;
/** By chance up to half less: a floor of agents began its day at the same minute. */
const REGULARLY: BackoffPolicy = { firstMs: 5 * 60_000, mostMs: 5 * 60_000, jitter: 0.5 };

/** Softphone Setup saved something. */
export function tellChange(openChannel: OpenChannel): void {
  const channel = openChannel(CHANNEL);
  channel?.postMessage({ type: CHANGED });
  channel?.close();
}

export interface ChangesOptions {
  openChannel: OpenChannel;
  clock: Clock;
  random: Random;
  /** Reads settings and mappings again; may reject. */
  read(): Promise<void>;
}

/** Has the configuration read again when it may have changed. */
export function followChanges({ openChannel, clock, random, read }: ChangesOptions) {
  const channel = openChannel(CHANNEL);
  let readAt = clock.now();
  let timer: unknown;
  /** The next reading is because of a change. */
  let isSoon = false;
  let isReading = false;
  /** Something was saved while we were reading. */
  let isOutdated = false;
  let isOver = false;

  function plan(ms: number): void {
    clock.clear(timer);
    if (!isOver) timer = clock.set(() => void readNow(), ms);
  }

  function planRegular(): void {
    isSoon = false;
    plan(backoff(REGULARLY, 1, random()));
  }

  /** A reading that is planned is not put off by another change: many would put it off for good. */
  function planSoon(): void {
    if (isSoon) return;
    isSoon = true;
    plan(Math.max(SOON_MS, AT_MOST_EVERY_MS - age()));
  }

  async function readNow(): Promise<void> {
    isReading = true;
    isOutdated = false;
    readAt = clock.now();
    // First of all: an answer may never come.
    planRegular();
    // Why it failed is the adapter's to say.
    await read().catch(() => undefined);
    isReading = false;
    if (isOutdated) planSoon();
  }

  /** ms since the last reading; the clock may have been set back since. */
  function age(): number {
    const ms = clock.now() - readAt;
    return ms < 0 ? Infinity : ms;
  }

  function heard(data: unknown): void {
    if ((data as { type?: unknown } | null)?.type !== CHANGED) return;
    if (isReading) isOutdated = true;
    else planSoon();
  }

  if (channel) channel.onmessage = ({ data }) => heard(data);
  planRegular();

  return {
    /** The tab is looked at again, or the network is back. */
    lookedAt(): void {
      if (!isReading && age() >= LOOKED_AT_AFTER_MS) void readNow();
    },
    stop(): void {
      isOver = true;
      clock.clear(timer);
      channel?.close();
    }
  };
}
