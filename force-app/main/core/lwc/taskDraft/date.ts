import { timeOf } from 'c/interaction';
import { leftOut } from './coerced';
import type { Coerced } from './coerced';

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?Z?$/i;
/** What a Salesforce date holds. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 4000;
const AFTER_LAST_YEAR = String(LAST_YEAR + 1);

/** What `toLocaleString()` shows. */
const DATE_TIME: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric'
};

interface Moment {
  /** Ms since the epoch; a time without a zone is taken as UTC, as Genesys means it. */
  ms: number;
  /** `YYYY-MM-DD` as written. */
  day: string;
  /** Names its zone, so that the day depends on where one is. */
  zoned: boolean;
}

/** ISO 8601 only: "8/10/2015" is August in one locale and October in another. */
function parseMoment(value: unknown): Moment | undefined {
  const match = typeof value === 'string' ? ISO.exec(value) : null;
  if (!match) return undefined;
  const [year = 0, month = 0, dayOfMonth = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const fraction = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const utc = Date.UTC(year, month - 1, dayOfMonth, hour, minute, second, fraction);
  const ms = utc - offsetMs(match[8]);
  const date = new Date(utc);
  // Date.UTC rolls 30 February over into March, and hour 25 into the next day.
  const real =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === dayOfMonth &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  if (!real || year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  return { ms, day: match.slice(1, 4).join('-'), zoned: match[8] !== undefined };
}

function offsetMs(zone: string | undefined): number {
  if (!zone || zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', ''));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

export function fitDateTime(value: unknown): Coerced {
  // Already in the form it is sent in, as all times of the catalogue are.
  if (typeof value === 'string' && timeOf(value) === value && value < AFTER_LAST_YEAR) {
    return { value };
  }
  const moment = parseMoment(value);
  return moment ? { value: new Date(moment.ms).toISOString() } : leftOut('not_a_date');
}

/** The day it is in `timeZone` (absent: the browser's) at that moment. */
export function fitDate(value: unknown, timeZone: string | undefined): Coerced {
  const moment = parseMoment(value);
  if (!moment) return leftOut('not_a_date');
  return { value: moment.zoned ? localDay(moment.ms, timeZone) : moment.day };
}

export function fitTime(value: unknown): Coerced {
  const match = typeof value === 'string' ? TIME.exec(value) : null;
  if (!match) return leftOut('not_a_time');
  const [, hour, minute, second = '00', fraction = ''] = match;
  return { value: `${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z` };
}

function localDay(ms: number, timeZone: string | undefined): string {
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory'
  } as const;
  const parts = formatter('en', timeZone, options).format.formatToParts(ms);
  const part = (type: string): string => parts.find((entry) => entry.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/**
 * Date and time as people of `locale` write them, e.g. `8/10/2015, 8:55:17 AM`.
 * Browsers disagree on the kind of space before AM; all become plain ones, so that two tabs agree.
 */
export function localDateTime(
  iso: string,
  locale: string,
  timeZone: string | undefined
): string | undefined {
  const { format, texts } = formatter(locale, timeZone, DATE_TIME);
  const known = texts.get(iso);
  if (known !== undefined) return known;
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return undefined;
  const text = format.format(ms).replace(/[\u202f\u00a0]/g, ' ');
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(iso, text);
  return text;
}

interface Formatter {
  format: Intl.DateTimeFormat;
  /** ISO → what people read: an interaction connects once and is drafted many times. */
  texts: Map<string, string>;
}

const MOST_TEXTS = 2_000;

// Building one costs as much as a whole draft, and there is one locale and zone a browser.
const formatters = new Map<string, Formatter>();
let last:
  | {
      locale: string;
      timeZone: string | undefined;
      options: Intl.DateTimeFormatOptions;
      formatter: Formatter;
    }
  | undefined;

/** A locale or zone nobody knows falls back to English or the browser's zone. */
function formatter(
  locale: string,
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions
): Formatter {
  if (last?.locale === locale && last.timeZone === timeZone && last.options === options) {
    return last.formatter;
  }
  const key = `${locale}|${timeZone ?? ''}|${options.second ?? ''}`;
  const known = formatters.get(key) ?? newFormatter(locale, timeZone, options);
  formatters.set(key, known);
  last = { locale, timeZone, options, formatter: known };
  return known;
}

function newFormatter(
  locale: string,
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions
): Formatter {
  const made =
    build(locale, { ...options, timeZone }) ??
    build(locale, options) ??
    build('en-US', { ...options, timeZone }) ??
    new Intl.DateTimeFormat('en-US', options);
  return { format: made, texts: new Map<string, string>() };
}

function build(
  locale: string,
  options: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return undefined;
  }
}
