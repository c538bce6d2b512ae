import type { Choices, Journal, JournalEntry } from './journal';
import type { StorageState } from './sync';

export interface Memory {
  remember(entry: JournalEntry): void;
  forget(key: string): void;
  choose(key: string, choices: Choices): Choices;
  choices(key: string): Choices;
  /** Read again what other tabs may have stored. */
  refresh(): void;
  state(): StorageState;
}

/**
 * The journal with a net: what its storage refuses stays in memory and is offered again with the
 * next entry that goes through.
 */
export function createMemory(journal: Journal, onChange: (state: StorageState) => void): Memory {
  const chosen = new Map<string, Choices>();
  const unsaved = new Map<string, () => boolean>();
  let state: StorageState = 'stored';

  function attempt(slot: string, save: () => boolean): void {
    if (save()) {
      unsaved.delete(slot);
      for (const [other, again] of [...unsaved]) {
        if (!again()) break;
        unsaved.delete(other);
      }
    } else {
      unsaved.set(slot, save);
    }
    const next: StorageState = unsaved.size ? 'memory_only' : 'stored';
    if (next !== state) onChange((state = next));
  }

  return {
    remember: (entry) => attempt(`leg ${entry.key}`, () => journal.save(entry)),
    forget(key) {
      chosen.delete(key);
      unsaved.delete(`choices ${key}`);
      attempt(`leg ${key}`, () => journal.remove(key));
    },
    choose(key, choices) {
      const all = { ...this.choices(key), ...choices };
      chosen.set(key, all);
      attempt(`choices ${key}`, () => journal.saveChoices(key, all));
      return all;
    },
    choices: (key) => chosen.get(key) ?? journal.choices(key) ?? {},
    refresh() {
      for (const key of [...chosen.keys()]) {
        if (!unsaved.has(`choices ${key}`)) chosen.delete(key);
      }
    },
    state: () => state
  };
}
