import type { Context, Effect, Step, ThreadEvent } from './effects';
import { FETCH_SLOT, fetched, fetchNext } from './fetching';
import { answered, saveNext, slotOf, withPart } from './saving';
import { isSettled } from './thread';
import type { Gate, LegRecords, Part, Thread } from './thread';

export const RELEASE_SLOT = 'release';
/** A finished transcript's texts are kept this long, for what still trickles in. */
export const RELEASE_MS = 5 * 60_000;

/** One event for one conversation: what is known afterwards and what has to be done. Pure. */
export function reduce(thread: Thread, event: ThreadEvent, context: Context): Step {
  const step = saveNext(fetchNext(happened(thread, event, context)));
  const isOver = event.type !== 'timer' || event.slot !== RELEASE_SLOT;
  if (!isOver || step.thread.isAsleep || !isSettled(step.thread)) return step;
  const wait: Effect = { type: 'wait', slot: RELEASE_SLOT, ms: RELEASE_MS };
  return { thread: step.thread, effects: [...step.effects, wait] };
}

function happened(thread: Thread, event: ThreadEvent, context: Context): Step {
  switch (event.type) {
    case 'told':
      return { thread: told(thread, event), effects: [] };
    case 'fetched':
      if (thread.fetching?.n !== event.n) break;
      return fetched(thread, thread.fetching.tokens, event.result, context);
    case 'saved':
    case 'found': {
      const part = thread.legs[event.key]?.parts[event.part];
      if (part?.flight?.n !== event.n) break;
      const outcome = answered(part, part.flight, event.result, context);
      const { waitMs } = outcome;
      const slot = slotOf(event.key, event.part);
      return {
        thread: withPart(thread, event.key, event.part, outcome.part),
        effects: waitMs === undefined ? [] : [{ type: 'wait', slot, ms: waitMs }]
      };
    }
    case 'timer':
      return { thread: timePassed(thread, event.slot), effects: [] };
    case 'resume':
      return { thread: reopened(thread, ['backing_off', 'signed_out']), effects: [] };
    default:
      return { thread: reopened(thread, ['backing_off', 'signed_out', 'refused']), effects: [] };
  }
  return { thread, effects: [] };
}

function told(
  thread: Thread,
  { key, tokens, ended }: Extract<ThreadEvent, { type: 'told' }>
): Thread {
  const known = thread.legs[key];
  const fresh = tokens.filter((token) => !thread.tokens.has(token));
  if (known?.ended === ended && fresh.length === 0) return thread;
  const parts = known?.parts ?? [];
  const leg: LegRecords = { ended, parts: ended && !known?.ended ? parts.map(retried) : parts };
  return {
    ...thread,
    tokens: fresh.length > 0 ? new Set([...thread.tokens, ...fresh]) : thread.tokens,
    legs: { ...thread.legs, [key]: leg },
    // A leg that was not there before needs the texts as well.
    isAsleep: thread.isAsleep && fresh.length === 0 && known !== undefined
  };
}

/** With the last messages in, what the org refused before may pass. */
const retried = (part: Part): Part => reopen(part, ['refused']);

function timePassed(thread: Thread, slot: string): Thread {
  if (slot === RELEASE_SLOT) return isSettled(thread) ? released(thread) : thread;
  if (slot === FETCH_SLOT) {
    const isHeld = thread.fetchGate === 'backing_off' || thread.fetchGate === 'throttled';
    return { ...thread, isDue: true, fetchGate: isHeld ? 'open' : thread.fetchGate };
  }
  return eachPart(thread, (part, key, index) =>
    slot === slotOf(key, index) ? reopen(part, ['backing_off', 'throttled']) : part
  );
}

function reopened(thread: Thread, gates: readonly Gate[]): Thread {
  const next = eachPart(thread, (part) => reopen(part, gates));
  return gates.includes(thread.fetchGate) ? { ...next, fetchGate: 'open' } : next;
}

function reopen(part: Part, gates: readonly Gate[]): Part {
  return gates.includes(part.gate) ? { ...part, gate: 'open' } : part;
}

/**
 * A finished transcript: only which records it has is remembered. When there is more to say, its
 * texts are read again, from Genesys Cloud and from Salesforce, and the difference is written.
 */
function released(thread: Thread): Thread {
  const asleep: Thread = {
    ...thread,
    isAsleep: true,
    isWhole: false,
    read: new Set(),
    tries: new Map(),
    lines: new Map(),
    texts: []
  };
  return eachPart(asleep, (part) =>
    part.stage === 'gone' ? part : { ...part, stage: 'unsure', written: '' }
  );
}

function eachPart(
  thread: Thread,
  change: (part: Part, key: string, index: number) => Part
): Thread {
  const legs = Object.entries(thread.legs).map(([key, leg]): [string, LegRecords] => [
    key,
    { ...leg, parts: leg.parts.map((part, index) => change(part, key, index)) }
  ]);
  return { ...thread, legs: Object.fromEntries(legs) };
}
