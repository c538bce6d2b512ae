import type { Media } from 'c/interaction';
import { backoff } from 'c/ports';
import type { BackoffPolicy, Timers } from 'c/ports';
import type { GenesysAnswer, GenesysPort } from './genesysPort';

export interface RereadsOptions {
  clock: () => number;
  timers: Timers;
  genesys: Pick<GenesysPort, 'readConversation'>;
  /** Which REST family it belongs to, when its interaction is known. */
  mediaOf(conversationId: string): Media | undefined;
  /** Grows with every news of it: an answer that was overtaken by one may be the older of the two. */
  newsOf(conversationId: string): number;
  /** Hand its drafts on, changed or not. */
  onRead(payload: unknown): void;
  /** Read a moment ago: what is known of it is good. */
  onFresh(conversationId: string): void;
  /** Nobody may read it, or it is not there: what is known of it has to do. */
  onUnreadable(conversationId: string): void;
  /** Worth another try: ask for it again within the rate budget. */
  onLater(conversationId: string): void;
  note(text: string): void;
}

/** A conversation read this recently need not be asked for again. */
const FRESH_MS = 10_000;
/** While events keep overtaking the answers, they tell enough. */
const OVERTAKEN = 3;
/**
 * Then the looks at regular intervals have to do. What is known of it meanwhile may be older than
 * what an earlier writer wrote: that Genesys Cloud can't be reached makes it no better.
 */
const RETRIES = 6;
const RETRY: BackoffPolicy = { firstMs: 15_000, mostMs: 8 * 60_000, jitter: 0 };

/** The media routes need no permission. Of an interaction nobody knows, a call is the likeliest. */
const GUESSES: readonly Media[] = ['call', 'message', 'email', 'callback'];

const FINAL = new Set(['not_found', 'forbidden', 'refused', 'signed_out']);

/** Reads single conversations again, when the engine asks for them. */
export function rereads(options: RereadsOptions) {
  const { clock, timers, genesys } = options;
  /** conversation → ms epoch of the last answer that was read, not pushed */
  const readAt = new Map<string, number>();
  const failures = new Map<string, number>();
  const learned = new Map<string, Media>();
  const retries = new Set<unknown>();
  /** Read by the catch-up that runs; undefined while none does. */
  let reading: Set<string> | undefined;
  /** Read by the last catch-up, and asked for by the engine because of it: good once. */
  let caughtUp = new Set<string>();

  function isFresh(id: string): boolean {
    const age = clock() - (readAt.get(id) ?? -Infinity);
    // Less than nothing: the clock has been set back since.
    return caughtUp.delete(id) || (age >= 0 && age < FRESH_MS);
  }

  async function ask(id: string): Promise<GenesysAnswer<unknown>> {
    const known = options.mediaOf(id) ?? learned.get(id);
    if (known) return genesys.readConversation(id, known);
    for (const media of GUESSES) {
      const result = await genesys.readConversation(id, media);
      if (result.ok) learned.set(id, media);
      else if (result.problem.type === 'not_found' || result.problem.type === 'refused') continue;
      return result;
    }
    return genesys.readConversation(id);
  }

  function later(id: string, retryAfterMs?: number): void {
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    if (count > RETRIES) return;
    const timer = timers.set(
      () => {
        retries.delete(timer);
        options.onLater(id);
      },
      backoff(RETRY, count, 0, retryAfterMs)
    );
    retries.add(timer);
  }

  return {
    /** Of a conversation that was found elsewhere. */
    learn: (id: string, media: Media): void => void learned.set(id, media),
    /** All conversations are being read. */
    begin(): void {
      reading = new Set();
      failures.clear();
    },
    /**
     * They have been. `askForThem` has the engine ask for them, some at once, some when the rate allows:
     * longer than they are fresh.
     */
    done(askForThem: () => readonly string[]): void {
      caughtUp = reading ?? new Set();
      reading = undefined;
      const asked = new Set(askForThem());
      for (const id of caughtUp) if (!asked.has(id)) caughtUp.delete(id);
    },
    wasRead(id: string): void {
      readAt.set(id, clock());
      reading?.add(id);
    },
    async reread(id: string): Promise<void> {
      if (isFresh(id)) return options.onFresh(id);
      for (let turn = 0; turn < OVERTAKEN; turn++) {
        const news = options.newsOf(id);
        const result = await ask(id);
        if (!result.ok) {
          options.note(`re-read: ${result.problem.type}`);
          if (!FINAL.has(result.problem.type)) later(id, result.problem.retryAfterMs);
          else if (result.problem.type !== 'signed_out') options.onUnreadable(id);
          return undefined;
        }
        failures.delete(id);
        if (options.newsOf(id) === news) return options.onRead(result.value);
      }
      return options.onFresh(id);
    },
    forget(id: string): void {
      readAt.delete(id);
      failures.delete(id);
      learned.delete(id);
    },
    clear(): void {
      readAt.clear();
      failures.clear();
      learned.clear();
      reading = undefined;
      caughtUp.clear();
      for (const timer of retries) timers.clear(timer);
      retries.clear();
    }
  };
}

export type Rereads = ReturnType<typeof rereads>;
