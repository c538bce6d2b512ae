import type { JournalEntry } from './journal';
import { isPending, newLeg, type Leg } from './leg';
import { fromPrints, toPrints, unknown } from './written';

const facts = ['savedAt', 'lastModified', 'endedAt', 'watchUntil'] as const;

/** A leg as the journal keeps it. */
export function toEntry(leg: Leg, keyField: string): JournalEntry {
  const sure = leg.stage === 'known' || leg.stage === 'merging' || leg.stage === 'gone';
  const entry: JournalEntry = { key: leg.key, written: toPrints(leg.written) };
  if (sure) entry.taskId = leg.taskId;
  else if (leg.stage !== 'new' || leg.flight) entry.unsure = true;
  if (leg.stage === 'gone') entry.gone = true;
  const open = leg.flight?.type === 'update' ? [...leg.lost, leg.flight.fields] : leg.lost;
  if (open.length) entry.doubted = [...new Set(open.flatMap((fields) => Object.keys(fields)))];
  if (isPending(leg, keyField)) entry.pending = true;
  for (const fact of facts)
    if (leg[fact] !== undefined) Object.assign(entry, { [fact]: leg[fact] });
  return entry;
}

/** A leg as far as the journal knows it: its draft comes from Genesys Cloud again. */
export function fromEntry(entry: JournalEntry): Leg {
  const doubted = entry.doubted ?? [];
  const leg: Leg = {
    ...newLeg(entry.key),
    stage: entry.gone ? 'gone' : entry.taskId ? 'known' : entry.unsure ? 'unsure' : 'new',
    taskId: entry.taskId,
    written: {
      ...fromPrints(entry.written),
      ...Object.fromEntries(doubted.map((field) => [field, unknown]))
    }
  };
  for (const fact of facts) Object.assign(leg, { [fact]: entry[fact] });
  return leg;
}
