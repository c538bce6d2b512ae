import { createHash } from 'node:crypto';
import type { Clock } from './clock';
import type { Ids } from './ids';
import { CLIENT_ID } from './roster';
import type { Settings } from './settings';

export interface Token {
  value: string;
  userId: string;
  clientId: string;
  expires: number;
}

export interface CodeRequest {
  clientId: string;
  redirectUri: string;
  /** base64url(SHA-256(verifier)) */
  challenge: string;
  state?: string;
}

export interface CodeExchange {
  clientId: string;
  redirectUri: string;
  code: string;
  verifier: string;
}

/** The error part of an OAuth answer. */
export interface GrantError {
  error: 'invalid_client' | 'invalid_grant' | 'invalid_request' | 'unsupported_grant_type';
  description: string;
}

/** Authorization codes and access tokens. Codes serve once, whatever comes of it. */
export interface Tokens {
  /** Keeps the request while the user looks at the sign-in page. */
  open(request: CodeRequest): string;
  /** The request behind a sign-in page; it can be taken once. */
  take(id: string): CodeRequest | undefined;
  issueCode(request: CodeRequest, userId: string): string;
  exchange(exchange: CodeExchange): Token | GrantError;
  issue(userId: string, clientId?: string): Token;
  check(value: string): Token | undefined;
  revoke(value: string): void;
  /** Ends the tokens of one user, or all. Returns how many. */
  expire(userId?: string): number;
  reset(): void;
}

const WAITING_PAGES = 100;

export function createTokens(
  clock: Clock,
  ids: Ids,
  settings: Settings,
  ended: (token: Token) => void
): Tokens {
  const pages = new Map<string, CodeRequest>();
  const codes = new Map<string, CodeRequest & { userId: string; expires: number }>();
  const tokens = new Map<string, { token: Token; cancel: () => void }>();

  function end(value: string): void {
    const kept = tokens.get(value);
    if (!kept) return;
    kept.cancel();
    tokens.delete(value);
    ended(kept.token);
  }

  function issue(userId: string, clientId = CLIENT_ID): Token {
    const token = {
      value: ids.secret(86),
      userId,
      clientId,
      expires: clock.now() + settings.tokenMs
    };
    const cancel = clock.later(settings.tokenMs, () => end(token.value));
    tokens.set(token.value, { token, cancel });
    return token;
  }

  return {
    open(request) {
      const id = ids.secret(32);
      pages.set(id, request);
      // Pages nobody finishes must not pile up.
      const oldest = pages.keys().next();
      if (pages.size > WAITING_PAGES && !oldest.done) pages.delete(oldest.value);
      return id;
    },
    take(id) {
      const request = pages.get(id);
      pages.delete(id);
      return request;
    },
    issueCode(request, userId) {
      for (const [code, kept] of codes) if (kept.expires <= clock.now()) codes.delete(code);
      const code = ids.secret(43);
      codes.set(code, { ...request, userId, expires: clock.now() + settings.codeMs });
      return code;
    },
    exchange({ clientId, redirectUri, code, verifier }) {
      if (clientId !== CLIENT_ID) return invalidClient;
      const kept = codes.get(code);
      codes.delete(code);
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const problem =
        (!kept && 'The authorization code is invalid or was already used') ||
        (kept && kept.expires <= clock.now() && 'The authorization code has expired') ||
        (kept && kept.clientId !== clientId && 'The authorization code is for another client') ||
        (kept && kept.redirectUri !== redirectUri && 'The redirect URI does not match') ||
        (kept && kept.challenge !== challenge && 'The code verifier does not match the challenge');
      if (!kept || problem) {
        return { error: 'invalid_grant', description: problem || 'The grant is invalid' };
      }
      return issue(kept.userId, clientId);
    },
    issue,
    check: (value) => tokens.get(value)?.token,
    revoke: end,
    expire(userId) {
      const ending = [...tokens.values()].filter(
        ({ token }) => userId === undefined || token.userId === userId
      );
      for (const { token } of ending) end(token.value);
      return ending.length;
    },
    reset() {
      for (const { cancel } of tokens.values()) cancel();
      tokens.clear();
      codes.clear();
      pages.clear();
    }
  };
}

export const invalidClient: GrantError = {
  error: 'invalid_client',
  description: 'authentication failed'
};
