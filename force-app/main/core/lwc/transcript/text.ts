import { cleanText } from 'c/interaction';

const LINE_BREAKS = /\s*[\n\r\u2028\u2029]\s*/g;

/** A message as one line, so that none can look like two: where it had a line break stands `↵`. */
export function oneLine(text: string): string {
  return cleanText(text).trim().replace(LINE_BREAKS, ' ↵ ');
}
