import type { Fields } from '../fields';
import type { SaveFailure } from '../gateway';
import type { JournalEntry } from '../journal';
import { draft, fakeStorage, ok, rig, settle, TASK, type Call } from './rig';

// No id makes a Task ours: not one from the storage, not one from a message, not one that was found.

const key = 'c-1:p-1';
const ME = '005000000000001AAA';
const OTHER = '005000000000002AAA';
const FOREIGN = '00T000000000009AAA';

beforeEach(() => jest.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => jest.useRealTimers());

const failure = (type: SaveFailure['type'], more: Partial<SaveFailure> = {}) => ({
  ok: false as const,
  failure: { type, message: 'm', ...more }
});
const record = (fields: Fields) => ({ ok: true as const, fields });
const whose = (creator: string, owner = creator, carries: string | null = key) =>
  record({ Interaction_Key__c: carries, CreatedById: creator, OwnerId: owner });

/** A page on what is stored, where the test answers whose a Task is. */
function page(storage = fakeStorage(), userId: string | undefined = ME) {
  const made = rig({ userId }, storage, null);
  made.sync.start();
  const last = (): Call => made.calls.at(-1)!;
  const types = (): string[] => made.calls.map(({ type }) => type);
  return { ...made, last, types };
}

/** What a page leaves behind that created the Task. */
async function created() {
  const first = page();
  first.sync.setDraft(key, draft({ Subject: 'A' }));
  await first.last().answer(ok());
  first.sync.stop();
  return first.storage;
}

function change(storage: ReturnType<typeof fakeStorage>, facts: Partial<JournalEntry>) {
  const name = `test:leg:${key}`;
  const entry = JSON.parse(storage.items.get(name) ?? '{}') as JournalEntry;
  storage.items.set(name, JSON.stringify({ ...entry, ...facts }));
  return storage;
}

describe('a Task known from before a reload', () => {
  it('is written after its key was compared', async () => {
    const { sync, last, types } = page(await created());
    sync.setDraft(key, draft({ Subject: 'B' }));
    expect(last()).toMatchObject({ type: 'read', taskId: TASK });
    expect(last().fields).toEqual(['Interaction_Key__c', 'CreatedById', 'OwnerId']);
    // Created by me and given away by a flow: it stays ours.
    await last().answer(whose(OTHER));
    expect(last()).toMatchObject({ type: 'update', taskId: TASK, fields: { Subject: 'B' } });
    await last().answer(ok());
    sync.setDraft(key, draft({ Subject: 'C' }));
    expect(types()).toEqual(['read', 'update', 'update']);
  });

  it('is not read when there is nothing to write', async () => {
    const { sync, calls } = page(await created());
    sync.setDraft(key, draft({ Subject: 'A' }));
    expect(calls).toHaveLength(0);
  });

  it.each<[string, Partial<JournalEntry>]>([
    ['another Task', { taskId: FOREIGN }],
    ['another Task, and a proof of this one', { taskId: FOREIGN, gone: true }],
    ['no proof', { proof: undefined }],
    ['a forged proof', { proof: '0123456789abcdef' }],
    ['the Task of somebody else', { taskId: FOREIGN, proof: undefined, unread: true }]
  ])('is left alone when it is somebody else’s: %s', async (_, facts) => {
    const { sync, last, types } = page(change(await created(), facts));
    sync.setDraft(key, draft({ Subject: 'B' }));
    expect(last().type).toBe('read');
    await last().answer(whose(OTHER));
    expect(sync.status(key)).toMatchObject({
      phase: 'needs_you',
      failure: { type: 'duplicate', detail: 'not_yours' },
      failureLabel: 'Softphone_Save_Not_Yours'
    });
    expect(types()).not.toContain('update');
  });

  it('of another interaction is never written: ours is looked for', async () => {
    const { sync, last, types } = page(change(await created(), { taskId: FOREIGN }));
    sync.setDraft(key, draft({ Subject: 'B' }));
    await last().answer(whose(ME, ME, 'c-9:p-9'));
    expect(last()).toMatchObject({ type: 'find', key });
    await last().answer({ ok: true });
    expect(last()).toMatchObject({ type: 'create', fields: { Subject: 'B' } });
    expect(types()).toEqual(['read', 'find', 'create']);
  });

  it('a key that this user may not read proves nothing', async () => {
    const { sync, last } = page(await created());
    sync.setDraft(key, draft({ Subject: 'B' }));
    await last().answer(record({ CreatedById: ME, OwnerId: ME }));
    expect(sync.status(key)?.phase).toBe('needs_you');
  });

  it('a forged “deleted” is looked up', async () => {
    const { sync, last } = page(change(await created(), { gone: true }));
    sync.setDraft(key, draft({ Subject: 'B' }));
    await last().answer(whose(ME));
    expect(last().type).toBe('read');
    await last().answer(record({ Subject: 'A' }));
    expect(last()).toMatchObject({ type: 'update', fields: { Subject: 'B' } });
  });

  it('a forged “deleted” with a forged id of nothing silences nobody', async () => {
    const { sync, last } = page(change(await created(), { gone: true, taskId: FOREIGN }));
    sync.setDraft(key, draft({ Subject: 'B' }));
    await last().answer(failure('gone'));
    await settle();
    expect(last().type).toBe('find');
    await last().answer({ ok: true, taskId: TASK });
    expect(last()).toMatchObject({ type: 'read', taskId: TASK });
    await last().answer(whose(ME));
    await last().answer(record({ Interaction_Key__c: key, Subject: 'A' }));
    expect(last()).toMatchObject({ type: 'update', taskId: TASK });
  });
});

