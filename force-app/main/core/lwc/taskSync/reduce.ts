import type { TaskDraft } from 'c/taskDraft';
import { plain, same, sameFields } from './fields';
import { lastSaid, missing, type Leg } from './leg';
import { withWinners } from './records';
import { reconsider, reconsiderDefaults } from './refusals';
import { advance } from './advance';
import { answered } from './answered';
import type { DraftFacts } from './sync';
import { matches } from './written';
import type { Context, Step, Effect, LegEvent } from './effects';

/** A server that named a time is not asked earlier because the network came back. */
function mayResume(leg: Leg, reason: 'signed_in' | 'online'): boolean {
  if (reason === 'signed_in') return leg.gate === 'signed_out';
  return leg.gate === 'backing_off' && leg.failure?.type !== 'throttled';
}

function reopen(leg: Leg, context: Context): Step {
  const next: Leg = { ...leg, gate: 'open', retryAt: undefined, late: leg.gate !== 'open' };
  return advance({ leg: next, effects: [] }, context);
}

function resume(leg: Leg, reason: 'signed_in' | 'online', context: Context): Step {
  if (mayResume(leg, reason)) return reopen(leg, context);
  if (reason === 'online' || !leg.flight) return { leg, effects: [] };
  return { leg: { ...leg, flight: { ...leg.flight, outdated: true } }, effects: [] };
}

/** What was refused is tried once more: the record may have changed unseen, or the rule. */
function tryQuietly(leg: Leg, context: Context): Step {
  const quiet: Leg = { ...leg, quietTries: leg.quietTries + 1, isQuiet: true };
  if (leg.gate === 'needs_you') return reopen({ ...quiet, rejected: undefined }, context);
  const open = reconsiderDefaults({ ...quiet, quietAt: undefined, late: true });
  return advance({ leg: open, effects: [] }, context);
}

function timeUp(leg: Leg, context: Context): Step {
  if (leg.gate === 'needs_you') return tryQuietly(leg, context);
  if (leg.gate !== 'open') return reopen(leg, context);
  const isDue = leg.quietAt !== undefined && leg.quietAt <= context.now && !leg.flight;
  return isDue ? tryQuietly(leg, context) : advance({ leg, effects: [] }, context);
}

/** Everything that was refused is tried afresh. */
const afresh = (leg: Leg): Leg => ({
  ...leg,
  refused: {},
  tries: {},
  rejected: undefined,
  suspicion: undefined,
  keyTaken: undefined,
  quietAt: undefined,
  quietTries: 0
});

function changedAt(leg: Leg, draft: TaskDraft, now: number): Leg['changedAt'] {
  const before = leg.draft?.fields;
  let times: Record<string, number> | undefined;
  // Of a field that was not in the draft, or before a reload, only what we said last is known: where
  // ours differs it has changed since then, and nobody knows when.
  const isSame = (field: string): boolean =>
    before && field in before
      ? same(before[field], draft.fields[field])
      : matches(lastSaid(leg, field) ?? null, plain(draft.fields[field]));
  if (!before && leg.stage !== 'known' && leg.stage !== 'merging') return leg.changedAt;
  for (const field of Object.keys(draft.fields)) {
    if (isSame(field)) continue;
    times ??= { ...leg.changedAt };
    times[field] = now;
  }
  return times ?? leg.changedAt;
}

function reshape(leg: Leg, context: Context): Step {
  const fresh = afresh(leg);
  if (leg.gate === 'needs_you') return reopen(fresh, context);
  return advance({ leg: fresh, effects: [] }, context);
}

/**
 * The browser's clock may be hours off. An end that we saw ourselves happened after the last draft of
 * a live leg; none is yet to come.
 */
function endOnOurClock(leg: Leg, endedAt: number, now: number): number {
  const sawItLive = leg.draft !== undefined && leg.endedAt === undefined;
  const earliest = sawItLive ? (leg.heardAt ?? -Infinity) : -Infinity;
  return Math.min(now, Math.max(earliest, endedAt));
}

function drafted(leg: Leg, given: TaskDraft, facts: DraftFacts, context: Context): Step {
  const { now } = context;
  // All that could be done about it was done when it came first.
  if (given === (leg.given ?? leg.draft) && (facts.endedAt ?? leg.endedAt) === leg.endedAt) {
    // To the minute: another leg would be another status.
    const isRecent = Math.abs(now - (leg.heardAt ?? 0)) < 60_000;
    return { leg: isRecent ? leg : { ...leg, heardAt: now }, effects: [] };
  }
  const draft = withWinners(given, leg.merges);
  const changed: Leg = { ...leg, draft, heardAt: now, changedAt: changedAt(leg, draft, now) };
  if (draft !== given || leg.given) changed.given = draft === given ? undefined : given;
  const next = reconsider(changed, now);
  const effects: Effect[] = [];
  if (facts.endedAt !== undefined && facts.endedAt !== leg.endedAt) {
    next.endedAt = facts.endedAt;
    next.watchUntil = endOnOurClock(leg, facts.endedAt, now) + context.watchMs;
    effects.push({ type: 'remember' });
  }
  if (
    next.gate === 'needs_you' &&
    !sameFields(missing(next, context.keyField), next.rejected ?? {})
  ) {
    next.gate = 'open';
    next.retryAt = undefined;
  }
  return advance({ leg: next, effects }, context);
}

/** One event for one leg: what is known afterwards and what has to be done. Pure. */
export function reduce(leg: Leg, event: LegEvent, context: Context): Step {
  if (event.type === 'draft') return drafted(leg, event.draft, event.facts, context);
  if (event.type === 'retry') {
    return reopen({ ...afresh(leg), attempt: 0, isQuiet: undefined }, context);
  }
  if (event.type === 'reshape') return reshape(leg, context);
  if (event.type === 'timer') return timeUp(leg, context);
  if (event.type === 'turn') return advance({ leg, effects: [] }, context);
  if (event.type === 'resume') return resume(leg, event.reason, context);
  if (event.type === 'recalled') {
    return { leg: { ...leg, written: { ...leg.written, ...event.fields } }, effects: [] };
  }
  // A late answer of a request that was given up already tells nothing new.
  if (leg.flight?.n !== event.n) return { leg, effects: [] };
  return advance(answered(leg, leg.flight, event, context), context);
}
