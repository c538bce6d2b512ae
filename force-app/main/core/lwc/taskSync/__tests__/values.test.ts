import { same, sameAsRead, type FieldValue } from '../fields';
import { fingerprints } from '../fingerprint';
import { nextReread } from '../watch';

describe('our values', () => {
  it.each<[FieldValue | undefined, FieldValue | undefined, boolean]>([
    ['', null, true],
    [undefined, null, true],
    ['a', 'a', true],
    ['a', 'a ', false],
    [0, null, false],
    [0, '0', false],
    [false, null, false]
  ])('%p and %p: same %p', (a, b, expected) => expect(same(a, b)).toBe(expected));
});

describe('our value and the one Salesforce holds', () => {
  it.each<[FieldValue, FieldValue, boolean]>([
    ['', null, true],
    ['  ', null, true],
    ['a ', 'a', true],
    ['a', 'b', false],
    [1.5, 1.5, true],
    [1, '1', false],
    ['2026-01-02T03:04:05.000Z', '2026-01-02T03:04:05.000+0000', true],
    ['2026-01-02T03:04:05.000Z', '2026-01-02T04:04:05.000+01:00', true],
    ['2026-01-02T03:04:05.000Z', '2026-01-02T03:04:06.000+0000', false],
    ['2026-01-02', '2026-01-03', false]
  ])('%p and %p: same %p', (ours, read, expected) => {
    expect(sameAsRead(ours, read)).toBe(expected);
  });
});

describe('fingerprint', () => {
  const fingerprint = fingerprints('000102030405060708090a0b0c0d0e0f');

  it('is null for an empty value only', () => {
    expect([fingerprint(''), fingerprint(null), fingerprint(undefined)]).toEqual([
      null,
      null,
      null
    ]);
    expect([0, false, 'null'].map(fingerprint)).not.toContain(null);
  });

  it('differs for 200 000 different values', () => {
    const prints = new Set<string | null>();
    for (let n = 0; n < 100_000; n += 1) {
      prints.add(fingerprint(n));
      prints.add(fingerprint(String(n)));
    }
    expect(prints.size).toBe(200_000);
  });
});

describe('re-reads after disconnect', () => {
  const minute = 60_000;
  it.each([
    [0, 1],
    [1, 5],
    [4, 5],
    [5, 15],
    [15, 60],
    [60, 120],
    [119, 120],
    [120, 180]
  ])('at minute %p the next is at minute %p', (now, next) => {
    expect(nextReread(0, now * minute)).toBe(next * minute);
  });
});
