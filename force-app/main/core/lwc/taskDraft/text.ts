import { leftOut } from './coerced';
import type { Coerced } from './coerced';

const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/;

/** Text into a field of `limit` UTF-16 units; absent: no limit known. */
export function fitText(value: string, limit: number | undefined, mayCut: boolean): Coerced {
  if (limit === undefined || value.length <= limit) return { value };
  const size = { limit, length: value.length };
  if (!mayCut) return leftOut('too_long', size);
  return { value: cutText(value, limit), losses: [{ type: 'too_long', action: 'cut', ...size }] };
}

/** The first `limit` UTF-16 units, one fewer where the cut would split a surrogate pair. */
export function cutText(value: string, limit: number): string {
  const last = value.charCodeAt(limit - 1);
  const next = value.charCodeAt(limit);
  const splitsPair = last >= 0xd800 && last <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
  return value.slice(0, splitsPair ? limit - 1 : limit);
}

/** Half an address is a wrong one: never cut. */
export function fitEmail(value: string, limit: number | undefined): Coerced {
  return EMAIL.test(value) ? fitText(value, limit, false) : leftOut('not_an_email');
}
