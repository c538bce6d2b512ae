import type { Clock } from 'c/ports';
import type { GenesysEvent } from './events';

type Listener = (event: GenesysEvent) => void;

/** One listener's mistake is its own: the others and the channel go on, the browser reports it. */
export function createListeners(clock: Clock) {
  const listeners = new Set<Listener>();
  return {
    emit(event: GenesysEvent): void {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (cause) {
          clock.set(() => {
            throw cause;
          }, 0);
        }
      }
    },
    on(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }
  };
}
