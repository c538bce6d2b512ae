import { done, refused, type Outcome } from './problem';

/** Participant data is text; numbers and truth values are taken as their words. */
export function textsIn(attributes: Record<string, unknown> = {}): Outcome<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) {
      return wrong(`attributes.${name}`, value, 'text, a number, true or false');
    }
    texts[name] = String(value);
  }
  return done(texts);
}

export const wrong = (field: string, value: unknown, expected: string) =>
  refused({ type: 'invalid', field, value: String(value), expected });
