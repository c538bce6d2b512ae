import type { Json } from './payloadReader';

/** What nests deeper counts as different: nothing we read does, and comparing it would end the stack. */
const DEEPEST = 100;

/**
 * Whether two objects out of `JSON.parse`, or like them, say the same; the order of keys does not matter. Most of a snapshot
 * repeats the one before it, and finding that out here costs a small part of reading it: engines walk an object with
 * `for in` without looking its keys up.
 */
export function sameJson(one: Json, other: Json, depth = 0): boolean {
  if (one === other) return true;
  if (depth > DEEPEST) return false;
  let keys = 0;
  // eslint-disable-next-line guard-for-in -- Nothing is inherited, and asking costs as much as comparing.
  for (const key in one) {
    if (!sameValue(one[key], other[key], depth + 1)) return false;
    keys++;
  }
  return keys === Object.keys(other).length;
}

export function sameValue(one: unknown, other: unknown, depth = 0): boolean {
  if (one === other) return true;
  if (depth > DEEPEST) return false;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (!Array.isArray(one)) return !Array.isArray(other) && sameJson(one, other, depth);
  if (!Array.isArray(other) || one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) {
    if (!sameValue(one[index], other[index], depth + 1)) return false;
  }
  return true;
}
