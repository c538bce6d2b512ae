import type { TaskDraft } from 'c/taskDraft';
import type { RequestType } from './failureTable';
import { isEmpty, plain, type Fields, type FieldValue } from './fields';
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
  /** The agent signed in again while it was on its way. */
  outdated?: boolean;
}

export interface Refusal {
  value: Known;
  code: string;
  message: string;
}

/** Everything known about one leg's Task. Never changed in place. */
export interface Leg {
  key: string;
  stage: Stage;
  gate: Gate;
  draft?: TaskDraft;
  taskId?: string;
  written: Written;
  refused: Readonly<Record<string, Refusal>>;
  flight?: Flight;
  /** Number of the last flight. */
  flights: number;
  /** Failures since the last success. */
  attempt: number;
  failure?: SaveFailure;
  /** Updates of unknown outcome since the last success: their values are ours, not an agent's. */
  lost: readonly Written[];
  /** Those of them that a later success or reading has overtaken: they may still be carried out. */
  strays: readonly Written[];
  /** By then they have been, or never will be; ms epoch. */
  strayUntil?: number;
  /** What was refused as a whole: not sent again until it differs. */
  rejected?: Fields;
  /** field → when its value in the draft last changed, ms epoch; as far as seen since the reload. */
  changedAt: Readonly<Record<string, number>>;
  /** The next write is older than the draft it carries: an agent's edit may be newer. */
  late: boolean;
  lastModified?: string;
  /** ms epoch, all of them */
  retryAt?: number;
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
  flights: 0,
  attempt: 0,
  lost: [],
  strays: [],
  changedAt: {},
  late: false
});

/**
 * Does the Task hold this value of ours, as far as anybody can know? A field of our own Task that we
 * never wrote counts as empty: emptying it is no news, and an agent may have filled it.
 */
export function isWritten(leg: Leg, field: string, value: FieldValue): boolean {
  const known = leg.written[field];
  const equal =
    known === undefined ? value === null && leg.stage !== 'adopting' : matches(known, value);
  if (!equal || leg.lost.length === 0) return equal;
  return leg.lost.every((lost) => !(field in lost) || matches(lost[field] as Known, value));
}

function isRefused(leg: Leg, field: string, value: FieldValue): boolean {
  const refusal = leg.refused[field];
  return refusal !== undefined && matches(refusal.value, value);
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

/** Our values of the fields that a straying update may still change. */
export function straying(leg: Leg, keyField: string): Fields {
  const fields: Fields = {};
  for (const field of leg.strays.flatMap((values) => Object.keys(values))) {
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
