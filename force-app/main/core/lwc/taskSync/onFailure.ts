import { backoff } from 'c/ports';
import { open, STRAY, withDoubt } from './doubt';
import { failureTable, type Reaction } from './failureTable';
import { isEmpty, pick } from './fields';
import type { SaveFailure } from './gateway';
import type { Flight, Leg, Refusal } from './leg';
import { mergeRead } from './merge';
import { adopted, saysOfRecord, unread } from './proving';
import type { Context, Effect, Step } from './reduce';
import { RETRY } from './retryPolicy';

type React = (leg: Leg, flight: Flight, failure: SaveFailure, context: Context) => Step;

export const remember: Effect = { type: 'remember' };

export const askAgent: React = (leg, flight, failure) => ({
  leg: { ...leg, failure, gate: 'needs_you', rejected: flight.fields },
  effects: [remember]
});

const backOff: React = (leg, flight, failure, { now, roll }) => {
  const attempt = leg.attempt + 1;
  const ms = backoff(RETRY, attempt, roll, failure.retryAfterMs);
  const isDoubtful = flight.type === 'update' && failure.type === 'unknown_outcome';
  const doubts = isDoubtful ? withDoubt(leg.doubts, flight.fields, now + STRAY) : leg.doubts;
  return {
    leg: { ...leg, gate: 'backing_off', attempt, retryAt: now + ms, doubts },
    effects: leg.attempt ? [{ type: 'wait', ms }] : [{ type: 'wait', ms }, remember]
  };
};

/** The first time at once; then not in a hurry, or two failing requests would chase each other. */
const soon: React = (leg, flight, failure, context) => {
  if (leg.attempt > 0) return backOff(leg, flight, failure, context);
  return { leg: { ...leg, attempt: 1 }, effects: [] };
};

const dropFields: React = (leg, flight, failure, context) => {
  const refused: Record<string, Refusal> = {};
  for (const { field, code, message } of failure.fields ?? []) {
    const value = flight.fields[field];
    if (value !== undefined && field !== context.keyField) {
      refused[field] = { value, code, message };
    }
  }
  // Nothing of ours to leave out: the refusal is about the Task as a whole.
  if (isEmpty(refused)) return askAgent(leg, flight, failure, context);
  const doubts = open(leg.doubts, Object.keys(refused), false);
  return {
    leg: { ...leg, refused: { ...leg.refused, ...refused }, failure: undefined, doubts },
    effects: [remember]
  };
};

const adopt: React = (leg, flight, failure, context) => {
  const other = failure.fields?.some(({ field }) => field !== context.keyField);
  if (other) return dropFields(leg, flight, failure, context);
  const next: Leg = failure.recordId
    ? adopted(leg, failure.recordId, context.userId)
    : { ...leg, stage: 'unsure' };
  return soon(next, flight, failure, context);
};

const merge: React = (leg, ...rest) => soon({ ...leg, stage: 'merging' }, ...rest);

const giveUp: React = (leg) => ({ leg: { ...leg, stage: 'gone' }, effects: [remember] });

const waitForSignIn: React = (leg, flight, ...rest) => {
  // The answer speaks of a session that has been replaced since.
  if (flight.outdated) return soon(leg, flight, ...rest);
  return { leg: { ...leg, gate: 'signed_out' }, effects: [remember] };
};

const lookUp: React = (leg, flight, ...rest) => {
  const step = soon({ ...leg, stage: 'unsure' }, flight, ...rest);
  return { leg: step.leg, effects: [remember, ...step.effects] };
};

const createLater: React = (leg, ...rest) => {
  if (leg.stage === 'merging') return giveUp(leg, ...rest);
  return backOff({ ...leg, stage: 'new', taskId: undefined, adopted: false }, ...rest);
};

const createUnseen: React = (leg) => ({
  leg: { ...leg, stage: 'new' },
  effects: []
});

const adoptUnseen: React = (leg, flight) => {
  const empty = pick(flight.fields, (_, value) => value === null);
  const written = mergeRead(leg, empty, { fields: {} });
  const doubts = open(leg.doubts, Object.keys(flight.fields), true);
  return {
    leg: { ...leg, stage: 'known', doubts, written },
    effects: [remember]
  };
};

const reactions: Readonly<Record<Reaction, React>> = {
  ask_agent: askAgent,
  drop_fields: dropFields,
  adopt,
  merge,
  give_up: giveUp,
  back_off: backOff,
  wait_for_sign_in: waitForSignIn,
  look_up: lookUp,
  create_later: createLater,
  create_unseen: createUnseen,
  adopt_unseen: adoptUnseen
};

/** Whether the Task is ours could not be read. */
function notProven(leg: Leg, flight: Flight, failure: SaveFailure, context: Context): Step {
  const known = unread(leg, failure);
  if (known.type === 'deleted') return giveUp(known.leg, flight, failure, context);
  if (known.type === 'look_again') return backOff(known.leg, flight, failure, context);
  if (known.type === 'refused') return askAgent(known.leg, flight, known.failure, context);
  return { leg: known.leg, effects: [remember] };
}

/** One request failed: do what the table of failures says. */
export function onFailure(leg: Leg, flight: Flight, failure: SaveFailure, context: Context): Step {
  if (flight.proves && saysOfRecord(failure)) {
    return notProven({ ...leg, failure }, flight, failure, context);
  }
  const reaction = failureTable[failure.type].on[flight.type];
  return reactions[reaction]({ ...leg, failure }, flight, failure, context);
}
