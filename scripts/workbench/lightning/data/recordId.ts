import { withChecksum } from '../../salesforce/ids';

/** An id in its 18 characters; undefined for what can be none. */
export function wholeId(id: unknown): string | undefined {
  if (typeof id !== 'string') return undefined;
  if (/^[a-zA-Z0-9]{15}$/.test(id)) return withChecksum(id);
  return /^[a-zA-Z0-9]{18}$/.test(id) ? id : undefined;
}
