import type { LegStatus } from '../status';
import { draft, fakeStorage, ok, rig, settle, TASK, type Call } from './rig';

const key = 'c-1:p-1';
const minute = 60_000;
const hour = 60 * minute;

beforeEach(() => jest.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => jest.useRealTimers());

const at = (calls: Call[], index: number): Call => {
  const call = calls[index];
  if (!call) throw new Error(`only ${calls.length} calls`);
  return call;
};

/** A started writer with one saved Task holding Subject A. */
async function withTask(options = {}, storage = fakeStorage()) {
  const made = rig(options, storage);
  made.sync.start();
  made.sync.setDraft(key, draft({ Subject: 'A' }));
  await at(made.calls, 0).answer(ok());
  return made;
}

describe('writing', () => {
  it('sends the first write before setDraft returns', () => {
    const { sync, calls } = rig();
    sync.start();
    sync.setDraft(key, draft({ Subject: 'A' }));
    expect(calls).toMatchObject([
      { type: 'create', fields: { Subject: 'A', Interaction_Key__c: key } }
    ]);
  });

  it('lets drafts replace each other while a write is in flight', async () => {
    const { sync, calls } = rig();
    sync.start();
    for (const Subject of ['A', 'B', 'C', 'D']) sync.setDraft(key, draft({ Subject }));
    expect(calls).toHaveLength(1);
    await at(calls, 0).answer(ok());
    expect(calls.slice(1)).toMatchObject([{ type: 'update', fields: { Subject: 'D' } }]);
  });

  it('keeps drafts until this tab is the writer', () => {
    const { sync, calls } = rig();
    sync.setDraft(key, draft({ Subject: 'A' }));
    expect(calls).toHaveLength(0);
    sync.start();
    expect(calls).toHaveLength(1);
  });

  it('writes nothing older than the earlier writer did', async () => {
    const first = await withTask();
    const second = rig({}, first.storage);
    second.sync.setDraft(key, draft({ Subject: 'older' }));
    first.sync.stop();
    second.sync.start();
    expect(second.calls).toHaveLength(0);
    second.sync.setDraft(key, draft({ Subject: 'newer' }));
    await settle();
    expect(second.calls).toMatchObject([{ type: 'update', fields: { Subject: 'newer' } }]);
  });

  it('writes nothing after stop', async () => {
    const { sync, calls } = await withTask();
    sync.stop();
    sync.setDraft(key, draft({ Subject: 'B' }));
    sync.retry();
    expect(calls).toHaveLength(1);
  });

  it('does not let one failing leg delay another', async () => {
    const { sync, calls } = rig();
    sync.start();
    sync.setDraft('c-1:p-1', draft({ Subject: 'A' }));
    await at(calls, 0).answer({ ok: false, failure: { type: 'permanent', message: 'no' } });
    sync.setDraft('c-2:p-2', draft({ Subject: 'B' }));
    await at(calls, 1).answer(ok('00T000000000002AAA'));
    expect(sync.statuses().map(({ phase }) => phase)).toEqual(['needs_you', 'saved']);
  });

  it.each([
    ['a gateway that rejects', (call: Call) => call.reject(new Error('boom'))],
    [
      'a gateway that never answers',
      async () => {
        jest.advanceTimersByTime(minute);
        await settle();
      }
    ]
  ])('takes %s for an unknown outcome', async (_, happen) => {
    const { sync, calls } = rig();
    sync.start();
    sync.setDraft(key, draft({ Subject: 'A' }));
    await happen(at(calls, 0));
    expect(at(calls, 1)).toMatchObject({ type: 'find' });
    await at(calls, 0).answer(ok('00T9'));
    expect(calls).toHaveLength(2);
  });

  it('comes back by itself after a failure, each time later', async () => {
    const { sync, calls } = await withTask();
    sync.setDraft(key, draft({ Subject: 'B' }));
    for (const ms of [500, 1_000, 2_000]) {
      const count = calls.length;
      await at(calls, count - 1).answer({
        ok: false,
        failure: { type: 'transient', message: '503' }
      });
      expect(sync.status(key)).toMatchObject({ phase: 'waiting', retryAt: Date.now() + ms });
      jest.advanceTimersByTime(ms - 1);
      expect(calls).toHaveLength(count);
      jest.advanceTimersByTime(1);
      expect(calls).toHaveLength(count + 1);
    }
  });
});

