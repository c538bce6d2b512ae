import { fingerprint } from './fingerprint';
import { same, sameAsRead, type Fields, type FieldValue } from './fields';

/** A value known only by its fingerprint, because it was written before this page was loaded. */
export interface Print {
  print: string;
}

export type Known = FieldValue | Print;

/** field → our value as Salesforce last accepted it. A field that is absent was never written. */
export type Written = Readonly<Record<string, Known>>;

export const isPrint = (known: Known | undefined): known is Print =>
  typeof known === 'object' && known !== null;

export const matches = (known: Known, value: FieldValue | undefined): boolean =>
  isPrint(known) ? known.print === fingerprint(value) : same(known, value);

/** Like `matches`, for a value as Salesforce returned it. */
export const matchesRead = (known: Known, read: FieldValue): boolean =>
  isPrint(known) ? known.print === fingerprint(read) : sameAsRead(known, read);

/** The values as saved, as far as they are known, and how many fields hold one. */
export function savedFields(
  written: Written,
  draft: Fields | undefined
): { fields: Fields; count: number } {
  const fields: Fields = {};
  let count = 0;
  for (const [field, known] of Object.entries(written)) {
    const value = draft?.[field];
    if (known !== null) count += 1;
    if (!isPrint(known)) {
      if (known !== null) fields[field] = known;
    } else if (value !== undefined && matches(known, value)) {
      fields[field] = value;
    }
  }
  return { fields, count };
}

export function printOf(known: Known): string | null {
  return isPrint(known) ? known.print : fingerprint(known);
}

export const knownOf = (print: string | null): Known => (print === null ? null : { print });

type Prints = Record<string, string | null>;

/** What is written stays the same from event to event, and is journalled at most of them. */
const knownPrints = new WeakMap<Written, Prints>();

export function toPrints(written: Written): Prints {
  const known = knownPrints.get(written);
  if (known) return known;
  const prints: Prints = {};
  for (const field of Object.keys(written)) prints[field] = printOf(written[field] as Known);
  knownPrints.set(written, prints);
  return prints;
}

/** `written` with what was accepted since. */
export function withAccepted(written: Written, fields: Written): Written {
  const all = { ...written, ...fields };
  knownPrints.set(all, { ...toPrints(written), ...toPrints(fields) });
  return all;
}

export const fromPrints = (prints: Record<string, string | null>): Written =>
  Object.fromEntries(Object.entries(prints).map(([field, print]) => [field, knownOf(print)]));
