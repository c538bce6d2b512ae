import type { JournalEntry } from './journal';
import { isPending, newLeg, type Leg } from './leg';
import { fromPrints, toPrints } from './written';

const facts = ['savedAt', 'lastModified', 'endedAt', 'watchUntil'] as const;

type Fact = (typeof facts)[number];

function put<F extends Fact>(entry: JournalEntry, fact: F, value: JournalEntry[F]): void {
  entry[fact] = value;
}

/** A leg as the journal keeps it. */
export function toEntry(leg: Leg, keyField: string): JournalEntry {
  const sure = leg.stage === 'known' || leg.stage === 'merging' || leg.stage === 'gone';
  const entry: JournalEntry = { key: leg.key, written: toPrints(leg.written) };
  if (sure || leg.stage === 'adopting') entry.taskId = leg.taskId;
  else if (leg.stage !== 'new' || leg.flight) entry.unsure = true;
  if (leg.stage === 'adopting') entry.unread = true;
  if (leg.stage === 'gone') entry.gone = true;
  const lost = leg.strays.length > 0 ? [...leg.strays, ...leg.lost] : leg.lost;
  const open = leg.flight?.type === 'update' ? [...lost, leg.flight.fields] : lost;
  if (open.length) entry.lost = open.map(toPrints);
  if (leg.flight || isPending(leg, keyField)) entry.pending = true;
  for (const fact of facts) if (leg[fact] !== undefined) put(entry, fact, leg[fact]);
  return entry;
}

function stageOf({ gone, taskId, unread, unsure, lost }: JournalEntry): Leg['stage'] {
  if (gone) return 'gone';
  if (taskId === undefined) return unsure ? 'unsure' : 'new';
  if (unread) return 'adopting';
  // Whether an update has landed only the Task can tell.
  return lost ? 'merging' : 'known';
}

/** A leg as far as the journal knows it: its draft comes from Genesys Cloud again. */
export function fromEntry(entry: JournalEntry): Leg {
  const leg: Leg = {
    ...newLeg(entry.key),
    stage: stageOf(entry),
    taskId: entry.taskId,
    written: fromPrints(entry.written),
    lost: (entry.lost ?? []).map(fromPrints)
  };
  for (const fact of facts) Object.assign(leg, { [fact]: entry[fact] });
  return leg;
}
