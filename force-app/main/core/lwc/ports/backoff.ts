export interface BackoffPolicy {
  firstMs: number;
  mostMs: number;
  /**
   * Which part of the wait chance decides, 0 to 1: whoever failed together must not come back
   * together.
   */
  jitter: number;
}

/** More doublings than these reach any `mostMs`; without an end they would reach Infinity. */
const MOST_DOUBLINGS = 30;

/**
 * How long to wait after failed attempt number `attempt` (1 = the first), ms: doubling, and never less
 * than the server asks for, after whose time nobody comes back all at once either.
 *
 * @param roll by chance, 0 ≤ n < 1; a policy without jitter needs none
 */
export function backoff(
  { firstMs, mostMs, jitter }: BackoffPolicy,
  attempt: number,
  roll = 0,
  retryAfterMs = 0
): number {
  const doublings = Math.min(Math.max(attempt - 1, 0), MOST_DOUBLINGS);
  const doubled = Math.min(mostMs, firstMs * 2 ** doublings);
  return Math.round(
    Math.max(doubled * (1 - jitter + jitter * roll), retryAfterMs * (1 + roll / 10))
  );
}
