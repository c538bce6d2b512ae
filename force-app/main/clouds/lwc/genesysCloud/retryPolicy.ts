import type { BackoffPolicy } from 'c/ports';

/** Single requests. */
export const RETRY: BackoffPolicy = { firstMs: 500, mostMs: 30_000, jitter: 0.5 };
/** The channel: a floor full of agents who lost the network together must not come back together. */
export const RECONNECT: BackoffPolicy = { firstMs: 1_000, mostMs: 30_000, jitter: 0.5 };
