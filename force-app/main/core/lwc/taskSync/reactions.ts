import { backoff } from 'c/ports';
import { open, STRAY, withDoubt } from './doubt';
import type { FieldFailure, SaveFailure } from './gateway';
import { missing, type Flight, type Leg } from './leg';
import { refuse } from './refusals';
import { quietDelay, RETRY } from './retryPolicy';
import type { Context, Effect, Step } from './effects';

export type React = (leg: Leg, flight: Flight, failure: SaveFailure, context: Context) => Step;

export const remember: Effect = { type: 'remember' };

/** Stops, and says so. Tried again unasked all the same: admins mend things in the org. */
export const askAgent: React = (leg, flight, failure, { now }) => {
  const ms = quietDelay(leg.quietTries);
  const next: Leg = {
    ...leg,
    failure,
    gate: 'needs_you',
    rejected: flight.fields,
    retryAt: ms === undefined ? undefined : now + ms,
    isQuiet: undefined,
    suspicion: undefined
  };
  return { leg: next, effects: ms === undefined ? [remember] : [remember, { type: 'wait', ms }] };
};

/** Likewise after a question: what it was asked for stays unsaved. */
export const askAgentAbout: React = (leg, flight, failure, context) =>
  askAgent(leg, { ...flight, fields: missing(leg, context.keyField) }, failure, context);

export const backOff: React = (leg, flight, failure, { now, roll }) => {
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
export const soon: React = (leg, flight, failure, context) => {
  if (leg.attempt > 0) return backOff(leg, flight, failure, context);
  return { leg: { ...leg, attempt: 1 }, effects: [] };
};

/** Leaves fields out; undefined where none of them was ours to send. */
export function leaveOut(
  leg: Leg,
  flight: Flight,
  fields: readonly FieldFailure[],
  context: Context
): Step | undefined {
  const next = refuse(leg, flight.fields, fields, context, flight.state);
  if (next === leg) return undefined;
  const names = fields.map(({ field }) => field).filter((field) => field in next.refused);
  return {
    leg: { ...next, doubts: open(leg.doubts, names, false) },
    effects: [remember]
  };
}

/**
 * The write was refused as a whole. Fields that were sent for one more try stay out again: without
 * them the rest was not refused.
 */
export const refuseWhole: React = (leg, flight, failure, context) => {
  const fields: FieldFailure[] = [];
  for (const field of Object.keys(flight.fields)) {
    const refusal = leg.refused[field];
    if (!refusal?.isOpen) continue;
    const { code, isReference } = refusal;
    fields.push({ field, code, message: failure.message, ...(isReference && { isReference }) });
  }
  return leaveOut(leg, flight, fields, context) ?? askAgent(leg, flight, failure, context);
};

/** Nothing of ours to leave out: the refusal is about the Task as a whole. */
export const dropFields: React = (leg, flight, failure, context) =>
  leaveOut(leg, flight, failure.fields ?? [], context) ??
  refuseWhole(leg, flight, failure, context);
