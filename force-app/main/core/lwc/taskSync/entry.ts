import { STRAY, withDoubt, type Doubt } from './doubt';
import type { JournalEntry } from './journal';
import { isEmpty } from './fields';
import { isPending, newLeg, type Leg } from './leg';
import { fromPrints, knownOf, printOf, toPrints } from './written';

const facts = ['savedAt', 'lastModified', 'endedAt', 'watchUntil'] as const;

type Fact = (typeof facts)[number];

function put<F extends Fact>(entry: JournalEntry, fact: F, value: JournalEntry[F]): void {
  entry[fact] = value;
}

/** Should this page end now, its update on the way would be one without an answer. */
function doubtsOf({ doubts, flight }: Leg): NonNullable<JournalEntry['doubts']> {
  const all =
    flight?.type === 'update' ? withDoubt(doubts, flight.fields, flight.at + STRAY) : doubts;
  const entries = Object.entries(all).map(([field, { values, open, until }]) => [
    field,
    { values: values.map(printOf), open, until }
  ]);
  return Object.fromEntries(entries) as NonNullable<JournalEntry['doubts']>;
}

/** A leg as the journal keeps it. */
export function toEntry(leg: Leg, keyField: string): JournalEntry {
  const sure = leg.stage === 'known' || leg.stage === 'merging' || leg.stage === 'gone';
  const entry: JournalEntry = { key: leg.key, written: toPrints(leg.written) };
  if (sure || leg.stage === 'adopting') entry.taskId = leg.taskId;
  else if (leg.stage !== 'new' || leg.flight) entry.unsure = true;
  if (leg.stage === 'adopting') entry.unread = true;
  if (leg.stage === 'gone') entry.gone = true;
  const doubts = doubtsOf(leg);
  if (!isEmpty(doubts)) entry.doubts = doubts;
  if (leg.adopted) entry.adopted = true;
  if (leg.flight || isPending(leg, keyField)) entry.pending = true;
  for (const fact of facts) if (leg[fact] !== undefined) put(entry, fact, leg[fact]);
  return entry;
}

function stageOf({ gone, taskId, unread, unsure, doubts }: JournalEntry): Leg['stage'] {
  if (gone) return 'gone';
  if (taskId === undefined) return unsure ? 'unsure' : 'new';
  if (unread) return 'adopting';
  // Whether an update has landed only the Task can tell.
  return doubts ? 'merging' : 'known';
}

const isPrint = (value: unknown): value is string | null =>
  value === null || typeof value === 'string';

function doubtsFrom({ doubts = {} }: JournalEntry): Leg['doubts'] {
  const all: Record<string, Doubt> = {};
  for (const [field, doubt] of Object.entries(doubts)) {
    const values = Array.isArray(doubt?.values) ? doubt.values.filter(isPrint) : [];
    if (values.length === 0) continue;
    const until = Number.isFinite(doubt.until) ? doubt.until : 0;
    all[field] = { values: values.map(knownOf), open: doubt.open !== false, until };
  }
  return all;
}

/** A leg as far as the journal knows it: its draft comes from Genesys Cloud again. */
export function fromEntry(entry: JournalEntry): Leg {
  const leg: Leg = {
    ...newLeg(entry.key),
    stage: stageOf(entry),
    taskId: entry.taskId,
    written: fromPrints(entry.written),
    adopted: entry.adopted === true || entry.unread === true,
    doubts: doubtsFrom(entry)
  };
  for (const fact of facts) Object.assign(leg, { [fact]: entry[fact] });
  return leg;
}
