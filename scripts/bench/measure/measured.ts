import type { OutageReport } from '../../simulate/outage';
import type { Memory } from './memory';
import type { Naive } from './naive';
import type { PerEvent } from './perEvent';
import type { Scaling } from './scaling';
import type { Writes } from './writes';

/** The figures that running the core gives. */
export interface Measured {
  perEvent: PerEvent & Scaling;
  writes: Writes;
  outage: OutageReport;
  naive: Naive;
  memory: Memory;
}
