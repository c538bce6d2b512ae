import { cleanText } from 'c/interaction';
import type { FailureType, FieldFailure, SaveFailure } from 'c/taskSync';
import { orgErrors, type OrgError } from './orgErrors';

/** Failures that the error's own code decides, whatever else its words mention. */
const byCode: ReadonlyMap<string, FailureType> = new Map([
  ['INVALID_SESSION_ID', 'signed_out'],
  ['REQUEST_LIMIT_EXCEEDED', 'throttled'],
  // A stale ifUnmodifiedSince answers 400, not 409 or 412.
  ['CollisionDetectedException', 'collision'],
  ['UNABLE_TO_LOCK_ROW', 'transient'],
  ['DUPLICATE_VALUE', 'duplicate'],
  ['ENTITY_IS_DELETED', 'reference'],
  ['INVALID_CROSS_REFERENCE_KEY', 'reference'],
  ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'reference'],
  ['NOT_FOUND', 'reference']
]);

/** Of several errors in one answer, which type decides. */
const precedence: readonly FailureType[] = [
  'signed_out',
  'throttled',
  'collision',
  'transient',
  'duplicate',
  'reference'
];

/** A read that answers with one of these has looked: the record is not there. */
const notThere: ReadonlySet<string> = new Set(['NOT_FOUND', 'ENTITY_IS_DELETED']);

const DUPLICATE_OF =
  /duplicates value on record with id:\s*([a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)(?![a-zA-Z0-9])/;

/**
 * What a rejected `createRecord` or `updateRecord` means for the Task. An error's own code and the
 * field it is about decide; its words are the org's (a trigger may write any), and tell only which
 * record holds a duplicate value.
 */
export function saveFailure(error: unknown): SaveFailure {
  const { status, errors, message } = orgErrors(error);
  const type = typeOf(status, errors);
  const deciding = errors.find((one) => byCode.get(one.code) === type) ?? errors[0];
  const words = deciding?.message || errors.find((one) => one.message)?.message || message;
  return {
    type,
    message: cleanText(words),
    ...details(type, errors, error)
  };
}

/** Likewise for a read of one record: here alone "not found" is about that record. */
export function readFailure(error: unknown): SaveFailure {
  const failure = saveFailure(error);
  if (failure.type !== 'reference') return failure;
  const isGone = orgErrors(error).errors.some(({ code }) => notThere.has(code));
  return { type: isGone ? 'gone' : 'permanent', message: failure.message };
}

function typeOf(status: number | undefined, errors: readonly OrgError[]): FailureType {
  if (status === 401) return 'signed_out';
  if (status === 429 || status === 503) return 'throttled';
  const types = new Set(errors.map(({ code }) => byCode.get(code)));
  const known = precedence.find((type) => types.has(type));
  if (known) return known;
  if (errors.some(({ fields }) => fields.length > 0)) return 'field';
  // Not about any record in particular: the Task, or whatever stands between us and the org.
  if (status === 404) return 'reference';
  // No answer, a gateway's answer or a server fault: the org may have saved it all the same.
  const isRefusal = status !== undefined && status >= 400 && status < 500 && status !== 408;
  const wasJudged = status === undefined && errors.some(({ code }) => code !== '');
  return isRefusal || wasJudged ? 'permanent' : 'unknown_outcome';
}

function details(
  type: FailureType,
  errors: readonly OrgError[],
  error: unknown
): Omit<SaveFailure, 'type' | 'message'> {
  if (type === 'throttled') return retryAfter(error);
  if (type === 'duplicate') return duplicateDetails(errors);
  if (type !== 'field' && type !== 'reference') return {};
  const fields = refusedFields(errors);
  return fields.length > 0 ? { fields } : {};
}

function duplicateDetails(errors: readonly OrgError[]): Pick<SaveFailure, 'recordId' | 'fields'> {
  const duplicates = errors.filter(({ code }) => byCode.get(code) === 'duplicate');
  const recordIds = duplicates.map(({ message }) => DUPLICATE_OF.exec(message)?.[1]);
  const recordId = recordIds.find((id) => id !== undefined);
  const fields = refusedFields(duplicates);
  return { ...(recordId && { recordId }), ...(fields.length > 0 && { fields }) };
}

/** The fields that were refused, each once. */
function refusedFields(errors: readonly OrgError[]): FieldFailure[] {
  const found = new Map<string, FieldFailure>();
  for (const { code, message, fields } of errors) {
    const isReference = byCode.get(code) === 'reference';
    for (const field of fields) {
      // An error about the id is about the record itself.
      if (field === 'Id' || found.has(field)) continue;
      found.set(field, { field, code, message, ...(isReference && { isReference }) });
    }
  }
  return [...found.values()];
}

function retryAfter(error: unknown): Pick<SaveFailure, 'retryAfterMs'> {
  const headers = (error as { headers?: unknown } | null | undefined)?.headers;
  if (typeof headers !== 'object' || headers === null) return {};
  const read = headers as Record<string, unknown> & { get?: unknown };
  const text =
    typeof read.get === 'function'
      ? (read as { get(name: string): unknown }).get('Retry-After')
      : (read['retry-after'] ?? read['Retry-After']);
  const seconds = Number(text);
  const isTime = (typeof text === 'string' || typeof text === 'number') && text !== '';
  return isTime && Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
}
