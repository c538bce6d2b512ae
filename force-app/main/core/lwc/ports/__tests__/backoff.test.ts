import { backoff } from 'c/ports';
import type { BackoffPolicy } from 'c/ports';

const jittered: BackoffPolicy = { firstMs: 1_000, mostMs: 60_000, jitter: 0.5 };
const slow: BackoffPolicy = { firstMs: 1_000, mostMs: 15 * 60_000, jitter: 0.5 };
const steady: BackoffPolicy = { firstMs: 15_000, mostMs: 600_000, jitter: 0 };
const wild: BackoffPolicy = { firstMs: 500, mostMs: 30_000, jitter: 1 };
const ALMOST = 0.999999;

describe('backoff', () => {
  it.each<[string, BackoffPolicy, number, number, number | undefined, number]>([
    ['first, least', jittered, 1, 0, undefined, 500],
    ['first, most', jittered, 1, ALMOST, undefined, 1_000],
    ['doubled three times', jittered, 4, 0, undefined, 4_000],
    ['not over the most', jittered, 99, ALMOST, undefined, 60_000],
    ['another most', slow, 99, ALMOST, undefined, 900_000],
    ['the server asks for more', jittered, 1, 0, 30_000, 30_000],
    ['and nobody comes back at once', jittered, 1, 0.5, 30_000, 31_500],
    ['the server asks for less', jittered, 6, 0.5, 1_000, 24_000],
    ['no jitter: chance is not asked', steady, 3, 0.7, undefined, 60_000],
    ['no jitter, the most', steady, 20, 0, undefined, 600_000],
    ['all jitter', wild, 2, 0.25, undefined, 250],
    ['an attempt that did not fail', steady, 0, 0, undefined, 15_000],
    ['attempts without end', wild, 1e9, ALMOST, undefined, 30_000]
  ])('%s', (_name, policy, attempt, roll, retryAfterMs, ms) => {
    expect(backoff(policy, attempt, roll, retryAfterMs)).toBe(ms);
  });
});
