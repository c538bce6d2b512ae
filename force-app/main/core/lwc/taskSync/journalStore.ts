import type { Choices, Journal, JournalEntry } from './journal';

/** The three methods of the browser's Storage that are needed. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const day = 24 * 60 * 60_000;
/** How long a leg without an end, or with something unsaved, is kept beyond its watch. */
const grace = 7 * day;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntry = (value: unknown, key: string): value is JournalEntry =>
  isRecord(value) &&
  value.key === key &&
  isRecord(value.written) &&
  (value.doubts === undefined || isRecord(value.doubts)) &&
  (value.taskId === undefined || typeof value.taskId === 'string');

function keepUntil(entry: JournalEntry, now: number): number {
  if (entry.watchUntil === undefined) return (entry.savedAt ?? now + 1) + grace;
  return entry.watchUntil + (entry.pending ? grace : 0);
}

/**
 * The journal in a browser storage, under `namespace` (make it differ per user and org). One item
 * per leg, one per leg's choices, and an index; `storage` undefined means that access was refused.
 */
export function journalStore(
  storage: Store | undefined,
  namespace: string,
  clock: () => number
): Journal {
  const indexName = `${namespace}:legs`;
  const legName = (key: string): string => `${namespace}:leg:${key}`;
  const choicesName = (key: string): string => `${namespace}:choices:${key}`;
  let corrupted = 0;

  function textOf(name: string): string | undefined {
    try {
      return storage?.getItem(name) ?? undefined;
    } catch {
      corrupted += 1;
      return undefined;
    }
  }

  function parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      corrupted += 1;
      return undefined;
    }
  }

  function get(name: string): unknown {
    const text = textOf(name);
    return text === undefined ? undefined : parsed(text);
  }

  /** Storage throws when it is full or blocked. */
  function tried(change: (storage: Store) => void): boolean {
    if (!storage) return false;
    try {
      change(storage);
      return true;
    } catch {
      return false;
    }
  }

  const put = (name: string, value: unknown): boolean =>
    tried((store) => store.setItem(name, JSON.stringify(value)));

  /** The index as last seen. Other tabs change it too: its text is asked for every time, but read only when it differs. */
  let seen: { text: string; keys: ReadonlySet<string> } | undefined;

  function index(): ReadonlySet<string> {
    const text = textOf(indexName);
    if (text === undefined) return new Set();
    if (seen?.text === text) return seen.keys;
    const keys = parsed(text);
    if (keys !== undefined && !Array.isArray(keys)) corrupted += 1;
    if (!Array.isArray(keys)) return new Set();
    seen = { text, keys: new Set(keys.filter((key) => typeof key === 'string')) };
    return seen.keys;
  }

  function list(key: string): boolean {
    const keys = index();
    return keys.has(key) || put(indexName, [...keys, key]);
  }

  function remove(key: string): boolean {
    const keys = index();
    return tried((store) => {
      store.removeItem(legName(key));
      store.removeItem(choicesName(key));
      if (keys.has(key)) {
        store.setItem(indexName, JSON.stringify([...keys].filter((other) => other !== key)));
      }
    });
  }

  return {
    load() {
      corrupted = 0;
      const entries: JournalEntry[] = [];
      const now = clock();
      for (const key of index()) {
        const entry = get(legName(key));
        if (entry === undefined) continue;
        if (!isEntry(entry, key)) {
          corrupted += 1;
          tried((store) => store.removeItem(legName(key)));
        } else if (keepUntil(entry, now) <= now) {
          remove(key);
        } else {
          entries.push(entry);
        }
      }
      return { entries, corrupted };
    },
    save(entry) {
      const name = legName(entry.key);
      if (put(name, entry)) return list(entry.key);
      // An outdated entry is worse than none: make room, and keep at least which Task it is.
      tried((store) => store.removeItem(name));
      if (entry.taskId !== undefined) {
        const { key, taskId, gone, endedAt, watchUntil } = entry;
        put(name, { key, taskId, gone, endedAt, watchUntil, written: {}, unread: true });
      }
      return false;
    },
    remove,
    choices(key) {
      const choices = get(choicesName(key));
      return isRecord(choices) ? (choices as Choices) : undefined;
    },
    saveChoices(key, choices) {
      if (put(choicesName(key), choices)) return list(key);
      // Or the next page would put an earlier text over this one.
      tried((store) => store.removeItem(choicesName(key)));
      return false;
    }
  };
}
