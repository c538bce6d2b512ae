import type { GenesysUser } from 'c/genesysCloud';
import type { OwnUser } from 'c/salesforceOrg';
import type { Identity } from 'c/softphoneView';

/**
 * Is who signed in to Genesys Cloud the Salesforce user? One name in common is enough: an email address,
 * or a username, which many organizations give the form of one, as they do the federation ID.
 */
export function compareIdentity(
  { name, email, username }: GenesysUser,
  salesforce: OwnUser
): Identity {
  const theirs = known([email, username]);
  const ours = known([salesforce.email, salesforce.username, salesforce.federationId]);
  const names = { genesys: theirs[0] ?? name, salesforce: ours[0] ?? '' };
  if (theirs.length === 0 || ours.length === 0) return { verdict: 'unknown', ...names };
  const same = new Set(ours.map(comparable));
  const isSame = theirs.some((one) => same.has(comparable(one)));
  return { verdict: isSame ? 'same' : 'different', ...names };
}

const known = (names: (string | undefined)[]): string[] =>
  names.flatMap((name) => (typeof name === 'string' && name.trim() ? [name.trim()] : []));

/** Case is no difference, nor is the way a letter with an accent is written. */
const comparable = (name: string): string => name.normalize('NFKC').toLowerCase();
