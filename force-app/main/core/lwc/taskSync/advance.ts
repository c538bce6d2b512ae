import { STRAY } from './doubt';
import { isEmpty, pick, type Fields } from './fields';
import { doubted, missing, type Flight, type Leg } from './leg';
import { mustProve, proofQuestion } from './proving';
import type { Context, Effect, Step } from './reduce';

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

/** Nothing is left to write: look once more where an update without an answer may still arrive. */
function idle(leg: Leg, effects: Effect[], context: Context): Step {
  if (leg.stage !== 'known') return { leg, effects };
  const untils = Object.keys(doubted(leg, context.keyField))
    .filter((field) => !isOpen(leg, field))
    .map((field) => leg.doubts[field]?.until ?? 0);
  if (untils.length === 0) return { leg: settled(leg), effects };
  const ms = Math.min(...untils) - context.now;
  if (ms <= 0) return advance({ leg: { ...leg, stage: 'merging' }, effects }, context);
  // Not longer: the clock may have been set back.
  return { leg: settled(leg), effects: [...effects, { type: 'wait', ms: Math.min(ms, STRAY) }] };
}

/** Worth a look before it is written: it left the draft, or was refused, while it was in doubt. */
function wantsReading(leg: Leg, fields: Fields): boolean {
  if (leg.stage !== 'known' || leg.late) return false;
  return Object.keys(fields).some((field) => isOpen(leg, field) && !leg.doubts[field]?.unseen);
}

/** An earlier failure is over. */
function settled(leg: Leg): Leg {
  if (leg.stage !== 'known' || !(leg.failure || leg.late || leg.attempt)) return leg;
  return { ...leg, failure: undefined, rejected: undefined, late: false, attempt: 0 };
}

/** Send the next request, when there is something to ask and nothing stands in its way. */
export function advance({ leg, effects }: Step, context: Context): Step {
  const { keyField } = context;
  if (leg.flight || leg.gate !== 'open' || !leg.draft) return { leg, effects };
  const fields = missing(leg, keyField);
  if (wantsReading(leg, fields)) {
    return advance({ leg: { ...leg, stage: 'merging' }, effects }, context);
  }
  const asked = leg.stage === 'merging' ? { ...doubted(leg, keyField), ...fields } : fields;
  const ask = mustProve(leg, !isEmpty(asked)) ? prove : asks[leg.stage];
  const next = ask(leg, asked, keyField);
  if (!next) return idle(leg, effects, context);
  const n = leg.flights + 1;
  return {
    leg: { ...leg, flights: n, flight: { n, at: context.now, ...next.flight } },
    effects: [...effects, ...next.effects(n)]
  };
}
