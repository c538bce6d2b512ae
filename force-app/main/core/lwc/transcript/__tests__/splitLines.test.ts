import fc from 'fast-check';
import { PART_LIMIT, splitLines } from '../split';

const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** As Salesforce stores it. */
const stored = (part: string): number => part.replace(/\n/g, '\r\n').length;

const hasHalfEmoji = (text: string): boolean => !text.isWellFormed();

/** Lines with what is hard to cut: emoji, skin tones, flags, families, accents. */
const line = fc
  .array(fc.constantFrom('a', 'é', 'e\u0301', '😀', '👩🏽‍🚒', '🇩🇪', ' ', 'word', '語'), {
    maxLength: 60
  })
  .map((pieces) => pieces.join(''));

describe('a transcript in parts', () => {
  /** What is left out of a cut line stands after a mark. */
  const whole = (parts: readonly string[]): string => parts.join('').replaceAll(/(?<!\n)… /g, '');

  it('joined is the transcript, each part fits, no emoji is cut', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 20 }),
        fc.integer({ min: 16, max: 200 }),
        (lines, limit) => {
          const parts = splitLines(lines, limit);
          expect(whole(parts)).toBe(joined(lines));
          for (const part of parts) {
            expect(stored(part)).toBeLessThanOrEqual(limit);
            expect(hasHalfEmoji(part)).toBe(false);
          }
        }
      )
    );
  });

  it('that grows at its end changes its last part and adds new ones', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), line, (lines, next) => {
        const before = splitLines(lines, 64);
        const after = splitLines([...lines, next], 64);
        expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
      })
    );
  });

  const cases: [string, string[], number, string[]][] = [
    ['nothing', [], 10, []],
    ['lines that fit', ['ab', 'cd'], 10, ['ab\ncd\n']],
    ['lines that just fit', ['ab', 'cd'], 8, ['ab\ncd\n']],
    ['lines that just do not', ['ab', 'cd'], 7, ['ab\n', 'cd\n']],
    ['one line too long', ['abcdefgh'], 6, ['abcd', '… ef', '… gh\n']],
    ['a family stays together', ['abcdefghij👨‍👩‍👧cd'], 14, ['abcdefghij', '… 👨‍👩‍👧cd\n']],
    ['no cut beside a space', ['abc def gh'], 8, ['abc de', '… f gh\n']]
  ];
  it.each(cases)('%s', (_name, lines, limit, expected) => {
    expect(splitLines(lines, limit)).toEqual(expected);
  });

  it('cuts a word of nothing but one endless character between its pairs', () => {
    const endless = `👩${'\u200d👩'.repeat(400)}`;
    const parts = splitLines([endless], 100);
    expect(whole(parts)).toBe(`${endless}\n`);
    expect(parts.some(hasHalfEmoji)).toBe(false);
  });

  it('fills a record of Salesforce to the last character', () => {
    const parts = splitLines(['x'.repeat(PART_LIMIT - 2), 'y'], PART_LIMIT);
    expect(parts.map(stored)).toEqual([131_072, 3]);
  });
});
