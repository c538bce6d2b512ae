import type { SignInProblem } from 'c/genesysCloud';
import type { SessionProblem } from 'c/softphoneView';

const TYPES: Readonly<Record<SignInProblem['type'], SessionProblem['type']>> = {
  refused: 'sign_in_refused',
  unreachable: 'genesys_unreachable',
  unavailable: 'unexpected'
};

export function signInProblem({ type, detail }: SignInProblem): SessionProblem {
  return { type: TYPES[type] ?? 'unexpected', ...(detail ? { detail } : {}) };
}
