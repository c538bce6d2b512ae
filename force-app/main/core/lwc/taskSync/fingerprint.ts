import { canonical, type FieldValue } from './fields';
import { sipHash } from './sipHash';

/**
 * A short text that differs when the value differs, so that the journal can tell whether our value
 * changed without holding the value itself; null for an empty one.
 */
export type Fingerprint = (value: FieldValue | undefined) => string | null;

/**
 * Fingerprints under a key of this browser: who reads a journal elsewhere can't look up what a
 * guessable value (a yes, a phone number) would give. 64 bits: a clash would silently swallow one
 * change.
 * @param key 32 hexadecimal digits
 */
export function fingerprints(key: string): Fingerprint {
  const hash = sipHash(key);
  return (value) => {
    const said = canonical(value);
    if (said === null) return null;
    return hash(typeof said === 'string' ? said : `\u0000${typeof said}\u0000${String(said)}`);
  };
}
