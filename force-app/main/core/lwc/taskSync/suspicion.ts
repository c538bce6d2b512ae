import { isEmpty } from './fields';
import type { FieldFailure, RecordResult } from './gateway';
import type { Flight, Leg, Suspicion } from './leg';
import { askAgentAbout, leaveOut, refuseWhole, type React } from './reactions';
import { suspicionOf, lookedAt, unusable, withMerge, withWinners } from './records';
import type { Context, Step } from './effects';

/** A record that the write names can't be used: find out which, before the next write. */
export const suspectRecords: React = (leg, flight, failure, context) => {
  const others = (failure.fields ?? []).filter(({ isReference }) => !isReference);
  const dropped = leaveOut(leg, flight, others, context);
  const suspicion = suspicionOf(flight.fields, failure, flight.type === 'update');
  if (suspicion) return { leg: { ...(dropped?.leg ?? leg), suspicion }, effects: [] };
  return dropped ?? refuseWhole(leg, flight, failure, context);
};

/** Every record in doubt was looked at: leave out those that can't be used, and save the rest. */
function concluded(leg: Leg, flight: Flight, suspicion: Suspicion, context: Context): Step {
  const { failure } = suspicion;
  const fields = unusable(suspicion);
  const failures = Object.keys(fields).map((field): FieldFailure => {
    const named = failure.fields?.find((one) => one.field === field);
    return named ?? { field, code: '', message: failure.message, isReference: true };
  });
  const next: Leg = { ...leg, suspicion: undefined };
  const step = leaveOut(next, { ...flight, fields }, failures, context);
  if (step) return step;
  if (suspicion.hasMerged) return { leg: { ...next, failure: undefined }, effects: [] };
  return askAgentAbout(next, flight, failure, context);
}

function goOn(leg: Leg, flight: Flight, suspicion: Suspicion, context: Context): Step {
  if (!isEmpty(suspicion.open)) return { leg: { ...leg, suspicion }, effects: [] };
  return concluded(leg, flight, suspicion, context);
}

/** The Task is there, or can't be read: it is another record. */
export function confirmed(leg: Leg, flight: Flight, context: Context): Step {
  const { suspicion } = leg;
  return suspicion
    ? goOn(leg, flight, { ...suspicion, task: false }, context)
    : { leg, effects: [] };
}

/** What became of one record in suspicion. */
export function recordLookedUp(
  leg: Leg,
  flight: Flight,
  result: Extract<RecordResult, { ok: true }>,
  context: Context
): Step {
  const { suspicion, merges } = leg;
  if (!suspicion) return { leg, effects: [] };
  if (result.state === 'merged') {
    const loser = String(Object.values(flight.fields)[0]);
    const more = withMerge(merges, loser, result.into);
    if (more !== merges) {
      const given = leg.given ?? leg.draft;
      const draft = given && withWinners(given, more);
      const next: Leg = { ...leg, merges: more, given, draft };
      return goOn(next, flight, lookedAt(suspicion, flight.fields, 'merged'), context);
    }
  }
  const as = result.state === 'there' ? 'unclear' : 'missing';
  return goOn(leg, flight, lookedAt(suspicion, flight.fields, as), context);
}
