import { backoff } from 'c/ports';
import { open } from './doubt';
import { failureTable, type Reaction } from './failureTable';
import { pick } from './fields';
import type { SaveFailure } from './gateway';
import type { Flight, Leg } from './leg';
import { mergeRead } from './merge';
import { adopted, saysOfRecord, unread } from './proving';
import {
  askAgent,
  askAgentAbout,
  backOff,
  dropFields,
  refuseWhole,
  remember,
  soon,
  type React
} from './reactions';
import { confirmed, suspectRecords, recordLookedUp } from './suspicion';
import { SIGN_IN_CHECK } from './retryPolicy';
import type { Context, Step } from './effects';

/** A Task that exists and is not visible may show up yet: asked so often, with a pause. */
const LOOKS = 2;
const LOOK_PAUSE = 15_000;

const adopt: React = (leg, flight, failure, context) => {
  const other = failure.fields?.some(({ field }) => field !== context.keyField);
  if (other) return dropFields(leg, flight, failure, context);
  const next: Leg = failure.recordId
    ? adopted(leg, failure.recordId, context.userId)
    : { ...leg, stage: 'unsure', keyTaken: leg.keyTaken ?? 0 };
  return soon(next, flight, failure, context);
};

/** The key is taken by a Task that this user can neither find nor read. */
export const notVisible: React = (leg, flight, failure, context) => {
  const keyTaken = (leg.keyTaken ?? 0) + 1;
  if (keyTaken >= LOOKS) {
    const back: Partial<Leg> = { stage: 'new', taskId: undefined, adopted: false };
    const next: Leg = { ...leg, ...back, keyTaken: undefined };
    const { message } = failure;
    const why: SaveFailure = { type: 'duplicate', detail: 'exists_not_visible', message };
    return askAgentAbout(next, flight, why, context);
  }
  const retryAt = context.now + LOOK_PAUSE;
  return {
    leg: {
      ...leg,
      ...{ stage: 'unsure', taskId: undefined, adopted: false, keyTaken },
      ...{ gate: 'backing_off', retryAt }
    },
    effects: [{ type: 'wait', ms: LOOK_PAUSE }, remember]
  };
};

const merge: React = (leg, ...rest) => soon({ ...leg, stage: 'merging' }, ...rest);

const giveUp: React = (leg) => ({
  leg: { ...leg, stage: 'gone', suspicion: undefined },
  effects: [remember]
});

/** Nobody may tell us when the session is back: look by ourselves, too. */
const waitForSignIn: React = (leg, flight, failure, context) => {
  // The answer speaks of a session that has been replaced since.
  if (flight.outdated) return soon(leg, flight, failure, context);
  const attempt = leg.attempt + 1;
  const ms = backoff(SIGN_IN_CHECK, attempt, context.roll);
  return {
    leg: { ...leg, gate: 'signed_out', attempt, retryAt: context.now + ms },
    effects: [remember, { type: 'wait', ms }]
  };
};

const lookUp: React = (leg, flight, ...rest) => {
  const step = soon({ ...leg, stage: 'unsure' }, flight, ...rest);
  return { leg: step.leg, effects: [remember, ...step.effects] };
};

const createLater: React = (leg, ...rest) => {
  if (leg.stage === 'merging') return giveUp(leg, ...rest);
  return backOff({ ...leg, stage: 'new', taskId: undefined, adopted: false }, ...rest);
};

const createUnseen: React = (leg, ...rest) => {
  if (leg.keyTaken !== undefined) return notVisible(leg, ...rest);
  return { leg: { ...leg, stage: 'new' }, effects: [] };
};

const goOnUnread: React = (leg, flight, ...rest) => {
  // Only an error's words say that this record is ours.
  if (leg.stage === 'adopting') return notVisible(leg, flight, ...rest);
  const empty = pick(flight.fields, (_, value) => value === null);
  const written = mergeRead(leg, empty, { fields: {} });
  const doubts = open(leg.doubts, Object.keys(flight.fields), true);
  return {
    leg: { ...leg, stage: 'known', doubts, written },
    effects: [remember]
  };
};

const reactions: Readonly<Record<Reaction, React>> = {
  ask_agent: refuseWhole,
  drop_fields: dropFields,
  suspect_records: suspectRecords,
  adopt,
  merge,
  give_up: giveUp,
  back_off: backOff,
  wait_for_sign_in: waitForSignIn,
  look_up: lookUp,
  create_later: createLater,
  create_unseen: createUnseen,
  go_on_unread: goOnUnread,
  take_as_there: (leg, flight, _failure, context) => confirmed(leg, flight, context),
  record_missing: (leg, flight, _failure, context) =>
    recordLookedUp(leg, flight, { ok: true, state: 'missing' }, context),
  record_unknown: (leg, flight, _failure, context) =>
    recordLookedUp(leg, flight, { ok: true, state: 'there' }, context)
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
