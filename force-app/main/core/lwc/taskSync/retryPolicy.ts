import type { BackoffPolicy } from 'c/ports';

/** Not longer than a rate-limit window: an outage's end must not go unnoticed. */
export const RETRY: BackoffPolicy = { firstMs: 1_000, mostMs: 60_000, jitter: 0.5 };
