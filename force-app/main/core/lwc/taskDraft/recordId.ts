import { leftOut } from './coerced';
import type { Coerced } from './coerced';

const RECORD_ID = /^[a-z0-9]{15}(?:[a-z0-9]{3})?$/i;
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The first three characters of an id tell its object; custom objects differ from org to org. */
export const KEY_PREFIXES: Readonly<Record<string, string>> = {
  Account: '001',
  Campaign: '701',
  Case: '500',
  Contact: '003',
  Contract: '800',
  Lead: '00Q',
  Opportunity: '006',
  Order: '801',
  Product2: '01t',
  Solution: '501',
  User: '005'
};

export function isLeadId(id: unknown): boolean {
  return typeof id === 'string' && id.startsWith('00Q');
}

/** In its 18-character form, so that one record is one value. */
export function fitRecordId(value: string, referenceTo: readonly string[] | undefined): Coerced {
  if (!RECORD_ID.test(value)) return leftOut('not_an_id');
  const prefixes = (referenceTo ?? []).map((object) => KEY_PREFIXES[object]);
  const allKnown = prefixes.length > 0 && prefixes.every((prefix) => prefix !== undefined);
  if (allKnown && !prefixes.includes(value.slice(0, 3))) return leftOut('wrong_object');
  return { value: value.length === 18 ? value : value + suffix(value) };
}

/** Three characters that tell upper from lower case in each block of five. */
function suffix(id: string): string {
  return [0, 5, 10].map((start) => SUFFIX[upperCaseBits(id.slice(start, start + 5))]).join('');
}

/** Bit n is set when letter n is upper case. */
function upperCaseBits(letters: string): number {
  return [...letters].reduce((bits, letter, at) => bits | (/[A-Z]/.test(letter) ? 1 << at : 0), 0);
}