describe('status', () => {
  it('tells each phase once, and a frame without news not at all', async () => {
    const { sync, calls } = rig();
    const told: (LegStatus | undefined)[] = [];
    sync.subscribe((_, status) => told.push(status));
    sync.start();
    sync.setDraft(key, draft({ Subject: 'A', Type: null }, { Subject: 'default' }));
    await at(calls, 0).answer(ok());
    sync.setDraft(key, draft({ Subject: 'A', Type: null }, { Subject: 'default' }));
    expect(told.map((status) => status?.phase)).toEqual(['saving', 'saved']);
    expect(told[1]).toMatchObject({
      taskId: TASK,
      savedAt: Date.now(),
      fieldCount: 1,
      fields: { Subject: 'A' },
      sources: { Subject: 'default' },
      issues: []
    });
  });

  it('names refused fields with their source and the words of Salesforce', async () => {
    const { sync, calls } = rig();
    sync.start();
    sync.setDraft(key, draft({ Subject: 'A', X__c: 'long' }, { X__c: 'Call.Ani' }));
    const refusal = { field: 'X__c', code: 'STRING_TOO_LONG', message: 'too long' };
    await at(calls, 0).answer({
      ok: false,
      failure: { type: 'field', message: 'm', fields: [refusal] }
    });
    await at(calls, 1).answer(ok());
    expect(sync.status(key)).toMatchObject({
      phase: 'saved',
      fields: { Subject: 'A' },
      issues: [{ type: 'refused', ...refusal, attribute: 'Call.Ani', action: 'left_out' }]
    });
    sync.reshape();
    expect(at(calls, 2)).toMatchObject({ type: 'update', fields: { X__c: 'long' } });
  });

  it('says why it waits by the name of a label', async () => {
    const { sync, calls } = await withTask();
    sync.setDraft(key, draft({ Subject: 'B' }));
    await at(calls, 1).answer({ ok: false, failure: { type: 'signed_out', message: '401' } });
    expect(sync.status(key)).toMatchObject({
      phase: 'waiting',
      failure: { type: 'signed_out' },
      failureLabel: 'Softphone_Save_Signed_Out',
      retryAt: Date.now() + 11_250
    });
    sync.resume('signed_in');
    await at(calls, 2).answer(ok());
    expect(sync.status(key)).toMatchObject({ phase: 'saved', failure: undefined });
  });
});

