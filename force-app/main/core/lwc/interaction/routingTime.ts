import { connectedAtOf, leftAt } from './conversation';
import type { Leg } from './leg';
import { msOf } from './time';
import type { Time } from './time';

/**
 * Seconds in queues before this leg connected, earlier queues of a transferred conversation included. Absent before the
 * leg connects and when it came through no queue.
 */
export function acdSeconds(leg: Leg): number | undefined {
  return total(leg, 'acd', () => false);
}

/**
 * Seconds in IVR before this leg connected, plus secure-IVR stays during it: stays that ended before the leg did (the
 * customer came back), not a transfer into an IVR that ends the leg.
 */
export function ivrSeconds(leg: Leg): number | undefined {
  return total(leg, 'ivr', (end) => leg.disconnectedAt === undefined || end <= leg.disconnectedAt);
}

function total(leg: Leg, purpose: string, duringLeg: (end: Time) => boolean): number | undefined {
  const { connectedAt } = leg;
  if (connectedAt === undefined) return undefined;
  let ms: number | undefined;
  for (const { now } of leg.conversation.participants) {
    if (now.purpose !== purpose) continue;
    const from = connectedAtOf(now);
    if (from === undefined) continue;
    const end = leftAt(now);
    const before = (now.startedAt ?? from) < connectedAt;
    if (!before && (end === undefined || !duringLeg(end))) continue;
    const stay = msOf(end ?? connectedAt) - msOf(from);
    // A stay of negative length comes from clocks out of step: it is not known, the others are.
    if (stay >= 0) ms = (ms ?? 0) + stay;
  }
  return ms === undefined ? undefined : Math.round(ms / 1000);
}
