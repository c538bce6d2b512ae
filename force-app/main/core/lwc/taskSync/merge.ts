import { agentFields, sameAsRead, type Fields, type FieldValue } from './fields';
import type { Leg } from './leg';
import { matches, matchesRead, type Known, type Written } from './written';

/** What Salesforce holds. Fields that this user may not read are absent. */
export interface TaskRead {
  fields: Fields;
  lastModified?: string;
}

/** Salesforce keeps whole seconds: of two changes within one, theirs counts as the later. */
const second = (ms: number): number => Math.floor(ms / 1_000);

/** Whatever an update carried that nobody answered is ours, wherever and whenever it turns up. */
function isOurs(leg: Leg, field: string, there: FieldValue): boolean {
  const known = leg.written[field];
  // Nothing is known of this field: then it can't be told that somebody changed it.
  if (known === undefined && leg.adopted) return true;
  return [known ?? null, ...(leg.doubts[field]?.values ?? [])].some((value) =>
    matchesRead(value, there)
  );
}

/** Accepted or read, and nothing sent since that nobody answered. */
function isAccepted(leg: Leg, field: string, ours: FieldValue): boolean {
  const known = leg.written[field];
  return known !== undefined && matches(known, ours) && !leg.doubts[field]?.open;
}

/**
 * Did somebody else set this very field, after ours last changed? What the agent typed in the panel
 * is kept all the same.
 */
function edited(leg: Leg, field: string, ours: FieldValue, record: TaskRead): boolean {
  const there = record.fields[field];
  if (there === undefined || (ours !== null && agentFields.has(field))) return false;
  if (isOurs(leg, field, there)) return false;
  // Ours is as it was accepted: it has not changed at all.
  if (isAccepted(leg, field, ours)) return true;
  const changed = leg.changedAt[field];
  if (!changed || !record.lastModified) return true;
  return second(Date.parse(record.lastModified)) >= second(changed);
}

/**
 * What counts as written after the Task was read; `asked` are our values that may differ. What
 * stays different is written next.
 */
export function mergeRead(leg: Leg, asked: Fields, record: TaskRead): Written {
  const written: Record<string, Known> = { ...leg.written };
  for (const [field, ours] of Object.entries(asked)) {
    const there = record.fields[field];
    const equal = there !== undefined && sameAsRead(ours, there);
    const neverSaid = ours === null && agentFields.has(field) && !(field in leg.written);
    if (equal || neverSaid || (leg.stage === 'merging' && edited(leg, field, ours, record))) {
      written[field] = ours;
    } else if (there !== undefined) {
      written[field] = there;
    }
  }
  return written;
}
