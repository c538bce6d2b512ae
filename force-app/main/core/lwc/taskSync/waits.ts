import type { TimerId, Timers } from 'c/ports';

export interface Waits {
  /** A second wait of one leg replaces the first. */
  set(key: string, ms: number): void;
  clear(key: string): void;
  stop(): void;
}

/** One timer a leg. */
export function createWaits(timers: Timers, onOver: (key: string) => void): Waits {
  const waits = new Map<string, TimerId>();
  return {
    set(key, ms) {
      timers.clear(waits.get(key));
      const timer = timers.set(() => {
        waits.delete(key);
        onOver(key);
      }, ms);
      waits.set(key, timer);
    },
    clear(key) {
      timers.clear(waits.get(key));
      waits.delete(key);
    },
    stop() {
      for (const timer of waits.values()) timers.clear(timer);
      waits.clear();
    }
  };
}
