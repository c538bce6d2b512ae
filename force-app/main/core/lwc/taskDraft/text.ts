import { cutBefore } from 'c/interaction';
import { leftOut } from './coerced';
import type { Coerced } from './coerced';

/** `http(s)://host`, nothing before an `@`, then anything without blanks. */
const WEB_ADDRESS = /^https?:\/\/[\p{L}\p{N}[][^\s\\/?#@]*(?:[/?#][^\s\\]*)?$/iu;
const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/;

/** Text into a field of `limit` UTF-16 units; absent: no limit known. */
export function fitText(value: string, limit: number | undefined, mayCut: boolean): Coerced {
  if (limit === undefined || value.length <= limit) return { value };
  const size = { limit, length: value.length };
  if (!mayCut) return leftOut('too_long', size);
  return {
    value: value.slice(0, cutBefore(value, limit)).trimEnd(),
    losses: [{ type: 'too_long', action: 'cut', ...size }]
  };
}

/** Half an address is a wrong one: never cut. */
export function fitEmail(value: string, limit: number | undefined): Coerced {
  return EMAIL.test(value) ? fitText(value, limit, false) : leftOut('not_an_email');
}

/**
 * A link that an agent may be led to click: a web page, told openly. Scripts and other programs are none, and a name
 * before an `@` only makes another host look trusted.
 */
export function fitWebAddress(value: string, limit: number | undefined): Coerced {
  return WEB_ADDRESS.test(value) ? fitText(value, limit, false) : leftOut('not_a_web_address');
}
