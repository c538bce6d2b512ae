import { backoff } from 'c/ports';
import type { Context, Effect, Fetched, Step } from './effects';
import { inOrder } from './line';
import type { Line } from './line';
import { RETRY } from './retryPolicy';
import { splitLines } from './split';
import type { Source, Thread } from './thread';

export const FETCH_SLOT = 'fetch';

/** Messages of one request; the server takes 1,000. */
const AT_ONCE = 100;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * When to ask again for what was not there yet, ms after each try in vain. A message is there within
 * seconds of its notification; the recording of a chat is made some time after its end.
 */
const AGAIN: Readonly<Record<Source, readonly number[]>> = {
  messages: [2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE],
  recordings: [MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE],
  emails: [MINUTE]
};

/** Asks for what is told of and not read, one request at a time. */
export function fetchNext({ thread, effects }: Step): Step {
  const { fetching, fetchGate, isAsleep } = thread;
  if (fetching !== undefined || fetchGate !== 'open' || isAsleep) return { thread, effects };
  const missing = [...thread.tokens].filter((token) => !thread.read.has(token));
  const fresh = missing.filter((token) => !thread.tries.has(token));
  const tokens = (fresh.length > 0 || !thread.isDue ? fresh : missing).slice(0, AT_ONCE);
  if (tokens.length === 0) return { thread, effects };
  const n = thread.requests + 1;
  return {
    thread: {
      ...thread,
      requests: n,
      fetching: { n, tokens },
      isDue: thread.isDue && fresh.length > 0
    },
    effects: [...effects, { type: 'fetch', n, tokens }]
  };
}

/** @param asked the tokens of the request */
export function fetched(
  thread: Thread,
  asked: readonly string[],
  { answered, lines, problem }: Fetched,
  { roll, limit }: Context
): Step {
  const landed = withLines({ ...thread, fetching: undefined }, lines, limit);
  if (problem?.type === 'later' || problem?.type === 'throttled') {
    const fetchAttempt = thread.fetchAttempt + 1;
    const ms = backoff(RETRY, fetchAttempt, roll, problem.retryAfterMs);
    const fetchGate = problem.type === 'later' ? 'backing_off' : 'throttled';
    return {
      thread: { ...landed, fetchAttempt, fetchGate },
      effects: [{ type: 'wait', slot: FETCH_SLOT, ms }]
    };
  }
  if (problem?.type === 'denied')
    return { thread: { ...landed, fetchGate: 'refused' }, effects: [] };
  if (problem?.type === 'signed_out') {
    return { thread: { ...landed, fetchGate: 'signed_out' }, effects: [] };
  }
  return noted(landed, asked, problem ? asked : answered);
}

/** Marks what was answered, and counts the tries of what was not. */
function noted(thread: Thread, asked: readonly string[], answered: readonly string[]): Step {
  const read = new Set([...thread.read, ...answered]);
  const tries = new Map(thread.tries);
  const again = AGAIN[thread.source];
  let next = Infinity;
  for (const token of asked) {
    const count = (tries.get(token) ?? 0) + 1;
    const ms = again[count - 1];
    if (read.has(token) || ms === undefined) {
      read.add(token);
      tries.delete(token);
    } else {
      tries.set(token, count);
      next = Math.min(next, ms);
    }
  }
  const effects: Effect[] = next === Infinity ? [] : [{ type: 'wait', slot: FETCH_SLOT, ms: next }];
  const isWhole =
    thread.isWhole || [...thread.tokens].every((token) => read.has(token) || tries.has(token));
  return { thread: { ...thread, read, tries, isWhole, fetchAttempt: 0 }, effects };
}

/** The first account of a message stands: who it is from is told best while the parties are there. */
function withLines(thread: Thread, lines: readonly Line[], limit: number): Thread {
  const news = lines.filter(({ id }) => !thread.lines.has(id));
  if (news.length === 0) return thread;
  const all = new Map(thread.lines);
  for (const line of news) all.set(line.id, line);
  const texts = splitLines(
    inOrder(all.values()).map(({ text }) => text),
    limit
  );
  return { ...thread, lines: all, texts };
}
