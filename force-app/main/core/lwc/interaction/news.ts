/**
 * One field after a snapshot: silence and repetition leave it as it is known. `said` is what the same source told last,
 * `stale`: the snapshot is older and may only fill gaps.
 */
export function news<T>(
  known: T | undefined,
  told: T | undefined,
  said: T | undefined,
  stale: boolean
): T | undefined {
  if (told === undefined || told === known) return known;
  return known !== undefined && (stale || told === said) ? known : told;
}

/** What becomes of a group of fields that belong to one id: a new id without a name makes the old name wrong. */
export type Ruling = 'each for itself' | 'as known' | 'as told';

/** `known`, `told`, `said`: the ids. */
export function rulingOf(known: unknown, told: unknown, said: unknown, stale: boolean): Ruling {
  if (known === undefined || told === undefined || told === known) return 'each for itself';
  return stale || told === said ? 'as known' : 'as told';
}

export function inGroup<T>(
  ruling: Ruling,
  known: T | undefined,
  told: T | undefined,
  said: T | undefined,
  stale: boolean
): T | undefined {
  if (ruling === 'each for itself') return news(known, told, said, stale);
  return ruling === 'as told' ? told : known;
}
