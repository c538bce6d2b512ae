import { open, settle } from './doubt';
import { onFailure, askAgent, remember } from './onFailure';
import { plain, sameAsRead, type Fields } from './fields';
import type { FindResult, ReadResult, SaveFailure, WriteResult } from './gateway';
import type { Flight, Leg } from './leg';
import { mergeRead } from './merge';
import { adopted, proven, there } from './proving';
import type { Context, LegEvent, Step } from './reduce';
import { withAccepted } from './written';

type Answer = Extract<LegEvent, { n: number }>;
type Good<Result> = Extract<Result, { ok: true }>;

function without(refused: Leg['refused'], saved: Fields): Leg['refused'] {
  const names = Object.keys(refused);
  const kept = names.filter((field) => !(field in saved));
  if (kept.length === names.length) return refused;
  return Object.fromEntries(Object.entries(refused).filter(([field]) => !(field in saved)));
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
    lastModified: result.lastModified ?? leg.lastModified,
    savedAt: now,
    attempt: 0,
    failure: undefined,
    rejected: undefined,
    late: false
  };
  return { leg: next, effects: [remember] };
}

function found(leg: Leg, { taskId }: Good<FindResult>, { userId }: Context): Step {
  if (taskId === undefined) return { leg: { ...leg, stage: 'new' }, effects: [] };
  // Ours or one of an earlier page: a create that was refused as a duplicate may go unanswered too.
  return { leg: adopted(leg, taskId, userId), effects: [remember] };
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
    return askAgent(back, flight, leg.failure ?? notOurs, context);
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
    lastModified: result.lastModified ?? leg.lastModified
  };
  return { leg: next, effects: [remember] };
}

/** What one request's answer means for its leg. */
export function answered(leg: Leg, flight: Flight, answer: Answer, context: Context): Step {
  const landed: Leg = { ...leg, flight: undefined };
  if (!answer.result.ok) return onFailure(landed, flight, answer.result.failure, context);
  if (answer.type === 'found') return found(landed, answer.result as Good<FindResult>, context);
  if (answer.type === 'read' && flight.proves) {
    return proved(landed, flight, answer.result as Good<ReadResult>, context);
  }
  if (answer.type === 'read')
    return read(landed, flight, answer.result as Good<ReadResult>, context);
  return wrote(landed, flight, answer.result as Good<WriteResult>, context);
}
