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

export interface Saved {
  /** The values as saved, as far as they are known. */
  fields: Fields;
  /** How many fields hold one. */
  count: number;
}

/** What is written stays the same from event to event. Only what prints stand for depends on the draft. */
const knownSaved = new WeakMap<Written, Saved & { hasPrints: boolean; draft?: Fields }>();

export function savedFields(written: Written, draft: Fields | undefined): Saved {
  const known = knownSaved.get(written);
  if (known && (!known.hasPrints || known.draft === draft)) return known;
  const fields: Fields = {};
  let count = 0;
  let hasPrints = false;
  for (const field of Object.keys(written)) {
    const value = written[field] as Known;
    if (value === null) continue;
    count += 1;
    if (!isPrint(value)) {
      fields[field] = value;
      continue;
    }
    hasPrints = true;
    const drafted = draft?.[field];
    if (drafted !== undefined && matches(value, drafted)) fields[field] = drafted;
  }
  const saved = { fields, count, hasPrints, draft: hasPrints ? draft : undefined };
  knownSaved.set(written, saved);
  return saved;
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
