import type { TaskDraft } from 'c/taskDraft';
import type { RequestType } from './failureTable';
import type { Doubts } from './doubt';
import { agentFields, isEmpty, plain, type Fields, type FieldValue } from './fields';
import type { SaveFailure } from './gateway';
import { matches, type Known, type Written } from './written';

export type Stage =
  /** No Task yet, as far as we know. */
  | 'new'
  /** A create may have been carried out: look for the key before creating again. */
  | 'unsure'
  /** A Task with our key exists and we don't know what is in it. */
  | 'adopting'
  | 'known'
  /** Known, but somebody changed it meanwhile: read before writing. */
  | 'merging'
  | 'gone';

/** Why no request may leave now. */
export type Gate = 'open' | 'backing_off' | 'signed_out' | 'needs_you';

export interface Flight {
  /** Tells the answer of this request from a late answer of an earlier one. */
  n: number;
  type: RequestType;
  /** What is written, empty values included; for a read: what is asked for. */
  fields: Fields;
  /** When it was sent, ms epoch. */
  at: number;
  /** A read that asks whether the Task is ours; `fields` would be written. */
  proves?: true;
  /** How the record stood when it was sent; of a write. */
  state?: string;
  /** The agent signed in again while it was on its way. */
  outdated?: boolean;
}

/** Everything known about one leg's Task. Never changed in place. */
export interface Leg {
  key: string;
  stage: Stage;
  gate: Gate;
  /** With the winners of `merges` in the place of the losers. */
  draft?: TaskDraft;
  /** The draft as it came, when a merged record in it was replaced. */
  given?: TaskDraft;
  taskId?: string;
  /** Not to be written before this has been compared. */
  unproven?: Unproven;
  /** Salesforce says that the key is taken, and not by which Task: how often it was looked for. */
  keyTaken?: number;
  /** A Task carries the key and is not visible to this user: how often it was looked for since. */
  unseen?: number;
  written: Written;
  refused: Readonly<Record<string, Refusal>>;
  /** field → its refusals so far, oldest first. */
  tries: Readonly<Record<string, readonly Try[]>>;
  /** Values that somebody else set, as last read. */
  edits: Fields;
  /** Records that turned out to be merged into others. */
  merges: Merges;
  /** To be cleared up before the next write. */
  suspicion?: Suspicion;
  /** When the last writes left, ms epoch. */
  writes: readonly number[];
  /** Too many writes of late: the next one leaves by itself, soon. */
  isPausing?: true;
  /** Too many creates at once: its turn comes. */
  isQueued?: true;
  flight?: Flight;
  /** Number of the last flight. */
  flights: number;
  /** Failures since the last success. */
  attempt: number;
  failure?: SaveFailure;
  /** Fields of updates without an answer, whether they are in the draft at the moment or not. */
  doubts: Doubts;
  /** We did not create it as far as we know: a field neither written nor read may hold anything. */
  adopted: boolean;
  /** What was refused as a whole: not sent again until it differs. */
  rejected?: Fields;
  /** field → when its value in the draft last changed, ms epoch; as far as seen since the reload. */
  changedAt: Readonly<Record<string, number>>;
  /** The next write is older than the draft it carries: an agent's edit may be newer. */
  late: boolean;
  lastModified?: string;
  /** ms epoch, all of them */
  retryAt?: number;
  /** When a refused default field is tried again unasked. */
  quietAt?: number;
  /** Unasked tries since somebody was needed. */
  quietTries: number;
  /** Such a try is under way: nobody needs to be told. */
  isQuiet?: true;
  savedAt?: number;
  /** When the last draft came; after a reload: not yet. */
  heardAt?: number;
  /** As Genesys Cloud tells it. */
  endedAt?: number;
  /** By the browser's clock. */
  watchUntil?: number;
}

export const newLeg = (key: string): Leg => ({
  key,
  stage: 'new',
  gate: 'open',
  written: {},
  refused: {},
  tries: {},
  edits: {},
  merges: {},
  writes: [],
  flights: 0,
  attempt: 0,
  quietTries: 0,
  doubts: {},
  adopted: false,
  changedAt: {},
  late: false
});

