import { isDefaultField } from 'c/taskDraft';
import { isEmpty, plain, type Fields } from './fields';
import type { FieldFailure } from './gateway';
import type { Leg, Refusal, Try } from './leg';
import { sipHash } from './sipHash';
import { matches } from './written';

const HOUR = 60 * 60_000;
/** A field that is refused again and again is not tried more often than this within an hour. */
const TRIES_AN_HOUR = 6;
const TRIES_KEPT = 24;

/** Refusals of these codes are about the value alone: nothing else in the record changes them. */
const aboutValueAlone: ReadonlySet<string> = new Set([
  'INVALID_EMAIL_ADDRESS',
  'INVALID_FIELD_FOR_INSERT_UPDATE',
  'INVALID_TYPE_ON_FIELD_IN_RECORD',
  'MALFORMED_ID',
  'NUMBER_OUTSIDE_VALID_RANGE',
  'POST_BODY_PARSE_ERROR',
  'STRING_TOO_LONG'
]);

/** Stays in this page's memory: no secret is needed. */
const hash = sipHash('0'.repeat(32));

/** Everything of the record that we know of, as a short text: rules may look at any of it. */
export function recordState({ draft, edits }: Leg): string {
  const ours = Object.entries(draft?.fields ?? {}).map(([field, value]) => [field, plain(value)]);
  return hash(JSON.stringify([ours.sort(byName), Object.entries(edits).sort(byName)]));
}

const byName = ([a]: unknown[], [b]: unknown[]): number => (String(a) < String(b) ? -1 : 1);

/** The leg with these fields left out as long as the record stands as it was sent. */
export function refuse(
  leg: Leg,
  sent: Fields,
  failures: readonly FieldFailure[],
  context: { now: number; keyField: string },
  state = recordState(leg)
): Leg {
  const refused: Record<string, Refusal> = {};
  const tries: Record<string, readonly Try[]> = {};
  const { now, keyField } = context;
  for (const { field, code, message, isReference } of failures) {
    const value = sent[field];
    if (value === undefined || field === keyField) continue;
    refused[field] = { value, code, message, ...(isReference && { isReference }) };
    tries[field] = [...(leg.tries[field] ?? []), { state, at: now }].slice(-TRIES_KEPT);
  }
  if (isEmpty(refused)) return leg;
  return {
    ...leg,
    refused: { ...leg.refused, ...refused },
    tries: { ...leg.tries, ...tries },
    failure: undefined
  };
}

/** Is the value as refused still what the draft wants? */
const isWanted = ({ draft }: Leg, field: string, { value }: Refusal): boolean =>
  draft?.fields[field] !== undefined && matches(value, draft.fields[field]);

/** The leg with those fields open for one more try that `may` be tried. */
function open(leg: Leg, may: (field: string, refusal: Refusal) => boolean): Leg {
  const opened: Record<string, Refusal> = {};
  for (const [field, refusal] of Object.entries(leg.refused)) {
    if (refusal.isOpen || !isWanted(leg, field, refusal) || !may(field, refusal)) continue;
    opened[field] = { ...refusal, isOpen: true };
  }
  return isEmpty(opened) ? leg : { ...leg, refused: { ...leg.refused, ...opened } };
}

/**
 * The record may have changed: a rule that refused a field may accept it now. Once for each way the
 * record stands, and only so often.
 */
export function reconsider(leg: Leg, now: number): Leg {
  if (isEmpty(leg.refused)) return leg;
  const state = recordState(leg);
  return open(leg, (field, { code }) => {
    const tries = leg.tries[field] ?? [];
    const recent = tries.filter(({ at }) => at > now - HOUR && at <= now);
    return (
      !aboutValueAlone.has(code) &&
      recent.length < TRIES_AN_HOUR &&
      !tries.some((one) => one.state === state)
    );
  });
}

/** Time has passed: what we don't see of the record, or the rule itself, may have changed. */
export const reconsiderDefaults = (leg: Leg): Leg => open(leg, isDefaultField);

/** The refused fields of the Task's core: without them nobody may call it saved. */
export const refusedDefaults = (leg: Leg): [field: string, refusal: Refusal][] =>
  Object.entries(leg.refused).filter(
    ([field, refusal]) => isDefaultField(field) && isWanted(leg, field, refusal)
  );
