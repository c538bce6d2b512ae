import type { Journal, JournalEntry } from '../journal';
import { journalStore, type Store } from '../journalStore';
import { fakeStorage } from './rig';

const day = 24 * 60 * 60_000;
const now = 1_700_000_000_000;
const clock = (): number => now;
const entry = (key: string, facts: Partial<JournalEntry> = {}): JournalEntry => ({
  key,
  taskId: '00T1',
  written: { Subject: 'print', Type: null },
  savedAt: now,
  ...facts
});

describe('journal in a browser storage', () => {
  it('gives back what was saved, per user', () => {
    const storage = fakeStorage();
    journalStore(storage, 'ana', clock).save(entry('c:1'));
    journalStore(storage, 'ana', clock).saveChoices('c:1', { notes: 'n' });
    const ana = journalStore(storage, 'ana', clock);
    const ben = journalStore(storage, 'ben', clock);
    expect(ana.load()).toEqual({ entries: [entry('c:1')], corrupted: 0 });
    expect(ana.choices('c:1')).toEqual({ notes: 'n' });
    expect(ben.load().entries).toEqual([]);
    expect(ben.choices('c:1')).toBeUndefined();
  });

  it('removes a leg with its choices', () => {
    const storage = fakeStorage();
    const journal = journalStore(storage, 'ana', clock);
    journal.save(entry('c:1'));
    journal.saveChoices('c:1', { notes: 'n' });
    journal.remove('c:1');
    expect([...storage.items.values()]).toEqual(['[]']);
  });

  it('a leg saved in one tab does not push out notes typed in another', () => {
    const storage = fakeStorage();
    journalStore(storage, 'ana', clock).saveChoices('c:1', { notes: 'typed in a follower' });
    journalStore(storage, 'ana', clock).save(entry('c:1'));
    expect(journalStore(storage, 'ana', clock).choices('c:1')?.notes).toBe('typed in a follower');
  });

  it.each<[string, Partial<JournalEntry>, boolean]>([
    ['live', {}, true],
    ['live and forgotten for more than a week', { savedAt: now - 8 * day }, false],
    ['watched', { watchUntil: now + 1 }, true],
    ['past its watch', { watchUntil: now }, false],
    ['past its watch but unsaved', { watchUntil: now - day, pending: true }, true],
    [
      'past its watch, unsaved for more than a week',
      { watchUntil: now - 8 * day, pending: true },
      false
    ]
  ])('%s', (_, facts, kept) => {
    const storage = fakeStorage();
    const journal = journalStore(storage, 'ana', clock);
    journal.save(entry('c:1', facts));
    expect(journal.load().entries).toHaveLength(kept ? 1 : 0);
    expect(storage.items.has('ana:leg:c:1')).toBe(kept);
  });

  it.each([
    ['not JSON', '{"key":'],
    ['another shape', '[1]'],
    ['another leg', '{"key":"c:9","written":{}}'],
    ['no written fields', '{"key":"c:1"}'],
    ['a task id that is no text', '{"key":"c:1","written":{},"taskId":7}']
  ])('throws away and counts an entry that is %s', (_, text) => {
    const storage = fakeStorage();
    const journal = journalStore(storage, 'ana', clock);
    journal.save(entry('c:1'));
    journal.save(entry('c:2'));
    storage.items.set('ana:leg:c:1', text);
    expect(journal.load()).toEqual({ entries: [entry('c:2')], corrupted: 1 });
  });

  it('keeps no outdated entry when the storage is full, but which Task it is if that fits', () => {
    const storage = fakeStorage();
    const journal = journalStore(storage, 'ana', clock);
    journal.save(entry('c:1'));
    storage.refuses = true;
    expect(journal.save(entry('c:1', { written: { Subject: 'newer' } }))).toBe(false);
    expect(journal.load().entries).toEqual([]);
    storage.refuses = false;
    const tight = {
      ...storage,
      setItem: (name: string, value: string) => {
        if (value.includes('Subject')) throw new Error('QuotaExceededError');
        storage.setItem(name, value);
      }
    };
    expect(journalStore(tight, 'ana', clock).save(entry('c:1'))).toBe(false);
    expect(journal.load().entries).toEqual([
      { key: 'c:1', taskId: '00T1', written: {}, unread: true }
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
    expect(mine.load().entries.map(({ key }) => key)).toEqual(['c:1', 'c:2', 'c:3']);
    other.remove('c:1');
    mine.save(entry('c:1'));
    expect(other.load().entries.map(({ key }) => key)).toEqual(['c:2', 'c:3', 'c:1']);
  });

  it('counts a broken index and starts a new one', () => {
    const storage = fakeStorage();
    storage.items.set('ana:legs', '{"a":1}');
    const journal = journalStore(storage, 'ana', clock);
    expect(journal.load()).toEqual({ entries: [], corrupted: 1 });
    expect(journal.save(entry('c:1'))).toBe(true);
    expect(journal.load()).toEqual({ entries: [entry('c:1')], corrupted: 0 });
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
    }
  };

  it.each([
    ['that throws', denied],
    ['that is not there', undefined]
  ])('a storage %s refuses without throwing', (_, storage) => {
    const journal = journalStore(storage, 'ana', clock);
    expect(journal.load().entries).toEqual([]);
    expect(journal.choices('c:1')).toBeUndefined();
    expect([
      journal.save(entry('c:1')),
      journal.remove('c:1'),
      journal.saveChoices('c:1', {})
    ]).toEqual([false, false, false]);
  });
});
