import type { Issue } from 'c/taskDraft';
import {
  checkedFacts,
  isCount,
  isFieldName,
  isLegKey,
  isMoment,
  isRecord,
  isTaskId,
  isText,
  type Check
} from './checkedJson';
import { failureTable } from './failureTable';
import { pick, type Fields } from './fields';
import type { FieldFailure, SaveFailure } from './gateway';
import { failureLabel } from './legStatus';
import type { LegStatus, Phase, RefusedIssue } from './status';

/**
 * A status as the writer tells it to the other tabs: which fields are saved, and not what they hold.
 * A follower hears the same from Genesys Cloud and shows the values of its own draft.
 */
export interface SharedStatus {
  key: string;
  phase: Phase;
  fieldCount: number;
  saved: string[];
  taskId?: string;
  savedAt?: number;
  retryAt?: number;
  watchUntil?: number;
  isRestSaved?: true;
  refused: RefusedIssue[];
  /** With the org's own words: the agent has to know what to do. */
  failure?: SaveFailure;
}

/** The org's words: long enough for a validation rule's. */
const MOST_WORDS = 500;
const MOST_FIELDS = 1_000;
const MOST_ISSUES = 200;

const words = (text: string): string => text.slice(0, MOST_WORDS);

export function toShared(status: LegStatus): SharedStatus {
  const { key, phase, fieldCount, fields, taskId, failure } = status;
  const { savedAt, retryAt, watchUntil, isRestSaved } = status;
  const refused = status.issues.filter((issue): issue is RefusedIssue => issue.type === 'refused');
  return {
    ...{ key, phase, fieldCount, taskId, savedAt, retryAt, watchUntil },
    ...(isRestSaved && { isRestSaved }),
    saved: Object.keys(fields).slice(0, MOST_FIELDS),
    refused: refused.slice(0, MOST_ISSUES).map((one) => ({ ...one, message: words(one.message) })),
    failure: failure && {
      ...failure,
      message: words(failure.message),
      fields: failure.fields?.map((one) => ({ ...one, message: words(one.message) }))
    }
  };
}

/** What a follower shows: the status as told, with the values and issues of its own draft. */
export function fromShared(
  shared: SharedStatus,
  draft: { fields: Fields; sources: Readonly<Record<string, string>>; issues: Issue[] } | undefined
): LegStatus {
  const { saved, refused, failure, ...told } = shared;
  return {
    ...told,
    fields: pick(draft?.fields ?? {}, (field) => saved.includes(field)),
    sources: draft?.sources ?? {},
    issues: [...(draft?.issues ?? []), ...refused],
    ...(failure && { failure, failureLabel: failureLabel(failure) })
  };
}

const phases = ['idle', 'saving', 'saved', 'waiting', 'needs_you', 'gone'] as const;
const isPhase = (value: unknown): value is Phase => (phases as readonly unknown[]).includes(value);
const isCode = isText(80);
const isWords = isText(MOST_WORDS);
const isWait: Check<number> = (value): value is number =>
  typeof value === 'number' && value >= 0 && value < 86_400_000;

const isFailureType = (value: unknown): value is SaveFailure['type'] =>
  typeof value === 'string' && Object.hasOwn(failureTable, value);
const isDetail = (value: unknown): value is NonNullable<SaveFailure['detail']> =>
  value === 'not_yours' || value === 'exists_not_visible';

const ignored = (): void => {};

function listOf<Item>(value: unknown, most: number, read: (item: unknown) => Item | undefined) {
  const items = Array.isArray(value) ? value.slice(0, most) : [];
  return items.flatMap((item) => read(item) ?? []);
}

function readFieldFailure(value: unknown): FieldFailure | undefined {
  if (!isRecord(value)) return undefined;
  const { field, code, message } = value;
  return isFieldName(field) && isCode(code) && isWords(message)
    ? { field, code, message, ...(value.isReference === true && { isReference: true }) }
    : undefined;
}

function readRefused(value: unknown): RefusedIssue | undefined {
  const failure = readFieldFailure(value);
  if (!failure || !isRecord(value)) return undefined;
  const { attribute, recordId } = value;
  const { field, code, message } = failure;
  const known = {
    ...(isText(200)(attribute) && { attribute }),
    ...(isText(18)(recordId) && { recordId })
  };
  return { type: 'refused', field, code, message, ...known, action: 'left_out' };
}

function readFailure(value: unknown): SaveFailure | undefined {
  if (!isRecord(value) || !isFailureType(value.type) || !isWords(value.message)) return undefined;
  const { type, message } = value;
  const facts = checkedFacts<Pick<SaveFailure, 'detail' | 'retryAfterMs'>>(
    value,
    { detail: isDetail, retryAfterMs: isWait },
    ignored
  );
  const fields = listOf(value.fields, MOST_ISSUES, readFieldFailure);
  return { type, message, ...facts, ...(fields.length && { fields }) };
}

/** A status from another tab's message; undefined when it is none. Nothing unknown is taken over. */
export function readShared(value: unknown, now: number): SharedStatus | undefined {
  if (!isRecord(value)) return undefined;
  const { key, phase, fieldCount } = value;
  if (!isLegKey(key) || !isPhase(phase) || !isCount(fieldCount)) return undefined;
  const isTime = isMoment(now);
  const facts = checkedFacts<Pick<SharedStatus, 'taskId' | 'savedAt' | 'retryAt' | 'watchUntil'>>(
    value,
    { taskId: isTaskId, savedAt: isTime, retryAt: isTime, watchUntil: isTime },
    ignored
  );
  const failure = readFailure(value.failure);
  return {
    ...{ key, phase, fieldCount, ...facts },
    ...(value.isRestSaved === true && { isRestSaved: true }),
    saved: listOf(value.saved, MOST_FIELDS, (field) => (isFieldName(field) ? field : undefined)),
    refused: listOf(value.refused, MOST_ISSUES, readRefused),
    ...(failure && { failure })
  };
}
