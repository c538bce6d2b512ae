import { sameAsRead, type FieldValue } from './fields';
import type { Fingerprint } from './fingerprint';
import type { ReadResult, SaveFailure } from './gateway';
import type { Leg } from './leg';

const proofFields = ['CreatedById', 'OwnerId'] as const;

export const proofQuestion = (keyField: string): string[] => [keyField, ...proofFields];

/** Does anything have to be proven before the next request about this Task? */
export function mustProve(leg: Leg, isAsking: boolean): boolean {
  if (leg.unproven === undefined || leg.taskId === undefined) return false;
  return isAsking || leg.stage !== 'known';
}

/** Record ids have 15 characters, or three more that follow from them. */
const sameId = (id: FieldValue | undefined, other: string): boolean =>
  typeof id === 'string' && id.length >= 15 && id.slice(0, 15) === other.slice(0, 15);

/** A Task that carries our key was found, or named by Salesforce: take it over when it is ours. */
export const adopted = (leg: Leg, taskId: string, userId: string | undefined): Leg => ({
  ...leg,
  stage: 'adopting',
  taskId,
  adopted: true,
  ...(userId !== undefined && { unproven: 'owner' })
});

/** As far as this page is concerned there is no Task yet, but there may be one. */
const withoutTask = (leg: Leg): Leg => ({
  ...leg,
  stage: 'unsure',
  taskId: undefined,
  unproven: undefined,
  written: {},
  doubts: {},
  adopted: false
});

/** One that the journal calls deleted was read: what it holds is not known. */
export const there = ({ stage }: Leg): Leg['stage'] => (stage === 'gone' ? 'merging' : stage);

/** What a proof came to. */
export type Proven =
  /** Ours: go on with it. */
  | { type: 'ours'; leg: Leg }
  /** Another record: look for the one with our key. */
  | { type: 'another'; leg: Leg }
  /** It carries our key and is somebody else's, or nobody can tell. */
  | { type: 'refused'; failure: SaveFailure };

const notYours: SaveFailure = { type: 'duplicate', detail: 'not_yours', message: '' };

type Good = Extract<ReadResult, { ok: true }>;

/** What the answer to a proof says. `userId` undefined: whose it is can't be told and does not count. */
export function proven(leg: Leg, { fields }: Good, keyField: string, userId?: string): Proven {
  const key = fields[keyField];
  if (key === undefined) return { type: 'refused', failure: notYours };
  if (!sameAsRead(leg.key, key)) return { type: 'another', leg: withoutTask(leg) };
  const isMine = proofFields.some((field) => userId !== undefined && sameId(fields[field], userId));
  if (leg.unproven === 'owner' && userId !== undefined && !isMine) {
    return { type: 'refused', failure: notYours };
  }
  return { type: 'ours', leg: { ...leg, stage: there(leg), unproven: undefined } };
}

/** Failures that say about the record, not about the way to it. */
const unreadable: ReadonlySet<SaveFailure['type']> = new Set([
  'permanent',
  'field',
  'duplicate',
  'gone'
]);

export const saysOfRecord = ({ type }: SaveFailure): boolean => unreadable.has(type);

/** A Task that can't be read is looked for once more, then somebody is needed. */
const MOST_UNSEEN = 2;

export type Unread =
  /** It was ours and has been deleted. */
  | { type: 'deleted'; leg: Leg }
  | { type: 'another'; leg: Leg }
  | { type: 'look_again'; leg: Leg }
  | { type: 'refused'; leg: Leg; failure: SaveFailure };

/** What it means that a proof could not be read. */
export function unread(leg: Leg, failure: SaveFailure): Unread {
  if (leg.unproven === 'key' && failure.type === 'gone') {
    return { type: 'deleted', leg: { ...leg, stage: 'gone', unproven: undefined } };
  }
  if (leg.unproven === 'owner' && leg.stage !== 'adopting') {
    return { type: 'another', leg: withoutTask(leg) };
  }
  const unseen = (leg.unseen ?? 0) + 1;
  if (unseen < MOST_UNSEEN) {
    const again = leg.unproven === 'key' ? leg : withoutTask(leg);
    return { type: 'look_again', leg: { ...again, unseen } };
  }
  const { message } = failure;
  const hidden: SaveFailure = { type: 'duplicate', detail: 'exists_not_visible', message };
  return { type: 'refused', leg: { ...leg, unseen: undefined }, failure: hidden };
}

/**
 * What the journal keeps as evidence that a Task is ours: who can't read the key of this browser's
 * fingerprints can't make it up.
 */
export const proofOf = (
  { key, taskId }: Pick<Leg, 'key' | 'taskId'>,
  userId: string | undefined,
  fingerprint: Fingerprint
): string => fingerprint(JSON.stringify([key, taskId?.slice(0, 15), userId?.slice(0, 15)])) ?? '';
