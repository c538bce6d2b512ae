import type { Locks, Store, TabChannel } from 'c/ports';

// What tabs of one browser share. Lightning Web Security may refuse any of it: each is looked for,
// and the engine goes on without what is missing.

export function tabLocks(): Locks | undefined {
  const { locks } = navigator;
  return locks && { request: (name, run) => locks.request(name, run) };
}

export function openChannel(name: string): TabChannel | undefined {
  try {
    return new BroadcastChannel(name) as unknown as TabChannel;
  } catch {
    return undefined;
  }
}

/** What survives a reload. Blocked storage throws on the very access of the property. */
export function tabStorage(): Store | undefined {
  try {
    const { localStorage } = window;
    return {
      getItem: (name) => localStorage.getItem(name),
      setItem: (name, value) => localStorage.setItem(name, value),
      removeItem: (name) => localStorage.removeItem(name),
      names: () => Object.keys(localStorage)
    };
  } catch {
    return undefined;
  }
}

export const randomBytes = (count: number): Uint8Array =>
  crypto.getRandomValues(new Uint8Array(count));

/** The browser's own language and zone decide how the Subject's date reads. */
export const locale = (): string => navigator.language;
