/** Told what was thrown away, by kind: never a value, never a key. */
export type OnDropped = (kind: string) => void;

/** Longer than anything that was ever stored. */
const MOST_TEXT = 1_000_000;
const DAY = 24 * 60 * 60_000;
const YEAR = 365 * DAY;
const FIELD = /^[A-Za-z]\w{0,79}$/;
const RECORD_ID = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;
const LEG_KEY = /^[\w.-]{1,80}:[\w.-]{1,80}$/;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `conversationId:participantId`. */
export const isLegKey = (value: unknown): value is string =>
  typeof value === 'string' && LEG_KEY.test(value);

export const isRecordId = (value: unknown): value is string =>
  typeof value === 'string' && RECORD_ID.test(value);

export const isTaskId = (value: unknown): value is string =>
  isRecordId(value) && value.startsWith('00T');

/** API name of a field; `constructor` and the like are names of every object. */
export const isFieldName = (value: unknown): value is string =>
  typeof value === 'string' && FIELD.test(value) && !(value in Object.prototype);

export const isText =
  (most: number) =>
  (value: unknown): value is string =>
    typeof value === 'string' && value.length <= most;

export const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10_000;

/** A moment that this product may have seen: the browser's clock may be days off, not years. */
export const isMoment =
  (now: number) =>
  (value: unknown): value is number =>
    typeof value === 'number' && value > 0 && Math.abs(value - now) < YEAR;

/** When a watch may end. */
export const isWatchEnd =
  (now: number) =>
  (value: unknown): value is number =>
    isMoment(now)(value) && value - now < 60 * DAY;

/** An object from a stored text; undefined, and said, where it is none. */
export function objectFrom(
  text: string,
  onDropped: OnDropped
): Record<string, unknown> | undefined {
  try {
    const value: unknown = text.length > MOST_TEXT ? undefined : JSON.parse(text);
    if (isRecord(value)) return value;
    onDropped(text.length > MOST_TEXT ? 'too long' : 'no object');
  } catch {
    onDropped('not JSON');
  }
  return undefined;
}

export type Check<Value> = (value: unknown) => value is Value;

/** The properties of `value` that pass their check; each that does not is dropped alone. */
export function checkedFacts<Facts extends object>(
  value: Record<string, unknown>,
  checks: { [Name in keyof Facts]-?: Check<NonNullable<Facts[Name]>> },
  onDropped: OnDropped
): Partial<Facts> {
  const facts: Partial<Facts> = {};
  for (const name of Object.keys(checks) as (keyof Facts & string)[]) {
    const fact = Object.hasOwn(value, name) ? value[name] : undefined;
    if (fact === undefined) continue;
    if (checks[name](fact)) facts[name] = fact as Facts[typeof name];
    else onDropped(name);
  }
  return facts;
}
