import type { Store } from 'c/ports';
import type { Journal, JournalEntry } from '../journal';
import { journalStore, sweepJournals } from '../journalStore';
import { fakeStorage } from './rig';

const day = 24 * 60 * 60_000;
const now = 1_700_000_000_000;
const clock = (): number => now;
const print = '0123456789abcdef';
const entry = (key: string, facts: Partial<JournalEntry> = {}): JournalEntry => ({
  key,
  taskId: '00T000000000001AAA',
  written: { Subject: print, Type: null },
  savedAt: now,
  ...facts
});
const kept = (key: string, facts: Partial<JournalEntry> = {}): JournalEntry => ({
  ...entry(key, facts),
  keptAt: now
});

describe('journal in a browser storage', () => {
  it('gives back what was saved, per user', () => {
    const storage = fakeStorage();
    journalStore(storage, 'ana', clock).save(entry('c:1'));
    journalStore(storage, 'ana', clock).saveChoices('c:1', { notes: 'n' });
    const ana = journalStore(storage, 'ana', clock);
    const ben = journalStore(storage, 'ben', clock);
    expect(ana.load()).toEqual([kept('c:1')]);
    expect(ana.entry('c:1')).toEqual(kept('c:1'));
    expect(ana.choices('c:1')).toEqual({ notes: 'n' });
    expect(ben.load()).toEqual([]);
    expect(ben.choices('c:1')).toBeUndefined();
  });

  it('removes a leg with its choices', () => {
    const storage = fakeStorage();
    const journal = journalStore(storage, 'ana', clock);
    journal.save(entry('c:1'));
    journal.saveChoices('c:1', { notes: 'n' });
    journal.remove('c:1');
    expect([...storage.items.values()]).toEqual([]);
  });

  it('a leg saved in one tab does not push out notes typed in another', () => {
    const storage = fakeStorage();
    journalStore(storage, 'ana', clock).saveChoices('c:1', { notes: 'typed in a follower' });
    journalStore(storage, 'ana', clock).save(entry('c:1'));
    expect(journalStore(storage, 'ana', clock).choices('c:1')?.notes).toBe('typed in a follower');
  });

  const ended = (watchUntil: number, more: Partial<JournalEntry> = {}): Partial<JournalEntry> => ({
    endedAt: watchUntil - day,
    watchUntil,
    ...more
  });

  it.each<[string, Partial<JournalEntry>, boolean, number?]>([
    ['live', {}, true],
    ['live and not stored for more than a week', {}, false, 8],
    ['never saved, and not stored for more than a week', { taskId: undefined }, false, 8],
    ['watched', ended(now + 1), true],
    ['past its watch', ended(now), false],
    ['past its watch but unsaved', ended(now - day, { pending: true }), true],
    ['past its watch, unsaved for more than a week', ended(now - 8 * day, { pending: true }), false]
  ])('%s', (_, facts, isKept, daysAgo = 0) => {
    const storage = fakeStorage();
    journalStore(storage, 'ana', () => now - daysAgo * day).save(entry('c:1', facts));
    expect(journalStore(storage, 'ana', clock).load()).toHaveLength(isKept ? 1 : 0);
    expect(storage.items.has('ana:leg:c:1')).toBe(isKept);
  });

  it('an entry without a date counts from the first time it was seen', () => {
    const storage = fakeStorage();
    storage.items.set('ana:leg:c:1', JSON.stringify(entry('c:1')));
    expect(journalStore(storage, 'ana', clock).load()).toHaveLength(1);
    expect(journalStore(storage, 'ana', () => now + 6 * day).load()).toHaveLength(1);
    expect(journalStore(storage, 'ana', () => now + 8 * day).load()).toHaveLength(0);
  });

  it('keeps no outdated entry when the storage is full, but which Task it is if that fits', () => {
    const storage = fakeStorage();
    const journal = journalStore(storage, 'ana', clock);
    journal.save(entry('c:1'));
    storage.refuses = true;
    expect(journal.save(entry('c:1', { written: { Subject: print } }))).toBe(false);
    expect(journal.load()).toEqual([]);
    storage.refuses = false;
    const tight = {
      ...storage,
      setItem: (name: string, value: string) => {
        if (value.includes('Subject')) throw new Error('QuotaExceededError');
        storage.setItem(name, value);
      }
    };
    expect(journalStore(tight, 'ana', clock).save(entry('c:1', { proof: print }))).toBe(false);
    const { taskId } = entry('c:1');
    expect(journal.load()).toEqual([
      { key: 'c:1', taskId, proof: print, written: {}, unread: true, keptAt: now }
    ]);
  });

  it('sees what another tab listed or removed since it last looked', () => {
    const storage = fakeStorage();
    const [mine, other] = [1, 2].map(() => journalStore(storage, 'ana', clock)) as [
      Journal,
      Journal
    ];
    mine.save(entry('c:1'));
    other.save(entry('c:2'));
    mine.save(entry('c:3'));
    expect(mine.load().map(({ key }) => key)).toEqual(['c:1', 'c:2', 'c:3']);
    other.remove('c:1');
    mine.save(entry('c:1'));
    expect(other.load().map(({ key }) => key)).toEqual(['c:2', 'c:3', 'c:1']);
  });

  const denied: Store = {
    getItem() {
      throw new Error('denied');
    },
    setItem() {
      throw new Error('denied');
    },
    removeItem() {
      throw new Error('denied');
    },
    names() {
      throw new Error('denied');
    }
  };

  it.each([
    ['that throws', denied],
    ['that is not there', undefined]
  ])('a storage %s refuses without throwing', (_, storage) => {
    const journal = journalStore(storage, 'ana', clock);
    expect(journal.load()).toEqual([]);
    expect(journal.choices('c:1')).toBeUndefined();
    expect([
      journal.save(entry('c:1')),
      journal.remove('c:1'),
      journal.saveChoices('c:1', {}),
      journal.removeChoices('c:1')
    ]).toEqual([false, false, false, false]);
    expect(journal.leave()).toBe(0);
    expect(sweepJournals(storage, 'softphone', clock)).toBe(0);
  });
});

