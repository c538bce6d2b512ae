import type { Timers } from 'c/ports';

/** Notes are kept with every keystroke and written when the typing pauses. */
const PAUSE_MS = 800;

/** Calls `onPause` once the agent has stopped typing in one interaction's notes. */
export function notesDebounce(timers: Timers, onPause: (key: string) => void) {
  const pauses = new Map<string, unknown>();
  return {
    typed(key: string): void {
      timers.clear(pauses.get(key));
      pauses.set(
        key,
        timers.set(() => {
          pauses.delete(key);
          onPause(key);
        }, PAUSE_MS)
      );
    },
    stop(): void {
      for (const pause of pauses.values()) timers.clear(pause);
      pauses.clear();
    }
  };
}
