import type { Json, PayloadReader } from './payloadReader';

/** Reads one field of a payload into what is made of it. */
export type FieldReader<T> = (into: T, value: unknown, reader: PayloadReader) => unknown;

/** By name of the field. */
export type FieldReaders<T> = ReadonlyMap<string, FieldReader<T>>;

export const fieldReaders = <T>(
  readers: Readonly<Record<string, FieldReader<T>>>
): FieldReaders<T> => new Map(Object.entries(readers));

/** Walks what the payload holds: of some sixty fields that matter a participant has ten to twenty. */
export function readFields<T>(
  readers: FieldReaders<T>,
  into: T,
  source: Json,
  reader: PayloadReader
): void {
  // eslint-disable-next-line guard-for-in -- Out of JSON: nothing is inherited.
  for (const field in source) readers.get(field)?.(into, source[field], reader);
}

interface WrappedUp {
  wrapUpCode?: string;
  wrapUpName?: string;
  wrapUpSeconds?: number;
}

export const readWrapUp: FieldReader<WrappedUp> = (into, value, reader) => {
  const wrapUp = reader.object(value, 'wrapup');
  if (!wrapUp) return;
  into.wrapUpCode = reader.text(wrapUp.code, 'wrapup.code');
  into.wrapUpName = reader.text(wrapUp.name, 'wrapup.name');
  into.wrapUpSeconds = reader.amount(wrapUp.durationSeconds, 'wrapup.durationSeconds');
};
