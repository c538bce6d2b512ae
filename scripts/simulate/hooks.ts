import type { Interaction, mergeConversation } from 'c/interaction';
import type { Journal, Locks, TaskGateway, TaskSync, Timers } from 'c/taskSync';

/** Places where a deliberate fault can be put between the product and the world. */
export interface Hooks {
  gateway?(gateway: TaskGateway): TaskGateway;
  journal?(journal: Journal): Journal;
  timers?(timers: Timers): Timers;
  locks?(locks: Locks): Locks | undefined;
  sync?(sync: TaskSync): TaskSync;
  mayReread?(): boolean;
  merge?: typeof mergeConversation;
  deservesTask?(interaction: Interaction): boolean;
}
