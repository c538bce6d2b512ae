/** Time as a parameter. All times are milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Runs once after `delayMs`; the returned function cancels. */
  later(delayMs: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  later(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    // A pending ring must not keep a closing process alive.
    timer.unref();
    return () => clearTimeout(timer);
  }
};

export interface ManualClock extends Clock {
  /** Moves time on and runs what falls due, in order of time. */
  advance(ms: number): void;
}

/** A clock that stands still until told: whole shifts in no time, the same each run. */
export function manualClock(start: number): ManualClock {
  let time = start;
  let count = 0;
  const due = new Map<number, { at: number; run: () => void }>();
  const next = (until: number) =>
    [...due]
      .filter(([, timer]) => timer.at <= until)
      .sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];

  return {
    now: () => time,
    later(delayMs, run) {
      const id = ++count;
      due.set(id, { at: time + Math.max(0, delayMs), run });
      return () => due.delete(id);
    },
    advance(ms) {
      const until = time + ms;
      for (let timer = next(until); timer; timer = next(until)) {
        due.delete(timer[0]);
        time = timer[1].at;
        timer[1].run();
      }
      time = until;
    }
  };
}
