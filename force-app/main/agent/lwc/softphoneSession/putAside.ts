import type { TextStorage } from 'c/ports';
import { isLegKey } from 'c/taskSync';

const ITEM = 'softphone:put-aside';
/** More than a day has; older ones are not shown any more. */
const MOST = 100;
const WEEK_MS = 7 * 24 * 60 * 60_000;
/** What `MOST` of them need, many times over. */
const MOST_TEXT = 100_000;

type Kept = [key: string, at: number];

/** A key with its time; one that an earlier version kept without a time counts from now on. */
function keptFrom(value: unknown, now: number): Kept | undefined {
  const [key, at] = Array.isArray(value) ? (value as unknown[]) : [value, now];
  const isRecent = typeof at === 'number' && Math.abs(now - at) < WEEK_MS;
  return isLegKey(key) && isRecent ? [key, at] : undefined;
}

/**
 * Keys of interactions whose after-call work the agent is done with although Genesys Cloud never
 * said so. Kept over a reload where the storage allows, for a week; nothing throws.
 */
export function putAside(storage: TextStorage | undefined, clock: () => number) {
  const keys = new Set(read().map(([key]) => key));

  function read(): Kept[] {
    try {
      const text = storage?.getItem(ITEM) ?? '[]';
      const kept: unknown = text.length > MOST_TEXT ? [] : JSON.parse(text);
      if (!Array.isArray(kept)) return [];
      const now = clock();
      return kept.map((value) => keptFrom(value, now)).filter((value) => value !== undefined);
    } catch {
      return [];
    }
  }

  return {
    has: (key: string): boolean => keys.has(key),
    add(key: string): void {
      keys.add(key);
      try {
        // Another tab may have put some aside meanwhile.
        const others = read().filter(([other]) => other !== key);
        storage?.setItem(ITEM, JSON.stringify([...others, [key, clock()]].slice(-MOST)));
      } catch {
        // Full or blocked: it holds until the reload.
      }
    }
  };
}

export type PutAside = ReturnType<typeof putAside>;
