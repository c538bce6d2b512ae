import type { Choices, JournalEntry } from '../journal';
import { journalStore } from '../journalStore';
import { fakeStorage } from './rig';

// What stands in the browser's storage is input: from an older version, a crash, or a forger.

const now = 1_700_000_000_000;
const day = 86_400_000;
const print = '0123456789abcdef';
const good = {
  key: 'c:1',
  taskId: '00T000000000001AAA',
  written: { Subject: print },
  savedAt: now,
  keptAt: now
};
const doubt = { values: [print, null], open: true, until: now };
const neighbour = { ...good, key: 'c:2' };

const noTask: Partial<JournalEntry> = { key: 'c:1', written: {}, savedAt: now, keptAt: now };
const lookedFor: Partial<JournalEntry> = { ...noTask, unsure: true };

type Entry = Record<string, unknown>;

/** A stored text as forged, what is left of it, and what is said about the rest. */
const cases: [
  what: string,
  text: string,
  left: Partial<JournalEntry> | undefined,
  said: string[]
][] = [
  ['not JSON', '{"key":', undefined, ['not JSON']],
  ['no text at all', '', undefined, ['not JSON']],
  ['null', 'null', undefined, ['no object']],
  ['a number', '7', undefined, ['no object']],
  ['a list', '[1]', undefined, ['no object']],
  ['10,000 levels', '['.repeat(10_000) + ']'.repeat(10_000), undefined, ['no object']],
  ['two megabytes', JSON.stringify({ ...good, x: 'x'.repeat(2e6) }), undefined, ['too long']],
  ['another leg', forged({ key: 'c:9' }), undefined, ['key']],
  ['no key', forged({ key: undefined }), undefined, ['key']],
  ['no written fields', forged({ written: undefined }), unread({}), ['written']],
  ['written is a list', forged({ written: [print] }), unread({}), ['written']],
  ['written is a text', forged({ written: print }), unread({}), ['written']],
  ['written is null', forged({ written: null }), unread({}), ['written']],
  [
    'one fingerprint is a number',
    forged({ written: { Subject: 7, Type: print } }),
    unread({ Type: print }),
    ['written']
  ],
  ['a fingerprint is an object', forged({ written: { Subject: {} } }), unread({}), ['written']],
  [
    'a fingerprint of another version',
    forged({ written: { Subject: '1abc.2def' } }),
    unread({}),
    ['written']
  ],
  [
    'names of every object',
    JSON.stringify(good).replace(
      '{"Subject"',
      `{"__proto__":"${print}","constructor":"${print}","toString":null,"Subject"`
    ),
    unread({ Subject: print }),
    ['written']
  ],
  ['a task id that is a number', forged({ taskId: 7 }), lookedFor, ['taskId']],
  ['a task id of a Contact', forged({ taskId: '003000000000001AAA' }), lookedFor, ['taskId']],
  ['a task id with a path', forged({ taskId: '00T/../../x' }), lookedFor, ['taskId']],
  ['a task id that is a list', forged({ taskId: ['00T000000000001AAA'] }), lookedFor, ['taskId']],
  ['deleted, without a Task', forged({ taskId: undefined, gone: true }), noTask, []],
  ['gone is a text', forged({ gone: 'yes' }), good, ['gone']],
  ['unread is a number', forged({ unread: 1 }), good, ['unread']],
  ['pending is an object', forged({ pending: {} }), good, ['pending']],
  ['lost updates of an earlier version', forged({ lost: [null] }), good, []],
  ['doubts are a text', forged({ doubts: 'x' }), unread(good.written), ['doubts']],
  ['doubts are a list', forged({ doubts: [null] }), unread(good.written), ['doubts']],
  ['a doubt is null', forged({ doubts: { Subject: null } }), unread(good.written), ['doubts']],
  [
    'a doubt about what every object has',
    forged({ doubts: { constructor: doubt, Type: doubt } }),
    unread(good.written, { doubts: { Type: doubt } }),
    ['doubts']
  ],
  [
    'a doubt without values',
    forged({ doubts: { Subject: { ...doubt, values: [] } } }),
    unread(good.written),
    ['doubts']
  ],
  [
    'a doubt of other values',
    forged({ doubts: { Subject: { ...doubt, values: [print, { print }] } } }),
    unread(good.written),
    ['doubts']
  ],
  [
    'a doubt until the year 9999',
    forged({ doubts: { Subject: { ...doubt, until: Date.UTC(9999, 0) } } }),
    unread(good.written),
    ['doubts']
  ],
  [
    'a doubt that is neither open nor closed',
    forged({ doubts: { Subject: { ...doubt, open: 'yes' }, Type: doubt } }),
    unread(good.written, { doubts: { Type: doubt } }),
    ['doubts']
  ],
  ['adopted is a text', forged({ adopted: 'no' }), good, ['adopted']],
  [
    'watched until the year 9999',
    forged({ endedAt: now, watchUntil: Date.UTC(9999, 0) }),
    good,
    ['watchUntil']
  ],
  [
    'ended before there was a Genesys Cloud',
    forged({ endedAt: 1, watchUntil: now + day }),
    good,
    ['endedAt']
  ],
  ['a watch without an end', forged({ watchUntil: now + day }), good, []],
  ['times that are texts', forged({ savedAt: 'now' }), without('savedAt'), ['savedAt']],
  ['times that are null', forged({ savedAt: null }), without('savedAt'), ['savedAt']],
  [
    'saved in the year 5000',
    forged({ savedAt: Date.UTC(5000, 0) }),
    without('savedAt'),
    ['savedAt']
  ],
  ['modified at no time', forged({ lastModified: 'yesterday' }), good, ['lastModified']],
  ['modified by a program', forged({ lastModified: { toString: 1 } }), good, ['lastModified']],
  ['a proof that is none', forged({ proof: { valid: true } }), good, ['proof']],
  ['chosen fields that are none', forged({ chosen: ['Subject', 7] }), good, ['chosen']],
  ['chosen is a text', forged({ chosen: 'Description' }), good, ['chosen']],
  ['facts nobody knows', forged({ stage: 'gone', gate: 'needs_you', draft: {} }), good, []]
];

