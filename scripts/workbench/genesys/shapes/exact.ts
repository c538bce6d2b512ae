/**
 * Checks a value against a type of the SDK and refuses keys that the type does not know, also those
 * that come from a spread, which TypeScript otherwise lets through.
 */
export const exact =
  <Type>() =>
  <Value extends Type>(value: Value & Record<Exclude<keyof Value, keyof Type>, never>): Type =>
    value;
