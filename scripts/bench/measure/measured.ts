import type { Memory } from './memory';
import type { Naive } from './naive';
import type { PerEvent } from './perEvent';
import type { Writes } from './writes';

/** The figures that running the core gives. */
export interface Measured {
  perEvent: PerEvent & {
    /** Cost of an event with many open interactions over that with one. */
    scaling: number;
  };
  writes: Writes;
  naive: Naive;
  memory: Memory;
}
