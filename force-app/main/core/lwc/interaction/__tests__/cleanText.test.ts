import fc from 'fast-check';
import { cleanText, cutBefore } from '../interaction';

const UNCLEAN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('a clean text', () => {
  const cases: [string, given: string, clean: string][] = [
    ['NUL', 'a\u0000b', 'a b'],
    ['a bell and an escape', 'a\u0007\u001b[31mb', 'a [31mb'],
    ['delete', 'a\u007fb', 'a b'],
    ['controls of the second set', 'a\u0080\u009fb', 'a b'],
    ['old ways to end a line', 'a\u000bb\u000cc\u0085d', 'a\nb\nc\nd'],
    ['a right-to-left override', 'invoice\u202egnp.exe', 'invoicegnp.exe'],
    ['embeddings', '\u202aa\u202bb\u202cc\u202dd', 'abcd'],
    ['isolates', '\u2066a\u2067b\u2068c\u2069d', 'abcd'],
    ['the first half of an emoji', 'ok \ud83d!', 'ok \ufffd!'],
    ['the second half of an emoji', '\ude00 ok', '\ufffd ok'],
    ['halves in the wrong order', '\ude00\ud83d', '\ufffd\ufffd'],
    ['what is no character', 'a\uffffb\ufffe', 'a\ufffdb\ufffd']
  ];
  it.each(cases)('%s', (_what, given, clean) => {
    expect(cleanText(given)).toBe(clean);
  });

  it.each([
    'Blanche Stokes',
    'two\nlines\r\nand a\ttab',
    'שלום עולם \u200f(1)\u200e',
    'محمد',
    '👩🏽‍🚒🇩🇪 e\u0301 語',
    '',
    '↵ … “quoted”'
  ])('%p stays as it is', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('is clean whatever comes, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(UNCLEAN);
        expect(cleanText(clean)).toBe(clean);
      })
    );
  });
});

describe('a cut', () => {
  const cases: [string, text: string, limit: number, before: string][] = [
    ['inside a surrogate pair', 'ab😀cd', 3, 'ab'],
    ['inside a skin tone', 'ab👩🏽cd', 4, 'ab'],
    ['inside a family', 'ab👨‍👩‍👧cd', 7, 'ab'],
    ['inside an accent', 'abe\u0301cd', 3, 'ab'],
    ['inside a flag', 'ab🇩🇪cd', 4, 'ab'],
    ['between letters', 'abcdef', 3, 'abc'],
    ['after a space', 'ab cdef', 3, 'ab ']
  ];
  it.each(cases)('%s', (_where, text, limit, before) => {
    expect(text.slice(0, cutBefore(text, limit))).toBe(before);
  });

  it('never leaves half an emoji, nor more than the limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => {
          const cut = cutBefore(text, limit);
          expect(cut).toBeLessThanOrEqual(limit);
          expect(text.slice(0, cut).isWellFormed()).toBe(true);
        }
      )
    );
  });
});
