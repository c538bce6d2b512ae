import type { BackoffPolicy } from 'c/ports';

/** Not longer than a rate-limit window: an outage's end must not go unnoticed. */
export const RETRY: BackoffPolicy = { firstMs: 1_000, mostMs: 60_000, jitter: 0.5 };

/** How often it is looked whether the Salesforce session has come back. */
export const SIGN_IN_CHECK: BackoffPolicy = { firstMs: 15_000, mostMs: 5 * 60_000, jitter: 0.25 };

const MINUTE = 60_000;
/** Each is a write that may well be refused again: few, and then the agent's own retry is left. */
const quietMinutes = [15, 60, 240];

/** When a refusal is tried again unasked, after so many such tries, ms; undefined: no more. */
export function quietDelay(tries: number): number | undefined {
  const minutes = quietMinutes[tries];
  return minutes === undefined ? undefined : minutes * MINUTE;
}
