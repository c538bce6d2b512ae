import type { TaskDraft } from 'c/taskDraft';
import type { Fields } from './fields';
import type { FindResult, ReadResult, RecordResult, WriteResult } from './gateway';
import type { Leg } from './leg';
import type { DraftFacts } from './sync';

export type LegEvent =
  | { type: 'draft'; draft: TaskDraft; facts: DraftFacts }
  | { type: 'wrote'; n: number; result: WriteResult }
  | { type: 'found'; n: number; result: FindResult }
  | { type: 'read'; n: number; result: ReadResult }
  | { type: 'looked_up'; n: number; result: RecordResult }
  /** It waited for its turn to create. */
  | { type: 'turn' }
  /** The time asked for by a `wait` has passed. */
  | { type: 'timer' }
  /** The agent wants another try. */
  | { type: 'retry' }
  /** What was refused may be accepted now; a wait goes on. */
  | { type: 'reshape' }
  | { type: 'resume'; reason: 'signed_in' | 'online' }
  /** What the agent wrote into the Task earlier was read from it again. */
  | { type: 'recalled'; fields: Fields };

export type Effect =
  | { type: 'create'; n: number; fields: Fields }
  | { type: 'update'; n: number; taskId: string; fields: Fields; ifUnmodifiedSince?: string }
  | { type: 'find'; n: number; key: string }
  | { type: 'read'; n: number; taskId: string; fields: string[] }
  | { type: 'look_up'; n: number; recordId: string }
  /** Send a `timer` event in so many ms. */
  | { type: 'wait'; ms: number }
  /** Put this leg into the journal. */
  | { type: 'remember' };

/** What the reducer needs from outside, taken afresh for each event. */
export interface Context {
  /** ms epoch */
  now: number;
  /** [0, 1) */
  roll: number;
  keyField: string;
  watchMs: number;
  /** Salesforce id of this user; undefined: whose a Task is does not count. */
  userId?: string;
  /** Not too many creates are under way. */
  mayCreate: boolean;
}

export interface Step {
  leg: Leg;
  effects: Effect[];
}
