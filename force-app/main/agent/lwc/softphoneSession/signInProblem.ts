import type { SignInProblem } from 'c/genesysCloud';
import type { SessionProblem } from './view';

const TYPES: Readonly<Record<SignInProblem['type'], SessionProblem['type']>> = {
  refused: 'sign_in_refused',
  popup_blocked: 'popup_blocked',
  popup_closed: 'popup_closed',
  unreachable: 'genesys_unreachable',
  timed_out: 'genesys_unreachable',
  unavailable: 'unexpected'
};

export function signInProblem({ type, detail }: SignInProblem): SessionProblem {
  return { type: TYPES[type] ?? 'unexpected', ...(detail ? { detail } : {}) };
}