describe('reload', () => {
  it('goes on with the same Task and writes only what changed meanwhile', async () => {
    const { storage } = await withTask();
    const { sync, calls } = rig({}, storage);
    sync.start();
    expect(sync.status(key)).toMatchObject({ phase: 'saved', taskId: TASK, fieldCount: 1 });
    sync.setDraft(key, draft({ Subject: 'A' }));
    expect(calls).toHaveLength(0);
    expect(sync.status(key)?.fields).toEqual({ Subject: 'A' });
    sync.setDraft(key, draft({ Subject: 'B' }));
    await settle();
    expect(calls).toMatchObject([{ type: 'update', taskId: TASK, fields: { Subject: 'B' } }]);
  });

  it('during a create looks for the Task before creating again', () => {
    const first = rig();
    first.sync.start();
    first.sync.setDraft(key, draft({ Subject: 'A' }));
    const { sync, calls } = rig({}, first.storage);
    sync.start();
    sync.setDraft(key, draft({ Subject: 'A' }));
    expect(calls).toMatchObject([{ type: 'find' }]);
  });

  it.each([
    ['landed, and ours went back', 'B', 'A', [{ fields: { Subject: 'A' } }]],
    ['landed', 'B', 'B', []],
    ['did not land', 'A', 'B', [{ fields: { Subject: 'B' } }]],
    ['did not land, and ours changed again', 'A', 'C', [{ fields: { Subject: 'C' } }]],
    ['an agent edited the field meanwhile', 'edited', 'B', []]
  ])('during an update reads the Task: %s', async (_, there, ours, writes) => {
    const { sync, storage } = await withTask();
    sync.setDraft(key, draft({ Subject: 'B' }));
    const again = rig({}, storage);
    again.sync.start();
    again.sync.setDraft(key, draft({ Subject: ours }));
    await settle();
    expect(again.calls).toMatchObject([{ type: 'read', taskId: TASK }]);
    await at(again.calls, 0).answer({ ok: true, fields: { Subject: there } });
    expect(again.calls.slice(1)).toMatchObject(writes);
    expect(again.calls).toHaveLength(1 + writes.length);
  });

  it('keeps what the agent typed and chose, and no attribute values', async () => {
    const { sync, storage } = await withTask();
    sync.choose(key, { notes: 'call back', whoId: '003000000000001AAA' });
    sync.choose(key, { notes: 'call back at 5' });
    const again = rig({}, storage);
    expect(again.sync.choices(key)).toEqual({
      notes: 'call back at 5',
      whoId: '003000000000001AAA'
    });
    expect([...storage.items.values()].join()).not.toContain('"A"');
  });

  it('a deleted Task stays deleted', async () => {
    const { sync, calls, storage } = await withTask();
    sync.setDraft(key, draft({ Subject: 'B' }));
    await at(calls, 1).answer({ ok: false, failure: { type: 'reference', message: 'deleted' } });
    await at(calls, 2).answer({ ok: false, failure: { type: 'gone', message: 'not found' } });
    expect(sync.status(key)?.phase).toBe('gone');
    const again = rig({}, storage, null);
    again.sync.start();
    expect(again.sync.status(key)?.phase).toBe('gone');
    again.sync.setDraft(key, draft({ Subject: 'C' }));
    await at(again.calls, 0).answer({ ok: false, failure: { type: 'gone', message: 'deleted' } });
    again.sync.retry();
    again.sync.setDraft(key, draft({ Subject: 'D' }));
    expect(again.calls).toMatchObject([{ type: 'read', taskId: TASK }]);
    expect(again.sync.status(key)?.phase).toBe('gone');
  });

  it('tries refused values once more: the field may be writable by now', async () => {
    const { sync, calls, storage } = await withTask();
    sync.setDraft(key, draft({ Subject: 'A', X__c: 'v' }));
    const fields = [{ field: 'X__c', code: 'X', message: 'm' }];
    await at(calls, 1).answer({ ok: false, failure: { type: 'field', message: 'm', fields } });
    sync.setDraft(key, draft({ Subject: 'A', X__c: 'v' }));
    expect(calls).toHaveLength(2);
    const again = rig({}, storage);
    again.sync.start();
    again.sync.setDraft(key, draft({ Subject: 'A', X__c: 'v' }));
    await settle();
    expect(again.calls).toMatchObject([{ type: 'update', fields: { X__c: 'v' } }]);
  });
});

describe('storage refused', () => {
  it('goes on in memory, says so, and stores everything when it can again', async () => {
    const storage = fakeStorage();
    const states: string[] = [];
    const { sync, calls } = rig({ onStorage: (state) => states.push(state) }, storage);
    storage.refuses = true;
    sync.start();
    sync.setDraft(key, draft({ Subject: 'A' }));
    sync.choose(key, { notes: 'n' });
    await at(calls, 0).answer(ok());
    expect([sync.storage(), sync.status(key)?.phase, sync.choices(key)]).toEqual([
      'memory_only',
      'saved',
      { notes: 'n' }
    ]);
    storage.refuses = false;
    sync.choose(key, { notes: 'no' });
    expect(states).toEqual(['memory_only', 'stored']);
    const again = rig({}, storage);
    again.sync.start();
    expect(again.sync.status(key)?.taskId).toBe(TASK);
    expect(again.sync.choices(key)).toEqual({ notes: 'no' });
  });
});

