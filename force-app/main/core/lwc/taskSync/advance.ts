import { STRAY } from './doubt';
import { isEmpty, pick, type Fields } from './fields';
import { doubted, missing, type Flight, type Leg, type Suspicion } from './leg';
import { pauseBeforeWrite, withWrite } from './pace';
import { mustProve, proofQuestion } from './proving';
import { nextOpen } from './records';
import { quietDelay } from './retryPolicy';
import { recordState, refusedDefaults } from './refusals';
import type { Context, Effect, Step } from './effects';

const HOUR = 60 * 60_000;

type NextRequest =
  { flight: Omit<Flight, 'n' | 'at'>; effects: (n: number) => Effect[] } | undefined;

type Ask = (leg: Leg, fields: Fields, keyField: string) => NextRequest;

const create: Ask = (leg, fields, keyField) => ({
  flight: { type: 'create', fields },
  effects: (n) => [
    {
      type: 'create',
      n,
      fields: { ...pick(fields, (_, value) => value !== null), [keyField]: leg.key }
    },
    // After the request has left: a reload must know that there may be a Task.
    { type: 'remember' }
  ]
});

const find: Ask = (leg) => ({
  flight: { type: 'find', fields: {} },
  effects: (n) => [{ type: 'find', n, key: leg.key }]
});

const read =
  (also: (keyField: string) => string[]): Ask =>
  (leg, fields, keyField) => ({
    flight: { type: 'read', fields },
    effects: (n) => [
      {
        type: 'read',
        n,
        taskId: leg.taskId ?? '',
        fields: [...also(keyField), ...Object.keys(fields)]
      }
    ]
  });

const isOpen = (leg: Leg, field: string): boolean => leg.doubts[field]?.open ?? false;

/** Is it ours? */
const prove: Ask = (leg, fields, keyField) => ({
  flight: { type: 'read', fields, proves: true },
  effects: (n) => [{ type: 'read', n, taskId: leg.taskId ?? '', fields: proofQuestion(keyField) }]
});

const update: Ask = (leg, fields) => {
  if (isEmpty(fields)) return undefined;
  const isDoubtful = leg.late || Object.keys(fields).some((field) => isOpen(leg, field));
  const condition = isDoubtful && leg.lastModified ? { ifUnmodifiedSince: leg.lastModified } : {};
  return {
    flight: { type: 'update', fields },
    effects: (n) => [
      { type: 'update', n, taskId: leg.taskId ?? '', fields, ...condition },
      // A reload must know which fields may have been written.
      { type: 'remember' }
    ]
  };
};

/** What to ask of Salesforce next, by what is known of the Task. */
const asks: Readonly<Record<Leg['stage'], Ask>> = {
  new: create,
  unsure: find,
  adopting: read((keyField) => [keyField]),
  merging: read(() => []),
  known: update,
  gone: () => undefined
};

/** Which record can't be used: the Task itself, or one that it refers to? */
function clearUp(leg: Leg, suspicion: Suspicion): NextRequest {
  const { taskId = '' } = leg;
  const next = nextOpen(suspicion);
  if (suspicion.task || !next) {
    return {
      flight: { type: 'confirm', fields: {} },
      effects: (n) => [{ type: 'read', n, taskId, fields: [] }]
    };
  }
  const [field, value] = next;
  return {
    flight: { type: 'record', fields: { [field]: value } },
    effects: (n) => [{ type: 'look_up', n, recordId: String(value) }]
  };
}

/** Nothing is left to write: look again where a late update or another answer may still come. */
function idle(leg: Leg, effects: Effect[], context: Context): Step {
  if (leg.stage !== 'known') return { leg, effects };
  const { now } = context;
  const times = Object.keys(doubted(leg, context.keyField))
    .filter((field) => !isOpen(leg, field))
    .map((field) => leg.doubts[field]?.until ?? 0);
  if (Math.min(...times) <= now) {
    return advance({ leg: { ...leg, stage: 'merging' }, effects }, context);
  }
  const next = settled(withQuietTime(leg, now));
  const longest = times.length > 0 ? STRAY : HOUR;
  if (next.quietAt !== undefined) times.push(next.quietAt);
  if (times.length === 0) return { leg: next, effects };
  // Not longer: the clock may have been set back.
  const ms = Math.min(longest, Math.max(0, Math.min(...times) - now));
  return { leg: next, effects: [...effects, { type: 'wait', ms }] };
}

