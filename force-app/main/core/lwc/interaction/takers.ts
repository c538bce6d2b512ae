import type { Json, PayloadReader } from './payloadReader';

/** Takes one field of a payload over into what is made of it. */
export type Taker<T> = (into: T, value: unknown, reader: PayloadReader) => unknown;

export type Takers<T> = ReadonlyMap<string, Taker<T>>;

/** By name of the field. */
export const takersOf = <T>(takers: Readonly<Record<string, Taker<T>>>): Takers<T> =>
  new Map(Object.entries(takers));

/**
 * Walks what the payload holds instead of asking for all that it might hold: of some sixty fields that matter a participant
 * has ten to twenty, and engines are slow at finding that a field is missing.
 */
export function takeAll<T>(takers: Takers<T>, into: T, source: Json, reader: PayloadReader): void {
  // eslint-disable-next-line guard-for-in -- Out of JSON: nothing is inherited.
  for (const field in source) takers.get(field)?.(into, source[field], reader);
}

interface WrappedUp {
  wrapUpCode?: string;
  wrapUpName?: string;
  wrapUpSeconds?: number;
}

export const takeWrapUp: Taker<WrappedUp> = (into, value, reader) => {
  const wrapUp = reader.object(value, 'wrapup');
  if (!wrapUp) return;
  into.wrapUpCode = reader.text(wrapUp.code, 'wrapup.code');
  into.wrapUpName = reader.text(wrapUp.name, 'wrapup.name');
  into.wrapUpSeconds = reader.amount(wrapUp.durationSeconds, 'wrapup.durationSeconds');
};
