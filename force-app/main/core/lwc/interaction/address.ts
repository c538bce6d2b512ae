function isNumber(text: string): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (!(i === 0 && code === 43)) return false;
  }
  return digits > 0;
}

/**
 * `tel:+13175550106` → `+13175550106`; `sip:+13175550106@host;user=phone` → `+13175550106`. A SIP address whose user
 * part is no number (a queue, a station) stays whole.
 */
export function plainAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  let plain = address;
  if (address.startsWith('tel:')) {
    const end = address.indexOf(';');
    plain = address.slice(4, end < 0 ? undefined : end);
  } else if (address.startsWith('sip:') || address.startsWith('sips:')) {
    const start = address.indexOf(':') + 1;
    const end = address.indexOf('@', start);
    const user = end < 0 ? address.slice(start) : address.slice(start, end);
    if (isNumber(user)) plain = user;
  }
  return plain === '' ? undefined : plain;
}
