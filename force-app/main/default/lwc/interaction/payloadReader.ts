import type { PayloadProblem } from './payloadProblem';

export type Json = Readonly<Record<string, unknown>>;

/** Milliseconds of 9999-12-31: later times have no plain ISO form. */
const LAST_TIME = 253_402_300_799_999;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Milliseconds since 1970 of an ISO-8601 text; a text without a zone is UTC. NaN when it is no time. */
export function parseTime(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  let ms = Date.parse(text);
  // Z is 90. Without a zone the engine would use the browser's own.
  if (last !== 90 && text.length > 10 && !hasZone(text)) ms = Date.parse(`${text}Z`);
  return ms > 0 && ms <= LAST_TIME ? ms : NaN;
}

function hasZone(text: string): boolean {
  const sign = text.charAt(text.length - 6);
  const compact = text.charAt(text.length - 5);
  return sign === '+' || sign === '-' || compact === '+' || compact === '-' || text.endsWith('z');
}

/**
 * Reads fields of one payload and counts what it could not use. Null, `""` and a missing key are the same: absent.
 * Paths are put together only when there is something to report.
 */
export class PayloadReader {
  readonly problems: PayloadProblem[] = [];
  /** Where in the payload the reader is. */
  participant = -1;
  list = '';
  entry = -1;

  private path(field: string): string {
    let path = this.participant < 0 ? '' : `participants[${this.participant}].`;
    if (this.list) path += `${this.list}[${this.entry}].`;
    return path + field;
  }

  private wrong(field: string, value: unknown): undefined {
    this.problems.push({ type: 'wrong_type', path: this.path(field), found: kindOf(value) });
    return undefined;
  }

  text(source: Json, field: string): string | undefined {
    const value = source[field];
    if (typeof value === 'string') return value === '' ? undefined : value;
    return value === undefined || value === null ? undefined : this.wrong(field, value);
  }

  word(source: Json, field: string): string | undefined {
    return this.text(source, field)?.toLowerCase();
  }

  flag(source: Json, field: string): boolean | undefined {
    const value = source[field];
    if (typeof value === 'boolean') return value;
    return value === undefined || value === null ? undefined : this.wrong(field, value);
  }

  /** A finite number that is not negative. */
  amount(source: Json, field: string): number | undefined {
    const value = source[field];
    if (typeof value === 'number' && value >= 0 && value < Infinity) return value;
    return value === undefined || value === null ? undefined : this.wrong(field, value);
  }

  time(source: Json, field: string): number | undefined {
    const value = source[field];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') return this.wrong(field, value);
    const ms = parseTime(value);
    if (ms === ms) return ms;
    this.problems.push({ type: 'bad_time', path: this.path(field) });
    return undefined;
  }

  object(source: Json, field: string): Json | undefined {
    const value = source[field];
    if (isJson(value)) return value;
    return value === undefined || value === null ? undefined : this.wrong(field, value);
  }

  array(source: Json, field: string): readonly unknown[] | undefined {
    const value = source[field];
    if (Array.isArray(value)) return value;
    return value === undefined || value === null ? undefined : this.wrong(field, value);
  }

  report(problem: PayloadProblem): void {
    this.problems.push(problem);
  }
}
