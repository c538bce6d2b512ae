import type { Fingerprint } from './fingerprint';
import { same, sameAsRead, type Fields, type FieldValue } from './fields';

/** A value known only by its fingerprint, because it was written before this page was loaded. */
export interface Print {
  print: string;
  /** How it was made. */
  of: Fingerprint;
}

export type Known = FieldValue | Print;

/** field → our value as Salesforce last accepted it. A field that is absent was never written. */
export type Written = Readonly<Record<string, Known>>;

export const isPrint = (known: Known | undefined): known is Print =>
  typeof known === 'object' && known !== null;

export const matches = (known: Known, value: FieldValue | undefined): boolean =>
  isPrint(known) ? known.print === known.of(value) : same(known, value);

/** Like `matches`, for a value as Salesforce returned it. */
export const matchesRead = (known: Known, read: FieldValue): boolean =>
  isPrint(known) ? known.print === known.of(read) : sameAsRead(known, read);

/** Do both say the same, as far as they are known? */
export function sameKnown(a: Known, b: Known): boolean {
  if (isPrint(a)) return a.print === toPrint(b, a.of);
  return isPrint(b) ? b.print === b.of(a) : sameAsRead(a, b);
}

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

export const toPrint = (known: Known, of: Fingerprint): string | null =>
  isPrint(known) ? known.print : of(known);

export const fromPrint = (print: string | null, of: Fingerprint): Known =>
  print === null ? null : { print, of };

type Prints = Record<string, string | null>;

/** What is written stays the same from event to event, and is journalled at most of them. */
const knownPrints = new WeakMap<Written, { prints: Prints; of: Fingerprint }>();
/** What it was put together from, until its prints are known. */
const parts = new WeakMap<Written, [Written, Written]>();

function freshPrints(written: Written, of: Fingerprint): Prints {
  const [before, since] = parts.get(written) ?? [];
  parts.delete(written);
  if (before && since) return { ...toPrints(before, of), ...toPrints(since, of) };
  const prints: Prints = {};
  for (const field of Object.keys(written)) prints[field] = toPrint(written[field] as Known, of);
  return prints;
}

export function toPrints(written: Written, of: Fingerprint): Prints {
  const known = knownPrints.get(written);
  if (known?.of === of) return known.prints;
  const prints = freshPrints(written, of);
  knownPrints.set(written, { prints, of });
  return prints;
}

/** `written` with what was accepted since. */
export function withAccepted(written: Written, fields: Written): Written {
  const all = { ...written, ...fields };
  parts.set(all, [written, fields]);
  return all;
}

export const fromPrints = (prints: Prints, of: Fingerprint): Written =>
  Object.fromEntries(Object.entries(prints).map(([field, print]) => [field, fromPrint(print, of)]));
