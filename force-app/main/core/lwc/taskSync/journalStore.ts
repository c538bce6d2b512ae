import type { Store } from 'c/ports';
import { isLegKey, type OnDropped } from './checkedJson';
import type { Journal, JournalEntry } from './journal';
import { readChoices, readEntry } from './readEntry';

const day = 24 * 60 * 60_000;
/** How long a leg without an end, or with something unsaved, is kept beyond its watch. */
const grace = 7 * day;
/** Legs of many weeks. A flood of entries must not keep the writer from its work. */
const most = 1_000;
/** Items looked at in one sweep. */
const mostSwept = 5_000;

/** An entry's place in time; one that was never told counts from now on. */
function keepUntil(entry: JournalEntry, now: number): number {
  const { watchUntil, keptAt = now, pending } = entry;
  return watchUntil === undefined ? keptAt + grace : watchUntil + (pending ? grace : 0);
}

/** Storage throws when it is full or blocked. */
function tried(storage: Store | undefined, change: (storage: Store) => void): boolean {
  if (!storage) return false;
  try {
    change(storage);
    return true;
  } catch {
    return false;
  }
}

function namesIn(storage: Store | undefined): string[] {
  let names: string[] = [];
  tried(storage, (store) => (names = store.names()));
  return names;
}

function textIn(storage: Store | undefined, name: string): string | undefined {
  let text: string | null | undefined;
  tried(storage, (store) => (text = store.getItem(name)));
  return typeof text === 'string' ? text : undefined;
}

/**
 * The journal in a browser storage, under `namespace` (make it differ per user and org). One item
 * per leg and one per leg's choices; `storage` undefined means that access was refused. What can't
 * be right is dropped, told to `onDropped` and gone from the storage with the next save.
 */
export function journalStore(
  storage: Store | undefined,
  namespace: string,
  clock: () => number,
  onDropped: OnDropped = () => {}
): Journal {
  const legs = `${namespace}:leg:`;
  const choices = `${namespace}:choices:`;

  const put = (name: string, value: object): boolean =>
    tried(storage, (store) => store.setItem(name, JSON.stringify({ ...value, keptAt: clock() })));
  const drop = (name: string): boolean => tried(storage, (store) => store.removeItem(name));
  const keysUnder = (prefix: string): string[] =>
    namesIn(storage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));

  function entryOf(key: string, told: OnDropped): JournalEntry | undefined {
    const text = textIn(storage, legs + key);
    return text === undefined ? undefined : readEntry(text, key, clock(), told);
  }

  function remove(key: string): boolean {
    const isGone = drop(legs + key);
    return drop(choices + key) && isGone;
  }

  function loaded(key: string): JournalEntry | undefined {
    if (!isLegKey(key)) {
      onDropped('key');
      drop(legs + key);
      return undefined;
    }
    let isClean = true;
    const entry = entryOf(key, (kind) => {
      isClean = false;
      onDropped(kind);
    });
    if (!entry) drop(legs + key);
    else if (keepUntil(entry, clock()) <= clock()) remove(key);
    else {
      // What was dropped is told once, and what was never dated is from now on.
      if (!isClean || entry.keptAt === undefined) put(legs + key, entry);
      return entry;
    }
    return undefined;
  }

  const isOpen = (key: string): boolean => {
    const { pending, unsure, doubts, unread } = entryOf(key, () => {}) ?? {};
    return Boolean(pending || unsure || unread || doubts);
  };

  return {
    load() {
      const entries = keysUnder(legs).flatMap((key) => loaded(key) ?? []);
      if (entries.length <= most) return entries;
      const newestFirst = entries.sort((a, b) => (b.keptAt ?? 0) - (a.keptAt ?? 0));
      for (const { key } of newestFirst.splice(most)) {
        onDropped('too many');
        remove(key);
      }
      return newestFirst;
    },
    entry: (key) => entryOf(key, () => {}),
    save(entry) {
      const name = legs + entry.key;
      if (put(name, entry)) return true;
      // An outdated entry is worse than none: make room, and keep at least which Task it is.
      drop(name);
      if (entry.taskId !== undefined) {
        const { key, taskId, proof, gone, endedAt, watchUntil, chosen } = entry;
        const least = { key, taskId, proof, gone, endedAt, watchUntil, chosen };
        put(name, { ...least, written: {}, unread: true });
      }
      return false;
    },
    remove,
    choices(key) {
      const text = textIn(storage, choices + key);
      if (text === undefined) return undefined;
      const { keptAt: _, ...chosen } = readChoices(text, clock(), onDropped) ?? {};
      return Object.keys(chosen).length ? chosen : undefined;
    },
    saveChoices(key, chosen) {
      if (put(choices + key, chosen)) return true;
      // Or the next page would put an earlier text over this one.
      drop(choices + key);
      return false;
    },
    removeChoices: (key) => drop(choices + key),
    leave() {
      const unsaved = new Set(keysUnder(choices));
      for (const key of keysUnder(legs)) {
        if (isOpen(key)) unsaved.add(key);
        else if (!unsaved.has(key)) drop(legs + key);
      }
      return unsaved.size;
    }
  };
}

/**
 * Journals of other users of this browser expire too. Looks at the items of `product` only, and at a
 * bounded number of them; returns how many have been removed.
 */
export function sweepJournals(
  storage: Store | undefined,
  product: string,
  clock: () => number
): number {
  const now = clock();
  const silent = (): void => {};
  /** Is it of no use to anybody any more? */
  function isOver(name: string, kind: string, key: string): boolean {
    // The list of legs that an earlier version kept.
    if (kind === 'legs') return true;
    const text = textIn(storage, name);
    if (text === undefined || !isLegKey(key)) return true;
    if (kind === 'leg') {
      const entry = readEntry(text, key, now, silent);
      return !entry?.keptAt || keepUntil(entry, now) <= now;
    }
    const chosen = readChoices(text, now, silent);
    return !chosen?.keptAt || chosen.keptAt + grace <= now;
  }
  const journalItem = /^[^:]*:[^:]*:(legs|leg|choices)(?::(.*))?$/s;
  let removed = 0;
  const mine = namesIn(storage).filter((name) => name.startsWith(`${product}:`));
  for (const name of mine.slice(0, mostSwept)) {
    const [, kind = '', key = ''] = journalItem.exec(name.slice(product.length + 1)) ?? [];
    if (!kind || !isOver(name, kind, key)) continue;
    if (tried(storage, (store) => store.removeItem(name))) removed += 1;
  }
  return removed;
}
