import type { Locks } from 'c/ports';

export interface WriterOptions {
  /** Undefined where the browser has none: then every tab writes and the unique key keeps order. */
  locks: Locks | undefined;
  /** The same for all tabs of one user in one org. */
  name: string;
  onElected: () => void;
  /** The lock was taken away: stop writing at once. This tab waits in line again. */
  onLost: () => void;
  /** `onElected` or `onLost` threw: a fault of ours, which takes no lock away. */
  onFault?: (thrown: unknown) => void;
}

/**
 * One writer among the browser's tabs: wait in line for a lock and hold it for life; the browser
 * gives it to the next tab the moment this one closes or crashes. `resign` gives it up.
 */
export function electWriter(options: WriterOptions): { resign(): void } {
  const { locks, name, onElected, onLost, onFault } = options;
  let state: 'waiting' | 'elected' | 'over' = 'waiting';
  let release = (): void => {};

  function tell(news: () => void): void {
    try {
      news();
    } catch (thrown) {
      onFault?.(thrown);
    }
  }

  function elect(): void {
    if (state !== 'waiting') return;
    state = 'elected';
    tell(onElected);
  }

  function hold(): Promise<void> {
    if (state === 'over') return Promise.resolve();
    const held = new Promise<void>((resolve) => (release = resolve));
    elect();
    return held;
  }

  /** Refused before we had it: better two writers than none. Afterwards: it was stolen. */
  function refused(): void {
    if (state === 'waiting') elect();
    else if (state === 'elected') {
      state = 'waiting';
      tell(onLost);
      queue();
    }
  }

  function queue(): void {
    try {
      if (locks) locks.request(name, hold).catch(refused);
      else elect();
    } catch {
      refused();
    }
  }

  queue();
  return {
    resign() {
      state = 'over';
      release();
    }
  };
}
