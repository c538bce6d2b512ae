const first = 1_000;
/** Not longer than a rate-limit window: an outage's end must not go unnoticed. */
const most = 60_000;

/**
 * How long to wait before attempt number `attempt` + 1, ms: doubling, jittered by half so that many
 * legs do not come back at once, and never before the server allows.
 */
export function backoff(attempt: number, roll: number, retryAfterMs = 0): number {
  const doubled = Math.min(most, first * 2 ** Math.min(attempt - 1, 16));
  const jittered = doubled * (0.5 + roll / 2);
  return Math.round(Math.max(jittered, retryAfterMs * (1 + roll / 10)));
}
