const FIRST_MS = 1_000;
const MOST_MS = 15 * 60_000;

/**
 * ms to wait after failed attempt number `attempt`: doubling, jittered by half, never less than the
 * server asks for.
 */
export function backoff(attempt: number, roll: number, retryAfterMs = 0): number {
  const doubled = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 16));
  return Math.round(Math.max(doubled * (0.5 + roll / 2), retryAfterMs * (1 + roll / 10)));
}
