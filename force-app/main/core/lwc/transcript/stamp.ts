const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * ISO 8601 to the second with the zone's offset: `2026-03-02T10:00:07-05:00`, `Z` for UTC.
 * @param at ms epoch
 * @param timeZone IANA name; absent: the browser's own; unknown: UTC
 */
export function stampOf(at: number, timeZone: string | undefined): string {
  const offset = offsetOf(at, timeZone);
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  if (offset === 0) return `${local}Z`;
  const minutes = Math.abs(offset);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Minutes that the zone is ahead of UTC at that moment. */
function offsetOf(at: number, timeZone: string | undefined): number {
  const format = formatOf(timeZone);
  if (!format) return 0;
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((local - Math.floor(at / 1000) * 1000) / 60_000);
}

/** Making a format is slow, and a transcript has one zone. */
function formatOf(timeZone: string | undefined): Intl.DateTimeFormat | undefined {
  const name = timeZone ?? '';
  if (!formats.has(name)) formats.set(name, newFormat(timeZone));
  return formats.get(name);
}

function newFormat(timeZone: string | undefined): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    });
  } catch {
    // A zone that this browser does not know.
    return undefined;
  }
}
