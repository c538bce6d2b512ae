import type { Choices, Journal, JournalEntry } from './journal';
import type { StorageState } from './sync';

export interface Memory {
  /** False: the storage refused. */
  remember(entry: JournalEntry): boolean;
  forget(key: string): void;
  choose(key: string, choices: Choices): Choices;
  choices(key: string): Choices;
  /** Does this page know what the agent typed or chose, as far as anything is kept here? */
  knows(key: string): boolean;
  /** These were read from the Task; what was typed here since counts more. */
  recall(key: string, choices: Choices): void;
  /** The Task holds `choices`: the storage need not. False: another tab has stored newer ones. */
  handOver(key: string, choices: Choices): boolean;
  /**
   * Another tab has stored choices of this leg. False: nothing new is to be seen yet; with `isLast`
   * what is there counts as all there is.
   */
  changed(key: string, isLast: boolean): boolean;
  /** Read again what other tabs may have stored. */
  refresh(): void;
  /** Offers once more what the storage refused. */
  again(): void;
  state(): StorageState;
}

export interface MemoryEvents {
  onState(state: StorageState): void;
  /** Choices of this leg went into the storage. */
  onChoicesKept(key: string): void;
}

const names = ['notes', 'whoId', 'whatId', 'whoName', 'whatName'] as const;

const sameChoices = (a: Choices, b: Choices): boolean => names.every((name) => a[name] === b[name]);

/**
 * The journal with a net: what its storage refuses stays in memory and is offered again with the
 * next entry that goes through.
 */
export function createMemory(journal: Journal, events: MemoryEvents): Memory {
  const chosen = new Map<string, Choices>();
  const unsaved = new Map<string, () => boolean>();
  let state: StorageState = 'stored';

  function offerAll(): void {
    for (const [slot, save] of [...unsaved]) {
      if (!save()) break;
      unsaved.delete(slot);
    }
  }

  function say(): void {
    const next: StorageState = unsaved.size ? 'memory_only' : 'stored';
    if (next !== state) events.onState((state = next));
  }

  function attempt(slot: string, save: () => boolean): boolean {
    const isSaved = save();
    if (isSaved) {
      unsaved.delete(slot);
      offerAll();
    } else {
      unsaved.set(slot, save);
    }
    say();
    return isSaved;
  }

  /** What is stored now, unless the storage refused what is newer here. */
  function stored(key: string): Choices | undefined {
    return unsaved.has(`choices ${key}`) ? undefined : journal.choices(key);
  }

  function choices(key: string): Choices {
    let known = chosen.get(key);
    if (!known && (known = journal.choices(key))) chosen.set(key, known);
    return known ?? {};
  }

  return {
    remember: (entry) => attempt(`leg ${entry.key}`, () => journal.save(entry)),
    forget(key) {
      chosen.delete(key);
      unsaved.delete(`choices ${key}`);
      attempt(`leg ${key}`, () => journal.remove(key));
    },
    choose(key, more) {
      const all = { ...choices(key), ...more };
      chosen.set(key, all);
      attempt(`choices ${key}`, () => {
        const isSaved = journal.saveChoices(key, all);
        if (isSaved) events.onChoicesKept(key);
        return isSaved;
      });
      return all;
    },
    choices,
    knows: (key) => Object.keys(choices(key)).length > 0,
    recall: (key, read) => void chosen.set(key, { ...read, ...choices(key) }),
    handOver(key, held) {
      const there = stored(key);
      if (there && !sameChoices(there, held)) {
        chosen.set(key, there);
        return false;
      }
      chosen.set(key, held);
      unsaved.delete(`choices ${key}`);
      if (there) journal.removeChoices(key);
      say();
      return true;
    },
    changed(key, isLast) {
      if (unsaved.has(`choices ${key}`)) return true;
      const there = journal.choices(key);
      const known = chosen.get(key);
      const isNews = there !== undefined && !(known && sameChoices(there, known));
      if (!isNews && !isLast) return false;
      if (there) chosen.set(key, there);
      else chosen.delete(key);
      return true;
    },
    refresh() {
      for (const key of [...chosen.keys()]) {
        if (!unsaved.has(`choices ${key}`)) chosen.delete(key);
      }
    },
    again() {
      offerAll();
      say();
    },
    state: () => state
  };
}
