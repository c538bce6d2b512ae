import type { Fields } from 'c/taskSync';
import type { FoundPart, SavedPart } from './gateway';
import type { Line } from './line';
import type { Thread } from './thread';

/** What a request for texts brought. */
export interface Fetched {
  /** Tokens that need not be asked for again. */
  answered: readonly string[];
  lines: readonly Line[];
  problem?: FetchProblem;
}

export interface FetchProblem {
  /** `denied`: no permission. `final`: the same request will never do. `later`: try again. */
  type: 'denied' | 'final' | 'later' | 'throttled' | 'signed_out';
  retryAfterMs?: number;
}

export type ThreadEvent =
  /** The conversation as known now: `tokens` of it, and whether this leg of the agent has ended. */
  | { type: 'told'; key: string; tokens: readonly string[]; ended: boolean }
  | { type: 'fetched'; n: number; result: Fetched }
  | { type: 'saved'; key: string; part: number; n: number; result: SavedPart }
  | { type: 'found'; key: string; part: number; n: number; result: FoundPart }
  /** The time asked for by a `wait` has passed. */
  | { type: 'timer'; slot: string }
  /** The network is back or the agent signed in again. */
  | { type: 'resume' }
  /** What was refused may be accepted now. */
  | { type: 'retry' };

export type Effect =
  | { type: 'fetch'; n: number; tokens: readonly string[] }
  | { type: 'create'; key: string; part: number; n: number; fields: Fields }
  | { type: 'update'; key: string; part: number; n: number; recordId: string; fields: Fields }
  | { type: 'find'; key: string; part: number; n: number }
  /** Send a `timer` event in so many ms; a later wait of the same slot replaces it. */
  | { type: 'wait'; slot: string; ms: number };

/** What the reducer needs from outside, taken afresh for each event. */
export interface Context {
  /** [0, 1) */
  roll: number;
  /** Most characters of a part. */
  limit: number;
}

export interface Step {
  thread: Thread;
  effects: Effect[];
}