/** A field of our own Task that we never wrote is empty, or an agent has filled it. */
function isEmptyByItself(leg: Leg, field: string): boolean {
  return !leg.adopted || (leg.stage !== 'adopting' && agentFields.has(field));
}

/** Does the Task hold this value of ours, as far as anybody can know? */
export function isWritten(leg: Leg, field: string, value: FieldValue): boolean {
  const known = leg.written[field];
  const equal =
    known === undefined ? value === null && isEmptyByItself(leg, field) : matches(known, value);
  const doubt = leg.doubts[field];
  if (!equal || !doubt?.open) return equal;
  return doubt.values.every((other) => matches(other, value));
}

/** What we said last of a field, whether it has arrived or not; also that it is empty (null). */
export function lastSaid(leg: Leg, field: string): Known | undefined {
  const doubt = leg.doubts[field];
  return doubt ? doubt.values.at(-1) : leg.written[field];
}

function isRefused(leg: Leg, field: string, value: FieldValue): boolean {
  const refusal = leg.refused[field];
  return refusal !== undefined && !refusal.isOpen && matches(refusal.value, value);
}

/** What the Task should hold and does not, without what Salesforce refused. */
export function missing(leg: Leg, keyField: string): Fields {
  const fields: Fields = {};
  if (!leg.draft) return fields;
  const never = leg.stage === 'new' ? leg.draft.updateOnly : leg.draft.createOnly;
  for (const field of Object.keys(leg.draft.fields)) {
    const value = plain(leg.draft.fields[field]);
    if (isWritten(leg, field, value) || isRefused(leg, field, value)) continue;
    if (field !== keyField && !never.includes(field)) fields[field] = value;
  }
  return fields;
}

/** Our values of the fields in doubt. */
export function doubted(leg: Leg, keyField: string): Fields {
  const fields: Fields = {};
  for (const field of Object.keys(leg.doubts)) {
    const value = leg.draft?.fields[field];
    const isOurs = value !== undefined && field !== keyField;
    // Also what is refused: once it is not, ours has to be told from an agent's.
    if (isOurs && !leg.draft?.createOnly.includes(field)) fields[field] = plain(value);
  }
  return fields;
}

/** Is there anything left to write? */
export const isPending = (leg: Leg, keyField: string): boolean =>
  leg.stage !== 'gone' &&
  leg.draft !== undefined &&
  (leg.taskId === undefined || leg.stage !== 'known' || !isEmpty(missing(leg, keyField)));

export const conversationOf = (key: string): string => {
  const colon = key.indexOf(':');
  return colon < 0 ? key : key.slice(0, colon);
};

/**
 * What is still to be compared before a Task is written that was not created by this page. An id may
 * come from a stored text, a message or a search: none of them makes the Task ours.
 */
export type Unproven =
  /** Known as ours, from before a reload: does it still carry our key? */
  | 'key'
  /** Also: is its creator or its owner me? */
  | 'owner';

/** A field that Salesforce refused, with the value it had. */
export interface Refusal {
  value: Leg['written'][string];
  code: string;
  message: string;
  /** The record that the value names can't be used. */
  isReference?: true;
  /** It gets one more try: what it depends on has changed. */
  isOpen?: true;
}

/** One refusal: how the record stood, and when, ms epoch. */
export interface Try {
  state: string;
  at: number;
}

/** A write named a record that can't be used: what is still to be found out before the next write. */
export interface Suspicion {
  /** What Salesforce said. */
  failure: SaveFailure;
  /** It may be the Task itself: read it first. */
  task: boolean;
  /** What was sent in the fields that refer to records; those still to be looked at, next first. */
  open: Fields;
  /** Those looked at whose record is not there. */
  missing: Fields;
  /** Those of which nothing is known against them. */
  unclear: Fields;
  hasMerged?: true;
  /** Salesforce named these fields: they stay out even if nothing is known against them. */
  isNamed: boolean;
}

/** Loser → winner of a merge. */
export type Merges = Readonly<Record<string, string>>;
