/** How far back from the limit a better place to cut is looked for. */
const WINDOW = 256;

let segmenter: Intl.Segmenter | undefined;

/**
 * Where to cut a text so that at most `limit` UTF-16 units come before: never inside a character that people see as one
 * (an emoji with its skin tone, a letter with its accent), and only where `isFit` agrees; when all that is near the limit
 * is like that, at least never inside a surrogate pair.
 */
export function cutBefore(
  text: string,
  limit: number,
  isFit: (text: string, at: number) => boolean = () => true
): number {
  const start = afterPair(text, limit - WINDOW);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let cut = 0;
  for (const { index } of segmenter.segment(text.slice(start, limit + WINDOW))) {
    const at = start + index;
    if (at > limit) break;
    if (index > 0 && isFit(text, at)) cut = at;
  }
  return cut || beforePair(text, limit);
}

const isInsidePair = (text: string, at: number): boolean =>
  /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));

const beforePair = (text: string, at: number): number => (isInsidePair(text, at) ? at - 1 : at);

const afterPair = (text: string, at: number): number => {
  const from = Math.max(0, at);
  return isInsidePair(text, from) ? from + 1 : from;
};