describe('watch after disconnect', () => {
  it('writes late changes until its end, then forgets the leg', async () => {
    const told: unknown[] = [];
    const { sync, calls, storage } = await withTask({ watchMs: 2 * hour });
    sync.subscribe((_, status) => told.push(status?.phase));
    const endedAt = Date.now();
    sync.setDraft(key, draft({ Subject: 'A' }), { endedAt });
    jest.advanceTimersByTime(2 * hour - 1);
    sync.setDraft(key, draft({ Subject: 'B' }), { endedAt });
    await at(calls, 1).answer(ok());
    jest.advanceTimersByTime(1);
    expect([sync.status(key), told.at(-1)]).toEqual([undefined, undefined]);
    expect([...storage.items.values()]).toEqual([]);
    sync.setDraft(key, draft({ Subject: 'C' }), { endedAt });
    expect(calls).toHaveLength(2);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps an unsaved leg beyond its watch until it is saved', async () => {
    const { sync, calls } = await withTask({ watchMs: minute });
    sync.setDraft(key, draft({ Subject: 'B' }), { endedAt: Date.now() });
    await at(calls, 1).answer({ ok: false, failure: { type: 'permanent', message: 'rule' } });
    jest.advanceTimersByTime(3 * minute);
    expect(sync.status(key)?.phase).toBe('needs_you');
    sync.retry(key);
    await at(calls, 2).answer(ok());
    expect(sync.status(key)).toBeUndefined();
  });

  it('asks for the conversation again at growing intervals', async () => {
    const asked: number[] = [];
    const endedAt = Date.now();
    const { sync } = await withTask({
      watchMs: 4 * hour,
      onReread: () => asked.push((Date.now() - endedAt) / minute)
    });
    sync.setDraft(key, draft({ Subject: 'A' }), { endedAt });
    jest.advanceTimersByTime(5 * hour);
    expect(asked).toEqual([1, 5, 15, 60, 120, 180]);
  });

  it('asks for a live conversation that has long been silent', async () => {
    const asked: number[] = [];
    const start = Date.now();
    const { sync } = await withTask({ onReread: () => asked.push((Date.now() - start) / minute) });
    jest.advanceTimersByTime(9 * minute);
    sync.setDraft(key, draft({ Subject: 'A' }));
    jest.advanceTimersByTime(3 * hour);
    expect(asked).toEqual([19, 29, 49, 89, 149]);
  });

  it('goes on looking when the browser’s clock is set back', async () => {
    const asked: string[] = [];
    let fast = 26 * hour;
    const { sync } = await withTask({
      clock: () => Date.now() + fast,
      onReread: (id: string) => void asked.push(id)
    });
    fast = 0;
    jest.advanceTimersByTime(2 * hour);
    expect(asked.length).toBeGreaterThan(1);
    sync.stop();
  });

  it('catches up with live conversations first, within the rate budget', async () => {
    const asked: string[] = [];
    const onReread = (id: string): unknown => asked.push(id);
    const { sync } = rig({ onReread, rereadsPerMinute: 60 });
    sync.start();
    sync.setDraft('ended:p', draft({ Subject: 'A' }), { endedAt: Date.now() });
    sync.setDraft('live:p', draft({ Subject: 'A' }));
    sync.setDraft('live:q', draft({ Subject: 'A' }), { endedAt: Date.now() });
    expect(sync.catchUp()).toEqual(['live', 'ended']);
    expect(asked).toEqual(['live']);
    jest.advanceTimersByTime(1_000);
    expect(asked).toEqual(['live', 'ended']);
  });
});
