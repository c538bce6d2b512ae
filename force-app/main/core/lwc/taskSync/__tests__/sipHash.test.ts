import { sipHash } from '../sipHash';

const counting = '000102030405060708090a0b0c0d0e0f';
const bytes = (count: number): string =>
  Array.from({ length: count / 2 }, (_, at) =>
    String.fromCharCode(at * 2 + ((at * 2 + 1) << 8))
  ).join('');

/** As OpenSSL's SIPHASH says for the same bytes, its eight bytes read backwards. */
const vectors: [string, string, string, string][] = [
  ['nothing', counting, '', '726fdb47dd0e0e31'],
  ['14 bytes', counting, bytes(14), 'f723ca908e7af2ee'],
  ['whole blocks', counting, 'ABCDEFGH', 'c2f577038be26d5e'],
  ['another key', 'ffeeddccbbaa99887766554433221100', 'Zoë 0123456789 x', 'c1bacf681195bd8f']
];

describe('SipHash-2-4', () => {
  it.each(vectors)('of %s', (_, key, text, expected) => {
    expect(sipHash(key)(text)).toBe(expected);
  });

  it('differs by key, by text and by length', () => {
    const texts = ['', '\u0000', '\u0000\u0000', 'a', 'aa', 'ab', 'ba', 'Yes', 'yes'];
    const keys = [counting, counting.replace('0f', '1f'), counting.replace('00', '80')];
    const all = keys.flatMap((key) => texts.map(sipHash(key)));
    expect(new Set(all).size).toBe(all.length);
  });
});
