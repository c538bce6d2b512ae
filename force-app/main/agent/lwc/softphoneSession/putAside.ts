import type { TextStorage } from 'c/genesysCloud';

const ITEM = 'softphone:put-aside';
/** More than a day has; older ones are not shown any more. */
const MOST = 100;

/**
 * Keys of interactions whose after-call work the agent is done with although Genesys Cloud never
 * said so. Kept over a reload where the storage allows; nothing throws.
 */
export function putAside(storage: TextStorage | undefined) {
  const keys = new Set(read());

  function read(): string[] {
    try {
      const kept: unknown = JSON.parse(storage?.getItem(ITEM) ?? '[]');
      return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
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
        const all = [...new Set([...read(), key])].slice(-MOST);
        storage?.setItem(ITEM, JSON.stringify(all));
      } catch {
        // Full or blocked: it holds until the reload.
      }
    }
  };
}

export type PutAside = ReturnType<typeof putAside>;
