import type { Clock } from './clock';
import type { Settings } from './settings';

export interface Allowance {
  allowed: number;
  used: number;
  /** Seconds until the count starts again. */
  resetSeconds: number;
  exceeded: boolean;
}

const MINUTE = 60_000;

/** Counts requests in windows of a minute, one count a user and client. */
export function createRateLimit(clock: Clock, settings: Settings) {
  const windows = new Map<string, { since: number; used: number }>();
  return {
    use(caller: string): Allowance {
      const now = clock.now();
      let current = windows.get(caller);
      if (!current || now - current.since >= MINUTE) {
        current = { since: now, used: 0 };
        windows.set(caller, current);
      }
      current.used += 1;
      return {
        allowed: settings.requestsPerMinute,
        used: current.used,
        resetSeconds: Math.max(1, Math.ceil((current.since + MINUTE - now) / 1000)),
        exceeded: current.used > settings.requestsPerMinute
      };
    },
    reset: () => windows.clear()
  };
}

export type RateLimit = ReturnType<typeof createRateLimit>;
