const LINE_BREAKS = /\s*(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])\s*/g;
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]+/g;

/**
 * A message as one line: where it had a line break stands `↵`. Control characters go, and half an
 * emoji (a surrogate without its partner) becomes U+FFFD: Salesforce refuses either.
 */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(CONTROLS, ' ').trim().replace(LINE_BREAKS, ' ↵ ');
}