function forged(facts: Entry): string {
  return JSON.stringify({ ...good, ...facts });
}
function unread(written: object, more: object = {}): Partial<JournalEntry> {
  return { ...good, written: written as JournalEntry['written'], unread: true, ...more };
}
function without(name: keyof JournalEntry): Partial<JournalEntry> {
  const { [name]: _, ...rest } = good as JournalEntry;
  return rest;
}
function stored(items: Record<string, string>) {
  const storage = fakeStorage();
  for (const [name, text] of Object.entries(items)) storage.items.set(name, text);
  const said: string[] = [];
  const journal = journalStore(
    storage,
    'ana',
    () => now,
    (kind) => said.push(kind)
  );
  return { storage, journal, said };
}

describe('a forged entry', () => {
  it.each(cases)('%s', (_, text, left, expected) => {
    const items = { 'ana:leg:c:1': text, 'ana:leg:c:2': JSON.stringify(neighbour) };
    const { journal, said } = stored(items);
    expect(journal.load()).toEqual(left ? [left, neighbour] : [neighbour]);
    expect(said).toEqual(expected);
    // Told once: the storage has been put right.
    said.length = 0;
    journal.load();
    expect(said).toEqual([]);
  });

  it.each(['', 'nothing', ':', 'a:b:c', 'c:1 ', '../c:1', 'x'.repeat(200) + ':1', '__proto__'])(
    'under a name that is none (%#)',
    (key) => {
      const items = {
        [`ana:leg:${key}`]: JSON.stringify({ ...good, key }),
        'ana:leg:c:2': JSON.stringify(neighbour)
      };
      const { journal, said, storage } = stored(items);
      expect(journal.load()).toEqual([neighbour]);
      expect(said).toEqual(['key']);
      expect(storage.items.size).toBe(1);
    }
  );

  it.each(['{"a":1}', 'null', '"c:1"', '[[["c:1"]]]', '['.repeat(50_000)])(
    'the list that an earlier version kept has no say (%#)',
    (text) => {
      const { journal } = stored({ 'ana:legs': text, 'ana:leg:c:2': JSON.stringify(neighbour) });
      expect(journal.load()).toEqual([neighbour]);
    }
  );

  it('a flood of them: the newest are kept', () => {
    const items: Record<string, string> = {};
    for (let n = 0; n < 3_000; n += 1) {
      items[`ana:leg:c:${n}`] = JSON.stringify({ ...good, key: `c:${n}`, keptAt: now - n });
    }
    const { journal, said } = stored(items);
    const loaded = journal.load();
    expect([loaded.length, loaded[0]?.key, loaded.at(-1)?.key]).toEqual([1_000, 'c:0', 'c:999']);
    expect(said).toHaveLength(2_000);
  });
});

const choiceCases: [what: string, text: string, left: Choices | undefined, said: string[]][] = [
  ['not JSON', 'notes', undefined, ['not JSON']],
  ['a list', '["n"]', undefined, ['no object']],
  ['notes that are a number', '{"notes":7}', undefined, ['notes']],
  ['notes that are an object', '{"notes":{"length":1},"whoId":""}', { whoId: '' }, ['notes']],
  ['half a megabyte of notes', JSON.stringify({ notes: 'n'.repeat(5e5) }), undefined, ['notes']],
  ['a chosen record that is none', '{"whoId":"x","notes":"n"}', { notes: 'n' }, ['whoId']],
  ['a chosen record that is null', '{"whatId":null,"notes":"n"}', { notes: 'n' }, ['whatId']],
  ['a name of no length', '{"whoName":["n"],"notes":"n"}', { notes: 'n' }, ['whoName']],
  [
    'a name without end',
    JSON.stringify({ notes: 'n', whatName: 'n'.repeat(1e4) }),
    { notes: 'n' },
    ['whatName']
  ],
  [
    'facts nobody knows',
    '{"notes":"n","Subject":"S","__proto__":{"whoId":"x"}}',
    { notes: 'n' },
    []
  ],
  ['nothing', '{}', undefined, []]
];

describe('forged choices', () => {
  it.each(choiceCases)('%s', (_, text, left, expected) => {
    const { journal, said } = stored({ 'ana:choices:c:1': text });
    expect(journal.choices('c:1')).toEqual(left);
    expect(said).toEqual(expected);
  });
});
