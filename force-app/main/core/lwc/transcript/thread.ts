import type { Line } from './line';

/** Where the texts of a conversation come from. */
export type Source = 'messages' | 'recordings' | 'emails';

/** What a request waits for. `throttled`: only for the time that the server named. */
export type Gate = 'open' | 'backing_off' | 'throttled' | 'signed_out' | 'refused';

export interface PartFlight {
  n: number;
  type: 'create' | 'update' | 'find';
  /** The part's text when the request left. */
  text: string;
}

/** One record of one leg's transcript. */
export interface Part {
  /** `unsure`: a record may exist, look first. `gone`: somebody deleted it, and it stays deleted. */
  stage: 'new' | 'unsure' | 'known' | 'gone';
  gate: Gate;
  attempt: number;
  recordId?: string;
  /** The record that a refusal named as the holder of our key. */
  hint?: string;
  /** Our text as Salesforce holds it; only of a `known` part. */
  written: string;
  flight?: PartFlight;
  /** Fields that the org refused: left out from then on. */
  refused: readonly string[];
}

export interface LegRecords {
  ended: boolean;
  parts: readonly Part[];
}

/**
 * One conversation's texts, and their records for each of the agent's legs in it. A token is
 * something to be read once: a message id, or the moment at which a listing is worth reading.
 */
export interface Thread {
  conversationId: string;
  source: Source;
  /** leg key → its records */
  legs: Readonly<Record<string, LegRecords>>;
  tokens: ReadonlySet<string>;
  /** Tokens that were answered or given up. */
  read: ReadonlySet<string>;
  /** Tokens asked for in vain → how often. */
  tries: ReadonlyMap<string, number>;
  lines: ReadonlyMap<string, Line>;
  /** The transcript as it should stand, by part. */
  texts: readonly string[];
  /** All there is was asked for: before that, a transcript begun earlier would be cut short. */
  isWhole: boolean;
  /** Texts were let go of after the end; they are read again when there is more. */
  isAsleep: boolean;
  fetching?: { n: number; tokens: readonly string[] };
  fetchGate: Gate;
  fetchAttempt: number;
  /** The time to ask again for what was not there has come. */
  isDue: boolean;
  /** Requests so far: an answer with an older number comes too late. */
  requests: number;
}

export function newThread(conversationId: string, source: Source): Thread {
  return {
    conversationId,
    source,
    legs: {},
    tokens: new Set(),
    read: new Set(),
    tries: new Map(),
    lines: new Map(),
    texts: [],
    isWhole: false,
    isAsleep: false,
    fetchGate: 'open',
    fetchAttempt: 0,
    isDue: false,
    requests: 0
  };
}

export const newPart: Part = { stage: 'new', gate: 'open', attempt: 0, written: '', refused: [] };

export const partKey = (key: string, part: number): string => `${key}:${part + 1}`;

/** Nothing is left to read or to write for now. */
export function isSettled(thread: Thread): boolean {
  return (
    thread.fetching === undefined &&
    isRead(thread) &&
    Object.values(thread.legs).every(
      ({ ended, parts }) =>
        ended && parts.every((part, index) => isPartSettled(thread, part, index))
    )
  );
}

function isRead({ fetchGate, tokens, read }: Thread): boolean {
  if (fetchGate === 'refused') return true;
  for (const token of tokens) if (!read.has(token)) return false;
  return true;
}

function isPartSettled(thread: Thread, part: Part, index: number): boolean {
  if (part.flight) return false;
  if (part.stage === 'gone' || part.gate === 'refused') return true;
  return part.stage === 'known' && part.written === (thread.texts[index] ?? '');
}
