import type { Mapping, TaskShape } from 'c/taskDraft';
import type { Recording } from '../recording';

/** What the measuring process is given. */
export interface Setting {
  userId: string;
  mappings: readonly Mapping[];
  shape: TaskShape;
  recording: Recording;
  effort: Effort;
}

/** How long to measure. */
export interface Effort {
  /** Calls heard before the first that counts: engines optimize what runs often. */
  warmUpCalls: number;
  /** Calls heard of each shape. */
  calls: number;
  /** Rounds of the comparison between one and many. */
  rounds: number;
  /** Interactions open at once, or finished, where many are asked for. */
  many: number;
  /** Seeded shifts of the simulation. */
  seeds: number;
}
