import type { Communication, Facts } from './conversation';

type Fields = Readonly<Record<string, unknown>>;

/** Compared where they are merged. */
const NOT_HERE = new Set([
  'attributes',
  'communications',
  'messageIds',
  'parkTimes',
  'resumeTimes'
]);

/** Whether a snapshot tells nothing but what is known; silence repeats everything. */
function repeats(known: Fields, told: Fields): boolean {
  // eslint-disable-next-line guard-for-in -- Our own literals: nothing is inherited.
  for (const field in told) {
    const value = told[field];
    if (value !== undefined && value !== known[field] && !NOT_HERE.has(field)) return false;
  }
  return true;
}

/** Whether a snapshot is silent about nothing that is known. */
export function isAsFull(told: object, known: object): boolean {
  const [some, all] = [told, known] as Fields[];
  for (const field in all) if (all[field] !== undefined && some![field] === undefined) return false;
  return true;
}

/** Each snapshot lists the same messages anew; what is known may hold more than one source tells. */
function holds(known: readonly string[] | undefined, told: readonly string[] | undefined): boolean {
  if (told === undefined || told === known) return true;
  if (known === undefined || told.length > known.length) return false;
  for (let index = 0; index < told.length; index++) {
    // Mostly at the same place; otherwise anywhere.
    if (told[index] !== known[index] && !known.includes(told[index]!)) return false;
  }
  return true;
}

/** Attributes and communications are compared where they are merged. */
export function repeatsFacts(known: Facts, told: Facts): boolean {
  return repeats(known as unknown as Fields, told as unknown as Fields);
}

export function repeatsCommunication(known: Communication, told: Communication): boolean {
  return (
    repeats(known as unknown as Fields, told as unknown as Fields) &&
    holds(known.messageIds, told.messageIds) &&
    holds(known.parkTimes, told.parkTimes) &&
    holds(known.resumeTimes, told.resumeTimes)
  );
}
