/** Whatever `setTimeout` returned: only `clear` knows what it is. */
export type TimerId = unknown;

/** `setTimeout` and `clearTimeout`. */
export interface Timers {
  set(run: () => void, ms: number): TimerId;
  /** Of a timer that is over, or `undefined`: nothing happens. */
  clear(timer: TimerId): void;
}

export interface Clock extends Timers {
  /** ms epoch */
  now(): number;
}

/** 0 ≤ n < 1, as `Math.random`. */
export type Random = () => number;
