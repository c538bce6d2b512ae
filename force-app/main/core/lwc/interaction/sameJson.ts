import type { Json } from './payloadReader';

/**
 * Whether two objects out of `JSON.parse`, or like them, say the same; the order of keys does not matter. Most of a snapshot
 * repeats the one before it, and finding that out here costs a small part of reading it: engines walk an object with
 * `for in` without looking its keys up.
 */
export function sameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  let keys = 0;
  // eslint-disable-next-line guard-for-in -- Nothing is inherited, and asking costs as much as comparing.
  for (const key in one) {
    if (!sameValue(one[key], other[key])) return false;
    keys++;
  }
  return keys === Object.keys(other).length;
}

export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (!Array.isArray(one)) return !Array.isArray(other) && sameJson(one, other);
  if (!Array.isArray(other) || one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) {
    if (!sameValue(one[index], other[index])) return false;
  }
  return true;
}
