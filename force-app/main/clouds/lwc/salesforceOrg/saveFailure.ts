import { cleanText } from 'c/interaction';
import type { SaveFailure } from 'c/taskSync';

/** The parts of a UI API error body that decide; the rest is for people. */
interface OrgError {
  errorCode?: string;
  message?: string;
  field?: string;
}

type Classified = Omit<SaveFailure, 'message'>;

const DUPLICATE = /duplicates value on record with id:\s*([a-zA-Z0-9]{15,18})/;
const UNKNOWN_FIELD = /^Field (\w+) does not exist/;
const UNWRITABLE_FIELDS = /Unable to create\/update fields:\s*([\w, ]+)/;

/**
 * What a rejected `createRecord`, `updateRecord` or wire error means for the Task.
 *
 * Error shapes: FetchResponse `{ok:false, status, statusText, body}`; `body` is an object for
 * writes, an array for reads, and may be missing when the browser is offline.
 */
export function saveFailure(error: unknown): SaveFailure {
  const status = numberAt(error, 'status');
  const body = valueAt(error, 'body');
  const errors = orgErrors(body);
  const message =
    errors.find((one) => one.message)?.message ??
    textAt(body, 'message') ??
    textAt(error, 'message') ??
    textAt(error, 'statusText') ??
    '';
  return { ...classify(status, errors, error), message: cleanText(message) };
}

function classify(status: number | undefined, errors: OrgError[], error: unknown): Classified {
  const said = (code: string): boolean =>
    errors.some((one) => one.errorCode?.includes(code) || one.message?.includes(code));

  if (status === 401 || said('INVALID_SESSION_ID')) return { type: 'signed_out' };
  if (status === 429 || status === 503 || said('REQUEST_LIMIT_EXCEEDED')) {
    return { type: 'throttled', ...retryAfter(error) };
  }
  for (const one of errors) {
    const recordId = DUPLICATE.exec(one.message ?? '')?.[1];
    if (recordId) return { type: 'duplicate', recordId };
  }
  // A stale ifUnmodifiedSince answers 400, not 409 or 412.
  if (said('CollisionDetected')) return { type: 'collision' };
  if (said('UNABLE_TO_LOCK_ROW')) return { type: 'transient' };
  if (status === 404 || said('ENTITY_IS_DELETED')) return { type: 'gone' };

  const fields = refusedFields(errors);
  if (fields.length > 0) return { type: 'field', fields };
  if (status !== undefined && status >= 400 && status < 500) return { type: 'permanent' };
  // No answer, a gateway's answer or a server fault: the org may have saved it all the same.
  return { type: 'unknown_outcome' };
}

/** Refusals that name a field, each once. */
function refusedFields(errors: OrgError[]): { field: string; code: string; message: string }[] {
  const found = new Map<string, { field: string; code: string; message: string }>();
  for (const { field, errorCode = '', message = '' } of errors) {
    const named = field
      ? [field]
      : (UNWRITABLE_FIELDS.exec(message)?.[1]?.split(',') ?? [UNKNOWN_FIELD.exec(message)?.[1]]);
    for (const name of named) {
      const key = name?.trim();
      if (key && !found.has(key)) found.set(key, { field: key, code: errorCode, message });
    }
  }
  return [...found.values()];
}

function orgErrors(body: unknown): OrgError[] {
  if (Array.isArray(body)) return body.filter(isObject);
  if (!isObject(body)) return [];
  const output = isObject(body.output) ? body.output : {};
  const byField = isObject(output.fieldErrors) ? Object.values(output.fieldErrors).flat() : [];
  const general = Array.isArray(output.errors) ? output.errors : [];
  const listed = [...byField, ...general].filter(isObject) as OrgError[];
  // The body's own words come last: they are the least precise when there is a list.
  return [
    ...listed,
    { errorCode: textAt(body, 'errorCode'), message: textAt(body, 'message') } as OrgError
  ];
}

function retryAfter(error: unknown): { retryAfterMs?: number } {
  const headers = valueAt(error, 'headers');
  if (!isObject(headers)) return {};
  const get = headers.get;
  const text =
    typeof get === 'function'
      ? (get as (name: string) => unknown).call(headers, 'Retry-After')
      : (headers['retry-after'] ?? headers['Retry-After']);
  const seconds = Number(text);
  return text != null && Number.isFinite(seconds) && seconds >= 0
    ? { retryAfterMs: seconds * 1000 }
    : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function valueAt(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function numberAt(value: unknown, key: string): number | undefined {
  const found = valueAt(value, key);
  return typeof found === 'number' && found > 0 ? found : undefined;
}
