import type { Timers } from 'c/ports';

interface Entry {
  at: number;
  /** Entries of one moment run in the order they were made. */
  n: number;
  run?: (() => void) | undefined;
  turns: number;
}

export interface VirtualTime {
  /** ms epoch */
  now(): number;
  at(time: number, run: () => void): void;
  /** `turns`: of the microtask queue that what follows from it may take. */
  after(ms: number, run: () => void, turns?: number): void;
  /** Timers of one page: they stop with it, and wait while the computer sleeps. */
  timers(page: { isAlive(): boolean; asleepUntil(): number | undefined }): Timers;
  /** Runs everything due up to and including `end`. */
  runUntil(end: number): Promise<void>;
}

/** Enough for an answer of Salesforce to get through promises and wrappers. */
const TURNS = 12;
/** And for one of Genesys Cloud to get through the adapter, to the next request. */
export const DEEP = 48;

export function createVirtualTime(start: number): VirtualTime {
  const heap: Entry[] = [];
  let now = start;
  let made = 0;

  const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.n < b.n);

  function push(entry: Entry): void {
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(entry, heap[parent]!)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = entry;
  }

  function pop(): Entry {
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, last)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
    return first;
  }

  function add(at: number, run: () => void, turns = TURNS): Entry {
    const entry = { at: Math.max(at, now), n: (made += 1), run, turns };
    push(entry);
    return entry;
  }

  return {
    now: () => now,
    at: (time, run) => void add(time, run),
    after: (ms, run, turns) => void add(now + ms, run, turns),
    timers: (page) => ({
      set(run, ms) {
        const handle: { entry?: Entry } = {};
        const fire = (): void => {
          if (!page.isAlive()) return;
          const wake = page.asleepUntil();
          if (wake === undefined) run();
          else handle.entry = add(wake, fire);
        };
        handle.entry = add(now + ms, fire);
        return handle;
      },
      clear(handle) {
        const { entry } = (handle ?? {}) as { entry?: Entry };
        if (entry) entry.run = undefined;
      }
    }),
    async runUntil(end) {
      while (heap.length > 0 && heap[0]!.at <= end) {
        const entry = pop();
        if (!entry.run) continue;
        now = entry.at;
        entry.run();
        for (let turn = 0; turn < entry.turns; turn += 1) await null;
      }
      now = end;
    }
  };
}
