/** Characters that one record holds (UTF-16 units, as Salesforce counts). */
export const PART_LIMIT = 131_072;

/** How far back from the limit a better place to cut is looked for. */
const WINDOW = 256;

/**
 * A transcript as the texts of its records. Each line ends with `\n`; joined, the parts are the
 * transcript again. Lines stay whole unless one alone is too long. Parts fill up from the first on,
 * so that a transcript that grows at its end changes its last part only.
 *
 * @param limit most characters of a part, at least 4; a line break counts as two, as Salesforce
 * stores it
 */
export function splitLines(lines: readonly string[], limit: number = PART_LIMIT): string[] {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  const close = (): void => {
    if (part) parts.push(part);
    part = '';
    size = 0;
  };
  for (const line of lines) {
    let rest = line;
    if (size + rest.length + 2 > limit) close();
    while (rest.length + 2 > limit) {
      const cut = cutBefore(rest, limit - 2);
      parts.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    part += `${rest}\n`;
    size += rest.length + 2;
  }
  close();
  return parts;
}

let segmenter: Intl.Segmenter | undefined;

/**
 * Where to cut a text so that at most `limit` characters come before: never inside a character that
 * people see as one (an emoji with its skin tone, a letter with its accent), and not beside a
 * space, which Salesforce would trim away; when all of the window is like that, at least never
 * inside a surrogate pair.
 */
function cutBefore(text: string, limit: number): number {
  const start = afterPair(text, limit - WINDOW);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let cut = 0;
  for (const { index } of segmenter.segment(text.slice(start, limit + WINDOW))) {
    const at = start + index;
    if (at > limit) break;
    if (index > 0 && !isSpaceAt(text, at) && !isSpaceAt(text, at - 1)) cut = at;
  }
  return cut || beforePair(text, limit);
}

const isSpaceAt = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

const isInsidePair = (text: string, at: number): boolean =>
  /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));

const beforePair = (text: string, at: number): number => (isInsidePair(text, at) ? at - 1 : at);

const afterPair = (text: string, at: number): number => {
  const from = Math.max(0, at);
  return isInsidePair(text, from) ? from + 1 : from;
};
