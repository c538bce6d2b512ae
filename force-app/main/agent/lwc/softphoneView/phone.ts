const NORTH_AMERICAN = /^(?:\+?1)?(\d{3})(\d{3})(\d{4})$/;
const SPELLED_NUMBER = /^(?:tel:)?(?=(?:\D*\d){7})(\+?[\d\s().\-\u2010-\u2015/]+)$/i;

/** `;ext=134`, `x134`, `, ext. 134` */
const EXTENSION = /[;,]?\s*(?:ext(?:ension)?[.=]?|x)\s*(\d+)$/i;

/**
 * A phone number in one spelling, whatever the one it came in: a North American one is grouped for
 * reading, any other keeps its digits only, and an extension follows. Anything else is shown as it is.
 */
export function formatPhone(address: string): string {
  const [suffix = '', extension] = EXTENSION.exec(address.trim()) ?? [];
  const spelled = SPELLED_NUMBER.exec(address.trim().slice(0, -suffix.length || undefined))?.[1];
  if (spelled === undefined) return address;
  // The zero that one dials at home only.
  const number = spelled.replace(/^(\+.*)\(0\)/, '$1').replace(/[^\d+]/g, '');
  const parts = NORTH_AMERICAN.exec(number);
  const readable = parts ? `+1 ${parts[1]} ${parts[2]} ${parts[3]}` : number;
  return extension === undefined ? readable : `${readable} x${extension}`;
}