/** Worth a look before it is written: it left the draft, or was refused, while it was in doubt. */
function wantsReading(leg: Leg, fields: Fields): boolean {
  if (leg.stage !== 'known' || leg.late) return false;
  return Object.keys(fields).some((field) => isOpen(leg, field) && !leg.doubts[field]?.unseen);
}

/** When a refused default field is tried again by itself. */
function withQuietTime(leg: Leg, now: number): Leg {
  if (refusedDefaults(leg).length === 0) {
    const isCalm = leg.quietAt === undefined && leg.quietTries === 0;
    return isCalm ? leg : { ...leg, quietAt: undefined, quietTries: 0 };
  }
  if (leg.quietAt !== undefined) return leg;
  const delay = quietDelay(leg.quietTries);
  return delay === undefined ? leg : { ...leg, quietAt: now + delay };
}

/** An earlier failure is over. */
function settled(leg: Leg): Leg {
  if (!(leg.failure || leg.late || leg.attempt || leg.isQuiet)) return leg;
  return {
    ...leg,
    failure: undefined,
    rejected: undefined,
    late: false,
    attempt: 0,
    isQuiet: undefined
  };
}

/** What keeps this write from leaving now; undefined: nothing. */
function heldBack(
  { leg, effects }: Step,
  type: Flight['type'],
  context: Context
): Step | undefined {
  const { now, mayCreate } = context;
  if (type !== 'create' && type !== 'update') return undefined;
  const ms = pauseBeforeWrite(leg.writes, now);
  if (ms > 0) {
    const isNews = !leg.isPausing;
    return {
      leg: isNews ? { ...leg, isPausing: true } : leg,
      effects: [...effects, { type: 'wait', ms }]
    };
  }
  if (type !== 'create' || mayCreate) return undefined;
  return { leg: leg.isQueued ? leg : { ...leg, isQueued: true }, effects };
}

/** Send the next request, when there is something to ask and nothing stands in its way. */
export function advance(step: Step, context: Context): Step {
  const { effects } = step;
  const leg = unheld(step.leg);
  const { keyField, now } = context;
  if (leg.flight || leg.gate !== 'open' || !leg.draft) return { leg, effects };
  if (!leg.suspicion && wantsReading(leg, missing(leg, keyField))) {
    return advance({ leg: { ...leg, stage: 'merging' }, effects }, context);
  }
  const next = leg.suspicion ? clearUp(leg, leg.suspicion) : asked(leg, keyField);
  if (!next) return idle(leg, effects, context);
  const { type } = next.flight;
  const held = heldBack({ leg: step.leg, effects }, type, context);
  if (held) return held;
  const n = leg.flights + 1;
  const flight: Flight = { n, at: now, ...next.flight };
  const isWrite = type === 'create' || type === 'update';
  if (isWrite) flight.state = recordState(leg);
  const writes = isWrite ? withWrite(leg.writes, now) : leg.writes;
  return {
    leg: { ...leg, flights: n, flight, writes },
    effects: [...effects, ...next.effects(n)]
  };
}

function asked(leg: Leg, keyField: string): NextRequest {
  const fields = missing(leg, keyField);
  const all = leg.stage === 'merging' ? { ...doubted(leg, keyField), ...fields } : fields;
  const ask = mustProve(leg, !isEmpty(all)) ? prove : asks[leg.stage];
  return ask(leg, all, keyField);
}

const unheld = (leg: Leg): Leg =>
  leg.isPausing || leg.isQueued ? { ...leg, isPausing: undefined, isQueued: undefined } : leg;
