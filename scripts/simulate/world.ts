import type { Conditions } from './conditions';
import type { Configuration } from './configuration';
import type { ContactCenter } from './contactCenter';
import type { Random } from './random';
import type { Org } from './salesforce';
import type { VirtualTime } from './virtualTime';
import type { GenesysServer } from './genesysServerTypes';
import type { Witness } from './witnessTypes';

/** Everything a tab can reach, and what watches over it. */
export interface World {
  time: VirtualTime;
  random: Random;
  conditions: Conditions;
  center: ContactCenter;
  server: GenesysServer;
  org: Org;
  /** As it is at this moment; a tab may not have heard of it yet. */
  configuration(): Configuration;
  witness: Witness;
  /** Does the browser have locks? */
  hasLocks: boolean;
  /** A tab could not store the name of the writers' lock: other tabs will not find it. */
  lockWithoutName(): void;
  /** What the browser takes for the time, ms epoch. */
  clock(): number;
  log(who: string, text: string): void;
}
