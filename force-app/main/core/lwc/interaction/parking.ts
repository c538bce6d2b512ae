import { isOver } from './conversation';
import type { Communication } from './conversation';
import type { Leg } from './leg';
import { msOf } from './time';
import type { Time } from './time';

/** When the agent put a live communication aside and has not resumed it since. */
export function parkedSince(communication: Communication): Time | undefined {
  if (isOver(communication)) return undefined;
  const last = communication.parkTimes?.toSorted().at(-1);
  return last === undefined || resumedAfter(communication, last) ? undefined : last;
}

/** Whole seconds of the stay without those it was parked; absent while it goes on, and when they would be negative. */
export function handledSeconds({ facts, connectedAt, disconnectedAt }: Leg): number | undefined {
  if (connectedAt === undefined || disconnectedAt === undefined) return undefined;
  const ms = msOf(disconnectedAt) - msOf(connectedAt);
  if (ms < 0) return undefined;
  return Math.round((ms - parkedMs(facts.communications, connectedAt, disconnectedAt)) / 1000);
}

/** Milliseconds between `from` and `to` during which any of these was parked; a park that is not resumed lasts. */
function parkedMs(communications: readonly Communication[], from: Time, to: Time): number {
  let ms = 0;
  let counted = from;
  for (const [begin, resumed = to] of parksOf(communications)) {
    const start = begin > counted ? begin : counted;
    const end = resumed < to ? resumed : to;
    if (start >= end) continue;
    ms += msOf(end) - msOf(start);
    counted = end;
  }
  return ms;
}

function parksOf(communications: readonly Communication[]): [from: Time, to?: Time][] {
  return communications
    .flatMap((each) =>
      (each.parkTimes ?? []).map((park): [Time, Time?] => [park, resumedAfter(each, park)])
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function resumedAfter({ resumeTimes = [] }: Communication, park: Time): Time | undefined {
  return resumeTimes.toSorted().find((time) => time >= park);
}
