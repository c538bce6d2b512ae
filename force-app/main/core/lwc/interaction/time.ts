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
  if (PLAIN.test(text)) return text;
  // A zone-less text would be read in the browser's own zone.
  const ms = Date.parse(text.length > 10 && !ZONE.test(text) ? `${text}Z` : text);
  return ms > 0 && ms <= LAST ? new Date(ms).toISOString() : undefined;
}

/** Milliseconds since 1970 of a `Time`. */
export const msOf = (time: Time): number => Date.parse(time);

/** Whole seconds, rounded half up; undefined when either end is missing or the time would be negative. */
export function secondsBetween(from: Time | undefined, to: Time | undefined): number | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  return Math.round((msOf(to) - msOf(from)) / 1000);
}

/** Already in the one form, and a day that every month has. The rest goes through the engine's parser. */
const PLAIN =
  /^[2-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** A text that names its zone: `Z`, `+01:00`, `GMT`. */
const ZONE = /(z|[+-]\d{2}:?\d{2}|gmt|utc)$/i;
