import fc from 'fast-check';
import type { Fields } from '../fields';
import type { FailureType, SaveFailure, WriteResult } from '../gateway';
import { draft, rig, settle, type Call } from './rig';

/**
 * Any order of drafts, answers, failures and waiting, against a Salesforce of one Map: never two
 * requests in flight for one leg, never two Tasks for one key, and in the end what was last wanted.
 */
type Move =
  | { type: 'draft'; leg: number; fields: Fields }
  | { type: 'answer' }
  | { type: 'fail'; failure: FailureType; committed: boolean }
  | { type: 'wait'; ms: number }
  | { type: 'resume' }
  | { type: 'reload' };

const passing: FailureType[] = ['transient', 'throttled', 'signed_out', 'unknown_outcome'];
const value = fc.constantFrom<Fields[string]>('a', 'b', '', null, 1, true);

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('draft' as const),
      leg: fc.nat(1),
      fields: fc.record(
        { Subject: value, X__c: value, Y__c: value },
        { requiredKeys: ['Subject'] }
      ) as fc.Arbitrary<Fields>
    })
  },
  { weight: 4, arbitrary: fc.constant({ type: 'answer' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('fail' as const),
      failure: fc.constantFrom(...passing),
      committed: fc.boolean()
    })
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.nat(90_000) }) },
  { weight: 1, arbitrary: fc.constant({ type: 'resume' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'reload' as const }) }
);

const runs = Number(process.env.FUZZ_RUNS ?? 300);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('never two in flight, never two Tasks, and what was last wanted in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
      const tasks = new Map<string, Fields>();
      const wanted = new Map<string, Fields>();
      let current = rig();
      let open: Call[] = [];
      current.sync.start();

      const keyOf = (call: Call): string =>
        call.type === 'create'
          ? String((call.fields as Fields).Interaction_Key__c)
          : String(call.taskId);
      const commit = (call: Call): WriteResult => {
        const key = keyOf(call);
        if (call.type === 'create') {
          if (tasks.has(key)) {
            return { ok: false, failure: { type: 'duplicate', message: '', recordId: key } };
          }
          tasks.set(key, call.fields as Fields);
        } else {
          tasks.set(key, { ...tasks.get(key), ...(call.fields as Fields) });
        }
        return { ok: true, taskId: key };
      };
      const carryOut = async (call: Call): Promise<void> => {
        if (call.type === 'read') {
          await call.answer({ ok: true, fields: tasks.get(keyOf(call)) ?? {} });
        } else if (call.type === 'find') {
          const key = String(call.key);
          await call.answer({ ok: true, taskId: tasks.has(key) ? key : undefined });
        } else {
          await call.answer(commit(call));
        }
      };
      const pull = (): void => {
        // A request that was not answered within a minute was given up.
        open = [...open, ...current.calls.splice(0)].filter(
          (call) => Date.now() - call.sentAt < 60_000
        );
        const legs = open.map((call) => call.key ?? keyOf(call));
        expect(new Set(legs).size).toBe(legs.length);
      };

      for (const step of moves) {
        if (step.type === 'draft') {
          const key = `c:${step.leg}`;
          wanted.set(key, { ...wanted.get(key), ...step.fields });
          current.sync.setDraft(key, draft(wanted.get(key) as Fields));
        } else if (step.type === 'wait') {
          jest.advanceTimersByTime(step.ms);
          await settle();
        } else if (step.type === 'resume') {
          current.sync.resume('signed_in');
          current.sync.resume('online');
        } else if (step.type === 'reload') {
          current.sync.stop();
          open = [];
          current = rig({}, current.storage);
          current.sync.start();
          for (const [key, fields] of wanted) current.sync.setDraft(key, draft(fields));
        } else {
          pull();
          const call = open.shift();
          if (!call) continue;
          if (step.type === 'answer') {
            await carryOut(call);
          } else {
            const writes = call.type === 'create' || call.type === 'update';
            if (step.committed && step.failure === 'unknown_outcome' && writes) commit(call);
            const failure: SaveFailure = { type: step.failure, message: '', retryAfterMs: 2_000 };
            await call.answer({ ok: false, failure });
          }
        }
        pull();
      }

      for (let round = 0; round < 30; round += 1) {
        current.sync.resume('signed_in');
        jest.advanceTimersByTime(60_000);
        await settle();
        pull();
        while (open.length) {
          await carryOut(open.shift() as Call);
          pull();
        }
      }
      expect(current.sync.statuses().map(({ phase }) => phase)).toEqual(
        current.sync.statuses().map(() => 'saved')
      );
      for (const [key, fields] of wanted) {
        for (const field of Object.keys(fields)) {
          expect([field, tasks.get(key)?.[field] || null]).toEqual([field, fields[field] || null]);
        }
      }
      expect(tasks.size).toBe(wanted.size);
      current.sync.stop();
      jest.clearAllTimers();
    }),
    { numRuns: runs }
  );
}, 60_000);
