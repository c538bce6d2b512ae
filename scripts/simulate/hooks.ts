import type { GenesysOptions } from 'c/genesysCloud';
import type { Conversation, Interaction } from 'c/interaction';
import type { Locks, Timers } from 'c/ports';
import type { Journal, TaskGateway, TaskSync } from 'c/taskSync';

/** Places where a deliberate fault can be put between the product and the world. */
export interface Hooks {
  gateway?(gateway: TaskGateway): TaskGateway;
  journal?(journal: Journal): Journal;
  timers?(timers: Timers): Timers;
  locks?(locks: Locks): Locks | undefined;
  sync?(sync: TaskSync): TaskSync;
  mayReread?(): boolean;
  /** `payload`: what `newer` was read from. */
  merge?(older: Conversation | undefined, newer: Conversation, payload: unknown): Conversation;
  genesys?(options: GenesysOptions): GenesysOptions;
  deservesTask?(interaction: Interaction): boolean;
}
