import { canonical, type FieldValue } from './fields';

/**
 * A short text that differs when the value differs, so that the journal can tell whether our value
 * changed without holding the value itself. 64 bits: a clash would silently swallow one change.
 */
export function fingerprint(value: FieldValue | undefined): string | null {
  const said = canonical(value);
  if (said === null) return null;
  const text = typeof said === 'string' ? said : `\u0000${typeof said}\u0000${String(said)}`;
  let low = 0x811c9dc5;
  let high = text.length + 1;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + (low >>> 13)), 0x85ebca6b);
    high ^= high >>> 15;
  }
  return (low >>> 0).toString(36) + '.' + (high >>> 0).toString(36);
}
