import { open, settle } from './doubt';
import { plain, sameAsRead, type Fields } from './fields';
import type { FindResult, ReadResult, RecordResult, SaveFailure, WriteResult } from './gateway';
import type { Flight, Leg } from './leg';
import { mergeRead } from './merge';
import { notVisible, onFailure } from './onFailure';
import { adopted, proven, there } from './proving';
import { askAgent, askAgentAbout, remember } from './reactions';
import { confirmed, recordLookedUp } from './suspicion';
import { reconsider } from './refusals';
import { matchesRead, withAccepted } from './written';
import type { Context, LegEvent, Step } from './effects';

type Answer = Extract<LegEvent, { n: number }>;
type Good<Result> = Extract<Result, { ok: true }>;

/** `all` without the fields that were saved. */
function without<Value>(
  all: Readonly<Record<string, Value>>,
  saved: Fields
): Readonly<Record<string, Value>> {
  if (!Object.keys(all).some((field) => field in saved)) return all;
  return Object.fromEntries(Object.entries(all).filter(([field]) => !(field in saved)));
}

/** What somebody else has set, as far as this reading shows it. */
function editsAfter(leg: Leg, record: Fields): Fields {
  const edits = { ...without(leg.edits, record) };
  for (const [field, held] of Object.entries(record)) {
    const known = leg.written[field];
    const isOurs = known !== undefined && matchesRead(known, held);
    if (!isOurs && !sameAsRead(leg.draft?.fields[field], held)) edits[field] = held;
  }
  return edits;
}

function wrote(leg: Leg, flight: Flight, result: Good<WriteResult>, { now }: Context): Step {
  const written = withAccepted(leg.written, flight.fields);
  const next: Leg = {
    ...leg,
    stage: 'known',
    taskId: leg.taskId ?? result.taskId,
    written,
    doubts: settle(leg.doubts, Object.keys(flight.fields), written, flight.at),
    refused: without(leg.refused, flight.fields),
    edits: without(leg.edits, flight.fields),
    keyTaken: undefined,
    isQuiet: undefined,
    lastModified: result.lastModified ?? leg.lastModified,
    savedAt: now,
    attempt: 0,
    failure: undefined,
    rejected: undefined,
    late: false
  };
  return { leg: next, effects: [remember] };
}

function found(leg: Leg, flight: Flight, { taskId }: Good<FindResult>, context: Context): Step {
  if (taskId === undefined) {
    // Salesforce has said that the key is taken.
    if (leg.keyTaken !== undefined) return notVisible(leg, flight, leg.failure ?? notOurs, context);
    return { leg: { ...leg, stage: 'new' }, effects: [] };
  }
  // Ours or one of an earlier page: a create that was refused as a duplicate may go unanswered too.
  return { leg: adopted(leg, taskId, context.userId), effects: [remember] };
}

/** The draft may have changed while these values were being asked about. */
function ofNow({ draft }: Leg, asked: Fields): Fields {
  const fields: Fields = {};
  for (const field of Object.keys(asked)) {
    const value = draft?.fields[field];
    fields[field] = value === undefined ? (asked[field] ?? null) : plain(value);
  }
  return fields;
}

const notOurs: SaveFailure = { type: 'duplicate', message: '' };

function proved(leg: Leg, flight: Flight, result: Good<ReadResult>, context: Context): Step {
  const answer = proven(leg, result, context.keyField, context.userId);
  if (answer.type === 'refused') {
    // It is there, so it is not deleted, whatever the journal says.
    return askAgent({ ...leg, stage: there(leg) }, flight, answer.failure, context);
  }
  if (answer.type === 'ours' || leg.stage !== 'adopting') {
    return { leg: answer.leg, effects: [remember] };
  }
  // The duplicate was of another unique field: that record is not ours to touch.
  return askAgent({ ...answer.leg, stage: 'new' }, flight, leg.failure ?? notOurs, context);
}

function read(leg: Leg, flight: Flight, result: Good<ReadResult>, context: Context): Step {
  if (leg.stage === 'adopting' && !sameAsRead(leg.key, result.fields[context.keyField])) {
    // The duplicate was of another unique field: that record is not ours to touch.
    const back: Leg = { ...leg, stage: 'new', taskId: undefined, adopted: false };
    return askAgentAbout(back, flight, leg.failure ?? notOurs, context);
  }
  const asked = Object.keys(flight.fields);
  const written = mergeRead(leg, ofNow(leg, flight.fields), result);
  const seen = settle(
    leg.doubts,
    asked.filter((field) => field in result.fields),
    written,
    flight.at
  );
  const hidden = asked.filter((field) => !(field in result.fields));
  const next: Leg = {
    ...leg,
    stage: 'known',
    savedAt: leg.savedAt ?? context.now,
    written,
    doubts: open(seen, hidden, true),
    // Just merged: asking once more whether anybody changed it could go on for ever.
    late: false,
    lastModified: result.lastModified ?? leg.lastModified,
    edits: editsAfter(leg, result.fields),
    keyTaken: undefined
  };
  return { leg: reconsider(next, context.now), effects: [remember] };
}

/** What one request's answer means for its leg. */
export function answered(leg: Leg, flight: Flight, answer: Answer, context: Context): Step {
  const landed: Leg = { ...leg, flight: undefined };
  if (!answer.result.ok) return onFailure(landed, flight, answer.result.failure, context);
  if (answer.type === 'found') {
    return found(landed, flight, answer.result as Good<FindResult>, context);
  }
  if (answer.type === 'looked_up') {
    return recordLookedUp(landed, flight, answer.result as Good<RecordResult>, context);
  }
  if (flight.type === 'confirm') return confirmed(landed, flight, context);
  if (answer.type === 'read' && flight.proves) {
    return proved(landed, flight, answer.result as Good<ReadResult>, context);
  }
  if (answer.type === 'read')
    return read(landed, flight, answer.result as Good<ReadResult>, context);
  return wrote(landed, flight, answer.result as Good<WriteResult>, context);
}
