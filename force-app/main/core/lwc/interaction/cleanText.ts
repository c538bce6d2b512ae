/**
 * What no text from outside may bring along: half an emoji and other code units that mean nothing, control characters,
 * and the marks that make text read in another order than it is written, with which a name can show as another.
 */
const UNCLEAN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/u;

const ORDER_MARKS = /[\u202a-\u202e\u2066-\u2069]+/g;
// eslint-disable-next-line no-control-regex
const LINE_ENDS = /[\u000b\u000c\u0085]/g;
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/g;
const NO_CHARACTERS = /[\ufffe\uffff]/g;

/**
 * A text as it may be shown and stored: well-formed Unicode, no control characters but tab and line break, nothing that
 * turns the direction of reading. Salesforce refuses a record with less, and people are fooled by it.
 */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(ORDER_MARKS, '')
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, ' ')
    .replace(NO_CHARACTERS, '\ufffd');
}
