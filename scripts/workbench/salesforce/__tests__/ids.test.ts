/** @jest-environment node */
import { normalizeId, recordId, withChecksum } from '../ids';

test.each([
  ['001D000000IqhSL', '001D000000IqhSLIAZ'],
  ['000000000000000', '000000000000000AAA'],
  ['ABCDEABCDEABCDE', 'ABCDEABCDEABCDE555']
])('the check characters of %s', (id, whole) => {
  expect(withChecksum(id)).toBe(whole);
});

test('a record id is 18 characters, carries its prefix and checks out', () => {
  for (const sequence of [1, 61, 62, 5000, 300000]) {
    const id = recordId('00T', sequence);
    expect(id).toMatch(/^00T[a-zA-Z0-9]{15}$/);
    expect(normalizeId(id)).toBe(id);
    expect(normalizeId(id.slice(0, 15))).toBe(id);
  }
  expect(new Set([1, 36, 62, 3844].map((n) => recordId('00T', n))).size).toBe(4);
});

test.each(['', '00T', '00TWb000000000', '001D000000IqhSLIAX', '00T-b0000000001MAA'])(
  '%p is no id',
  (id) => {
    expect(normalizeId(id)).toBeUndefined();
  }
);
