import type { BackoffPolicy } from 'c/ports';

/** Nobody waits for a transcript. */
export const RETRY: BackoffPolicy = { firstMs: 1_000, mostMs: 15 * 60_000, jitter: 0.5 };
