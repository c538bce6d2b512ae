import { cutBefore } from 'c/interaction';

/** Characters that one record holds (UTF-16 units, as Salesforce counts). */
export const PART_LIMIT = 131_072;

/** Stands where a line goes on in the next record: the rest of a message must not look like a line. */
const CONTINUED = '… ';

/**
 * A transcript as the texts of its records. Each line ends with `\n`. Lines stay whole
 * unless one alone is too long; it goes on after a mark. Parts fill up from the first on,
 * so that a transcript that grows at its end changes its last part only.
 *
 * @param limit most characters of a part, at least 8; a line break counts as two, as Salesforce
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
      const cut = cutBefore(rest, limit - 2, isBesideNoSpace);
      parts.push(rest.slice(0, cut));
      rest = CONTINUED + rest.slice(cut);
    }
    part += `${rest}\n`;
    size += rest.length + 2;
  }
  close();
  return parts;
}

/** Salesforce would trim the space away. */
const isBesideNoSpace = (text: string, at: number): boolean =>
  !/\s/.test(text.charAt(at - 1) + text.charAt(at));
