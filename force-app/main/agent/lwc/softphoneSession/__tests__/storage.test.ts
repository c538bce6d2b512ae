import type { Locks, Store } from 'c/ports';
import { ANA, memoryOrg, settle } from './doubles';
import { memoryStorage, signedIn } from './signedIn';

// What a session leaves in the browser's storage, and what it does when its lock is taken away.

const AT = '2026-03-02T14:59:00.000Z';
const KEY_OF_NOTES = 'asked for a call back';

const all = (storage: Store): string =>
  storage
    .names()
    .map((name) => `${name} ${storage.getItem(name)}`)
    .join('\n');

/** A call with notes typed, and written where the org takes them. */
async function withNotes(org = memoryOrg()) {
  const storage = memoryStorage();
  const made = await signedIn({ storage, org });
  await made.call({ connectedTime: AT });
  const key = made.session.view().rows[0]!.key;
  void made.session.run({ type: 'notes', key, text: KEY_OF_NOTES });
  const typed = all(storage);
  await made.time.pass(2_000);
  return { ...made, storage, key, typed };
}

/** An org that refuses from the second write on. */
function refusingOrg() {
  const org = memoryOrg();
  const failure = { type: 'permanent', message: 'Choose a wrap-up code first.' } as const;
  org.gateway.update = async () => ({ ok: false, failure });
  return org;
}

it('notes are there while nothing else holds them, and gone once the Task does', async () => {
  const { storage, typed, org } = await withNotes();
  expect(typed).toContain(KEY_OF_NOTES);
  expect([...org.tasks.values()][0]?.Description).toBe(KEY_OF_NOTES);
  expect(all(storage)).not.toContain(KEY_OF_NOTES);
});

it('notes that the Task does not take stay, over a reload too', async () => {
  const { storage, org, time, session } = await withNotes(refusingOrg());
  expect(all(storage)).toContain(KEY_OF_NOTES);
  session.stop();
  const again = await signedIn({ storage, org, time });
  await again.call({ connectedTime: AT });
  expect(again.session.view().rows[0]?.notes).toBe(KEY_OF_NOTES);
});

it('at sign-out everything saved goes', async () => {
  const { session, storage } = await withNotes();
  await session.run({ type: 'sign_out' });
  await settle();
  expect(storage.names().filter((name) => name.includes(ANA))).toEqual([]);
  expect(session.view().unsaved).toBe(0);
});

it('at sign-out what is not saved stays, and goes on after the next sign-in', async () => {
  const org = refusingOrg();
  const { session, storage, time, key } = await withNotes(org);
  await session.run({ type: 'sign_out' });
  await settle();
  expect(session.view().unsaved).toBe(1);
  expect(all(storage)).toContain(KEY_OF_NOTES);
  org.gateway.update = memoryOrg().gateway.update;
  const sent: unknown[] = [];
  org.gateway.update = async (taskId, fields) => {
    sent.push(fields);
    return { ok: true, taskId };
  };
  const again = await signedIn({ storage, org, time });
  await again.call({ connectedTime: AT });
  await time.pass(2_000);
  expect(sent).toEqual([{ Description: KEY_OF_NOTES }]);
  expect(again.session.view().unsaved).toBeUndefined();
  expect(again.session.view().rows[0]?.key).toBe(key);
});

it('a stolen lock: nothing is written meanwhile, said when it repeats, and on it goes', async () => {
  const thefts: (() => void)[] = [];
  let grant = (): void => {};
  const locks: Locks = {
    request: (_, run) =>
      new Promise((resolve, reject) => {
        grant = () => void run().then(resolve);
        thefts.push(() => reject(new Error('AbortError')));
        if (thefts.length === 1) grant();
      })
  };
  const { session, org, call, time } = await signedIn({ locks });
  await call({ connectedTime: AT });
  expect(org.writes).toHaveLength(1);
  const key = session.view().rows[0]!.key;

  thefts[0]!();
  await settle();
  expect(session.view().writer).toBe('other_tab');
  void session.run({ type: 'notes', key, text: KEY_OF_NOTES });
  await time.pass(5_000);
  expect(org.writes).toHaveLength(1);

  grant();
  await settle();
  thefts[1]!();
  await settle();
  expect(session.view().writer).toBe('taken');
  expect(session.view().watchLog.map(({ text }) => text)).toContain("writer's lock taken away: 2");

  grant();
  await settle();
  await call({ connectedTime: AT, attributes: { policyNumber: 'P-1' } });
  await time.pass(5_000);
  expect(session.view().writer).toBe('this_tab');
  expect([...org.tasks.values()]).toMatchObject([{ Description: KEY_OF_NOTES }]);
});
