import type { Clock } from 'c/ports';

export function sleep(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.set(resolve, ms);
  });
}
