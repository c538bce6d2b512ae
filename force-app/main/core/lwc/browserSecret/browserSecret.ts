/**
 * What a secret is for. One each: names of locks can be listed by every script of the page, so that
 * nothing else may follow from one.
 */
export type Purpose =
  /** Name of the lock that makes one tab the writer. */
  | 'lock'
  /** Name of the channel between the tabs. */
  | 'channel'
  /** Name of the channel on which a sign-in comes back. */
  | 'signIn'
  /** Key of the fingerprints in the journal. */
  | 'fingerprint';

export interface SecretPorts {
  /** The browser's storage of our own namespace; undefined: access was refused. */
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  /** So many random bytes, from the browser's cryptographic source. */
  randomBytes(count: number): Uint8Array;
}

const BYTES = 16;
const WELL_FORMED = /^[0-9a-f]{32}$/;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A random text of this browser, 32 hexadecimal digits: made once, the same in all tabs and for all
 * users. Undefined where the storage keeps nothing: then tabs have nothing in common.
 *
 * Ask again for each use instead of keeping it: where two tabs made one in the same moment, the last
 * one stays.
 */
export function browserSecret(purpose: Purpose, ports: SecretPorts): string | undefined {
  const { storage, randomBytes } = ports;
  const item = `softphone:secret:${purpose}`;
  const kept = (): string | undefined => {
    const text = storage?.getItem(item);
    return typeof text === 'string' && WELL_FORMED.test(text) ? text : undefined;
  };
  try {
    const known = kept();
    if (known) return known;
    storage?.setItem(item, hex(randomBytes(BYTES)));
    return kept();
  } catch {
    return undefined;
  }
}
