import { byTime, isOver } from './conversation';
import type { Communication } from './conversation';
import { currentCommunication } from './leg';
import { COMMUNICATION_FIELDS, mergeFields } from './mergeFields';
import { msOf } from './time';

/** Each communication told finds the one it describes, or is a new one. `current` itself when nothing changed. */
export function mergeCommunications(
  current: readonly Communication[],
  incoming: readonly Communication[],
  lastFrom: readonly Communication[] | undefined,
  isStale: boolean
): readonly Communication[] {
  const merged = [...current];
  for (const told of incoming) {
    const place = placeOf(told, incoming, merged);
    const known = merged[place];
    const last = lastFrom?.[placeOf(told, incoming, lastFrom)];
    if (known) merged[place] = mergeCommunication(known, told, last, isStale);
    else merged.push(told);
  }
  const isSame =
    merged.length === current.length && merged.every((each, index) => each === current[index]);
  return isSame ? current : merged.sort(byTime);
}

/** What has ended stays ended; only the end itself may still be told in other words. */
function mergeCommunication(
  current: Communication,
  incoming: Communication,
  lastFrom: Communication | undefined,
  isStale: boolean
): Communication {
  const hasEnded = isOver(current) && !isOver(incoming);
  return mergeFields(COMMUNICATION_FIELDS, current, incoming, lastFrom, isStale, hasEnded);
}

/**
 * Where `known` holds the communication that `told` describes; -1: it is another one. Ids decide. Shape M has none: its
 * word is of the communication of its medium that began at about the same time.
 */
function placeOf(
  told: Communication,
  toldList: readonly Communication[],
  known: readonly Communication[]
): number {
  if (told.id === undefined) return known.indexOf(nearest(known, told)!);
  const place = known.findIndex(({ id }) => id === told.id);
  if (place >= 0) return place;
  const nameless = known.findIndex(({ id, media }) => id === undefined && media === told.media);
  if (nameless < 0) return -1;
  const others = toldList.filter(({ id }) => !known.some((other) => other.id === id));
  return nearest(others, known[nameless]!) === told ? nameless : -1;
}

/** The one of a medium that began closest to another; the current one where the times are not told. */
function nearest(list: readonly Communication[], to: Communication): Communication | undefined {
  const possible = list.filter((each) => each.media === to.media && mayBeSame(each, to));
  let closest = currentCommunication(possible);
  for (const each of possible) if (gap(each, to) < gap(closest!, to)) closest = each;
  return closest;
}

/** What began after the end of the other is a new call of the same participant. */
function mayBeSame(one: Communication, other: Communication): boolean {
  return !beganAfter(one, other) && !beganAfter(other, one);
}

function beganAfter({ connectedAt }: Communication, { disconnectedAt }: Communication): boolean {
  return connectedAt !== undefined && disconnectedAt !== undefined && connectedAt > disconnectedAt;
}

function gap({ connectedAt: one }: Communication, { connectedAt: other }: Communication): number {
  if (one === undefined || other === undefined) return Infinity;
  return Math.abs(msOf(one) - msOf(other));
}
