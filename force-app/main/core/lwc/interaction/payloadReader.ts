import { cleanText } from './cleanText';
import type { PayloadProblem } from './payloadProblem';
import { timeOf } from './time';
import type { Time } from './time';

/** A JSON object of a payload: nothing about it is certain. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = Readonly<Record<string, any>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/**
 * Turns values of one payload into what they should be and counts those that are not. Null, `""` and a missing key are
 * the same: absent. Each method takes the value and, for the report, the
 * name of its field.
 */
export class PayloadReader {
  readonly problems: PayloadProblem[] = [];
  conversationId = '';
  /** Where in the payload the reader is: paths are put together only when there is something to report. */
  participant = -1;
  list = '';
  entry = -1;

  path(field: string): string {
    let path = this.participant < 0 ? '' : `participants[${this.participant}]`;
    if (this.list) path += `.${this.list}[${this.entry}]`;
    return field && path ? `${path}.${field}` : path + field;
  }

  /** Null and missing are ordinary, everything else that gets here has the wrong type. */
  private absent(value: unknown, field: string): undefined {
    if (value !== undefined && value !== null) {
      this.problems.push({ type: 'wrong_type', path: this.path(field), found: kindOf(value) });
    }
    return undefined;
  }

  text(value: unknown, field: string): string | undefined {
    if (typeof value === 'string') return cleanText(value) || undefined;
    return this.absent(value, field);
  }

  /** A text that means the same in any case: state, purpose, direction. */
  word(value: unknown, field: string): string | undefined {
    const text = this.text(value, field);
    return text?.toLowerCase();
  }

  flag(value: unknown, field: string): boolean | undefined {
    return typeof value === 'boolean' ? value : this.absent(value, field);
  }

  /** A finite number that is not negative. */
  amount(value: unknown, field: string): number | undefined {
    if (typeof value === 'number' && value >= 0 && value < Infinity) return value;
    return this.absent(value, field);
  }

  time(value: unknown, field: string): Time | undefined {
    const text = this.text(value, field);
    if (text === undefined) return undefined;
    const time = timeOf(text);
    if (time === undefined) this.problems.push({ type: 'bad_time', path: this.path(field) });
    return time;
  }

  object(value: unknown, field: string): Json | undefined {
    return isJson(value) ? value : this.absent(value, field);
  }

  array(value: unknown, field: string): readonly unknown[] | undefined {
    return Array.isArray(value) ? value : this.absent(value, field);
  }

  report(problem: PayloadProblem): void {
    this.problems.push(problem);
  }
}