describe('a Task that carries our key', () => {
  const named = failure('duplicate', { recordId: TASK });

  it.each<[string, ReturnType<typeof whose>, 'read' | 'needs you']>([
    ['created by me', whose(ME, OTHER), 'read'],
    ['owned by me, made by an integration', whose(OTHER, ME), 'read'],
    ['by ids of 15 characters', whose(ME.slice(0, 15)), 'read'],
    ['of somebody else', whose(OTHER), 'needs you'],
    ['of nobody', record({ Interaction_Key__c: key }), 'needs you'],
    ['of a name that begins like mine', whose(ME.slice(0, 14)), 'needs you']
  ])('%s', async (_, answer, expected) => {
    const { sync, last } = page();
    sync.setDraft(key, draft({ Subject: 'B' }));
    await last().answer(named);
    expect(last()).toMatchObject({ type: 'read', taskId: TASK });
    await last().answer(answer);
    const phase = sync.status(key)?.phase;
    expect(phase === 'needs_you' ? 'needs you' : last().type).toBe(expected);
  });

  it('ends in a proof that the next page believes', async () => {
    const { sync, last, storage } = page();
    sync.setDraft(key, draft({ Subject: 'B' }));
    await last().answer(named);
    await last().answer(whose(OTHER, ME));
    await last().answer(record({ Interaction_Key__c: key, Subject: 'B' }));
    sync.stop();
    const next = page(storage);
    next.sync.setDraft(key, draft({ Subject: 'C' }));
    await next.last().answer(whose(OTHER, OTHER));
    expect(next.last()).toMatchObject({ type: 'update', taskId: TASK });
    // Not for another user of this browser.
    const another = page(storage, '005000000000003AAA');
    another.sync.setDraft(key, draft({ Subject: 'D' }));
    await another.last().answer(whose(OTHER, OTHER));
    expect(another.sync.status(key)?.phase).toBe('needs_you');
  });

  it.each<SaveFailure['type']>(['gone', 'permanent'])(
    'and can’t be read (%s): looked for twice, then somebody is needed',
    async (type) => {
      const { sync, last, types } = page();
      sync.setDraft(key, draft({ Subject: 'B' }));
      for (let time = 0; time < 20 && sync.status(key)?.phase !== 'needs_you'; time += 1) {
        jest.advanceTimersByTime(31_000);
        const { type: asked } = last();
        if (asked === 'create') await last().answer(named);
        else if (asked === 'find') await last().answer({ ok: true });
        else await last().answer(failure(type));
      }
      expect(sync.status(key)).toMatchObject({
        phase: 'needs_you',
        failure: { type: 'duplicate', detail: 'exists_not_visible' }
      });
      expect(types().filter((asked) => asked === 'read')).toHaveLength(2);
      expect(types()).not.toContain('update');
    }
  );
});
