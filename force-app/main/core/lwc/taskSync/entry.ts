import { STRAY, withDoubt, type Doubt } from './doubt';
import type { Fingerprint } from './fingerprint';
import type { JournalEntry } from './journal';
import { isEmpty } from './fields';
import { isPending, newLeg, type Leg } from './leg';
import { proofOf } from './proving';
import { fromPrint, fromPrints, toPrint, toPrints } from './written';

const facts = ['savedAt', 'lastModified', 'endedAt', 'watchUntil'] as const;

type Fact = (typeof facts)[number];

function put<F extends Fact>(entry: JournalEntry, fact: F, value: JournalEntry[F]): void {
  entry[fact] = value;
}

/** What of an entry depends on this browser and this user. */
export interface EntryContext {
  keyField: string;
  userId?: string;
  fingerprint: Fingerprint;
}

type EntryDoubts = NonNullable<JournalEntry['doubts']>;

/** Should this page end now, its update on the way would be one without an answer. */
function doubtsOf({ doubts, flight }: Leg, fingerprint: Fingerprint): EntryDoubts {
  const all =
    flight?.type === 'update' ? withDoubt(doubts, flight.fields, flight.at + STRAY) : doubts;
  const told: EntryDoubts = {};
  for (const [field, { values, open, until }] of Object.entries(all)) {
    told[field] = { values: values.map((value) => toPrint(value, fingerprint)), open, until };
  }
  return told;
}

/** A leg as the journal keeps it. */
export function toEntry(leg: Leg, { keyField, userId, fingerprint }: EntryContext): JournalEntry {
  const sure = leg.stage === 'known' || leg.stage === 'merging' || leg.stage === 'gone';
  const entry: JournalEntry = { key: leg.key, written: toPrints(leg.written, fingerprint) };
  if (sure || leg.stage === 'adopting') entry.taskId = leg.taskId;
  else if (leg.stage !== 'new' || leg.flight) entry.unsure = true;
  if (entry.taskId !== undefined && leg.unproven !== 'owner') {
    entry.proof = proofOf(leg, userId, fingerprint);
  }
  if (leg.stage === 'adopting') entry.unread = true;
  if (leg.stage === 'gone') entry.gone = true;
  const doubts = doubtsOf(leg, fingerprint);
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

function doubtsFrom({ doubts = {} }: JournalEntry, fingerprint: Fingerprint): Leg['doubts'] {
  const all: Record<string, Doubt> = {};
  for (const [field, { values, open, until }] of Object.entries(doubts)) {
    all[field] = { values: values.map((print) => fromPrint(print, fingerprint)), open, until };
  }
  return all;
}

/** A leg as far as the journal knows it: its draft comes from Genesys Cloud again. */
export function fromEntry(entry: JournalEntry, { userId, fingerprint }: EntryContext): Leg {
  const leg: Leg = {
    ...newLeg(entry.key),
    stage: stageOf(entry),
    taskId: entry.taskId,
    written: fromPrints(entry.written, fingerprint),
    adopted: entry.adopted === true || entry.unread === true,
    doubts: doubtsFrom(entry, fingerprint)
  };
  if (entry.taskId !== undefined) {
    // What is stored may be forged, or another user's: it is believed once the Task agrees.
    leg.unproven = entry.proof === proofOf(entry, userId, fingerprint) ? 'key' : 'owner';
  }
  for (const fact of facts) Object.assign(leg, { [fact]: entry[fact] });
  return leg;
}
