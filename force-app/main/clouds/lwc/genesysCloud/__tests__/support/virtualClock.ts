import type { Clock } from 'c/ports';

export interface VirtualClock extends Clock {
  /** Moves time on; runs what falls due in order of time, and what it awaits. */
  advance(ms: number): Promise<void>;
  /** Time passes and no timer runs: the machine sleeps. */
  sleep(ms: number): void;
  /** Somebody sets the clock, or the machine sleeps: timers take no notice. */
  jump(ms: number): void;
  /** Timers that still wait. */
  pending(): number;
}

/** Lets everything that waits for nothing but promises go on. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function virtualClock(start = Date.parse('2026-03-02T09:00:00Z')): VirtualClock {
  let time = start;
  let skew = 0;
  let count = 0;
  const timers = new Map<number, { at: number; run: () => void }>();

  function nextDue(until: number): number | undefined {
    const due = [...timers].filter(([, { at }]) => at <= until);
    return due.sort(([a, one], [b, other]) => one.at - other.at || a - b)[0]?.[0];
  }

  return {
    now: () => time + skew,
    set(run, ms) {
      timers.set(++count, { at: time + Math.max(0, ms), run });
      return count;
    },
    clear: (id) => void timers.delete(id as number),
    async advance(ms) {
      const until = time + ms;
      await settle();
      for (let id = nextDue(until); id !== undefined; id = nextDue(until)) {
        const { at, run } = timers.get(id)!;
        timers.delete(id);
        time = Math.max(time, at);
        run();
        await settle();
      }
      time = until;
    },
    sleep(ms) {
      time += ms;
    },
    jump(ms) {
      skew += ms;
    },
    pending: () => timers.size
  };
}