describe('when the agent leaves', () => {
  it.each<[string, Partial<JournalEntry>, string | undefined, number]>([
    ['saved', {}, undefined, 0],
    ['notes that no Task holds yet', {}, 'typed', 1],
    ['a difference not saved', { pending: true }, undefined, 1],
    ['a create without an answer', { taskId: undefined, unsure: true }, undefined, 1],
    [
      'an update without an answer',
      { doubts: { Subject: { values: [print], open: true, until: now } } },
      undefined,
      1
    ]
  ])('%s', (_, facts, notes, unsaved) => {
    const storage = fakeStorage();
    const journal = journalStore(storage, 'ana', clock);
    journal.save(entry('c:1', facts));
    if (notes) journal.saveChoices('c:1', { notes });
    journal.save(entry('c:2'));
    expect(journal.leave()).toBe(unsaved);
    expect(storage.items.has('ana:leg:c:1')).toBe(unsaved > 0);
    expect(storage.items.has('ana:leg:c:2')).toBe(false);
  });
});

describe('journals of other users', () => {
  const old = now - 8 * day;
  it.each<[string, string, unknown, boolean]>([
    ['a leg of last week', 'softphone:u:g:leg:c:1', { ...entry('c:1'), keptAt: old }, true],
    ['notes of last week', 'softphone:u:g:choices:c:1', { notes: 'n', keptAt: old }, true],
    ['notes without a date', 'softphone:u:g:choices:c:1', { notes: 'n' }, true],
    ['an entry that is none', 'softphone:u:g:leg:c:1', 7, true],
    ['a key that is none', 'softphone:u:g:leg:nothing', entry('nothing'), true],
    ['the list of legs of an earlier version', 'softphone:u:g:legs', ['c:1'], true],
    ['a leg of today', 'softphone:u:g:leg:c:1', kept('c:1'), false],
    ['notes of today', 'softphone:u:g:choices:c:1', { notes: 'n', keptAt: now }, false],
    ['something else of this product', 'softphone:put-aside', ['c:1'], false],
    ['a secret', 'softphone:secret:lock', 'x', false],
    ['another product’s', 'other:u:g:leg:c:1', 7, false]
  ])('%s', (_, name, value, isRemoved) => {
    const storage = fakeStorage();
    storage.items.set(name, JSON.stringify(value));
    expect(sweepJournals(storage, 'softphone', clock)).toBe(isRemoved ? 1 : 0);
    expect(storage.items.has(name)).toBe(!isRemoved);
  });

  it('looks at a bounded number of items', () => {
    const storage = fakeStorage();
    for (let n = 0; n < 6_000; n += 1) storage.items.set(`softphone:u:g:leg:c:${n}`, '7');
    expect(sweepJournals(storage, 'softphone', clock)).toBe(5_000);
  });
});
