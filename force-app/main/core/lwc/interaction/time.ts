/**
 * A moment as ISO-8601 UTC text with milliseconds (`2024-03-01T09:00:00.000Z`). Texts of this form sort as the moments
 * do, and attributes show them as they are, so most times of a payload are never turned into numbers.
 */
export type Time = string;

/** Sorts after every moment: for what has not happened yet. */
export const NEVER: Time = '~';

/** Milliseconds of 9999-12-31T23:59:59.999Z: later moments have no form of 24 characters. */
const LAST = 253_402_300_799_999;

/** `undefined` when the text is no time after 1970. A text without a zone is UTC, as everywhere in Genesys Cloud. */
export function timeOf(text: string): Time | undefined {
  if (isPlain(text)) return text;
  // A zone-less text would be read in the browser's own zone.
  const ms = Date.parse(text.length > 10 && !hasZone(text) ? `${text}Z` : text);
  return ms > 0 && ms <= LAST ? new Date(ms).toISOString() : undefined;
}

/** Milliseconds since 1970 of a `Time`. */
export function msOf(time: Time): number {
  return Date.UTC(
    pair(time, 0) * 100 + pair(time, 2),
    pair(time, 5) - 1,
    pair(time, 8),
    pair(time, 11),
    pair(time, 14),
    pair(time, 17),
    pair(time, 20) * 10 + time.charCodeAt(22) - 48
  );
}

/** Whole seconds, rounded half up; undefined when either end is missing or the time would be negative. */
export function secondsBetween(from: Time | undefined, to: Time | undefined): number | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  return Math.round((msOf(to) - msOf(from)) / 1000);
}

const DIGITS = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18, 20, 21, 22];

/** Already in the one form, and a moment that exists in every month. The rest goes through the engine's parser. */
function isPlain(text: string): boolean {
  if (
    text.length !== 24 ||
    text.charCodeAt(23) !== 90 /* Z */ ||
    text.charCodeAt(10) !== 84 /* T */
  ) {
    return false;
  }
  for (const index of DIGITS) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(19) !== 46)
    return false;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return false;
  const month = pair(text, 5);
  const day = pair(text, 8);
  return (
    pair(text, 0) >= 20 &&
    month > 0 &&
    month <= 12 &&
    day > 0 &&
    day <= 28 &&
    pair(text, 11) < 24 &&
    pair(text, 14) < 60 &&
    pair(text, 17) < 60
  );
}

function pair(text: string, index: number): number {
  return (text.charCodeAt(index) - 48) * 10 + text.charCodeAt(index + 1) - 48;
}

function hasZone(text: string): boolean {
  const last = text.charAt(text.length - 1);
  if (last === 'Z' || last === 'z') return true;
  const sign = text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
  return sign || text.endsWith('GMT') || text.endsWith('UTC');
}
