import type { TaskDraft } from 'c/taskDraft';
import { isEmpty, pick, type Fields, type FieldValue } from './fields';
import type { SaveFailure } from './gateway';
import type { Leg, Suspicion, Merges } from './leg';

const recordId = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

const isRecordId = (value: FieldValue | undefined): value is string =>
  typeof value === 'string' && recordId.test(value);

/** What has to be found out after a write that failed for a record that can't be used. */
export function suspicionOf(
  sent: Fields,
  failure: SaveFailure,
  hasTask: boolean
): Suspicion | undefined {
  const named = new Set((failure.fields ?? []).filter((one) => one.isReference).map(fieldOf));
  const isNamed = named.size > 0;
  const open = pick(sent, (field, value) =>
    isNamed ? named.has(field) && value !== null : isRecordId(value)
  );
  const task = !isNamed && hasTask;
  if (isEmpty(open) && !task) return undefined;
  return { failure, task, open, missing: {}, unclear: {}, isNamed };
}

const fieldOf = ({ field }: { field: string }): string => field;

/** The next record to look at. */
export function nextOpen({ open }: Suspicion): [field: string, value: FieldValue] | undefined {
  return Object.entries(open)[0];
}

/** The suspicion after one of its records was looked at. */
export function lookedAt(
  suspicion: Suspicion,
  fields: Fields,
  as: 'missing' | 'unclear' | 'merged'
): Suspicion {
  const open = pick(suspicion.open, (field) => !(field in fields));
  if (as === 'merged') return { ...suspicion, open, hasMerged: true };
  return { ...suspicion, open, [as]: { ...suspicion[as], ...fields } };
}

/** Which fields stay out, now that all records were looked at. */
export function unusable({ missing, unclear, isNamed, hasMerged }: Suspicion): Fields {
  if (isNamed) return { ...missing, ...unclear };
  // One of those it must be.
  return isEmpty(missing) && !hasMerged ? unclear : missing;
}

/** `merges` with one more; unchanged when it would lead in a circle. */
export function withMerge(merges: Merges, loser: string, winner: string): Merges {
  return winner === loser || winner in merges ? merges : { ...merges, [loser]: winner };
}

/** The draft with each record that was merged replaced by its winner. */
export function withWinners(draft: TaskDraft, merges: Merges): TaskDraft {
  if (isEmpty(merges)) return draft;
  const fields = { ...draft.fields };
  let isChanged = false;
  for (const [field, value] of Object.entries(fields)) {
    const winner = typeof value === 'string' ? winnerOf(merges, value) : undefined;
    if (winner === undefined) continue;
    fields[field] = winner;
    isChanged = true;
  }
  return isChanged ? { ...draft, fields } : draft;
}

function winnerOf(merges: Merges, id: string): string | undefined {
  let winner = merges[id];
  // No circles: see withMerge.
  while (winner !== undefined && merges[winner] !== undefined) winner = merges[winner];
  return winner;
}

/** Which field's record was replaced by which, as far as the draft still holds it. */
export function replaced(leg: Leg): { field: string; loser: string; winner: string }[] {
  const found: { field: string; loser: string; winner: string }[] = [];
  for (const loser of Object.keys(leg.merges)) {
    const winner = winnerOf(leg.merges, loser) as string;
    for (const [field, value] of Object.entries(leg.given?.fields ?? {})) {
      if (value === loser) found.push({ field, loser, winner });
    }
  }
  return found;
}
