/** `+13175550106`, `2045`, `+13175550106x134`: no name and no queue of a SIP server. */
const NUMBER = /^\+?\d+(x\d+)?$/i;
const SCHEME = /^(tel|sips?):/i;
const EXTENSION = /;ext=([^;]+)/i;

/**
 * `tel:+13175550106` → `+13175550106`; `sip:+13175550106@host;user=phone` → `+13175550106`. An extension belongs to the
 * number and stays (`;ext=134`), all other parameters go. A SIP address whose user part is no number (a queue, a
 * station) stays whole.
 */
export function plainAddress(address: string | undefined): string | undefined {
  const scheme = address && SCHEME.exec(address)?.[0].toLowerCase();
  if (!address || !scheme) return address || undefined;
  const [user = ''] = address.slice(scheme.length).split('@');
  const [number = ''] = user.split(';');
  if (scheme !== 'tel:' && !NUMBER.test(number)) return address;
  if (number === '') return undefined;
  const extension = EXTENSION.exec(user)?.[1];
  return extension === undefined ? number : `${number};ext=${extension}`;
}
