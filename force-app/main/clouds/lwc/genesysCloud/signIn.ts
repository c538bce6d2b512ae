import { problemOf } from './requests';
import { pageAnswer } from './signInPage';
import type { PageAnswer } from './signInPage';
import type { GenesysOptions } from './options';
import type { PopupHandle } from './ports';
import type { ApiClient } from './sdk';
import type { SignInProblem } from './signInResult';
import type { Token } from './token';

export type TokenResult = { ok: true; token: Token } | { ok: false; problem: SignInProblem };

export interface SignIn {
  /** The window the user sees. */
  popup(): Promise<TokenResult>;
  /** Works only while the user's session at Genesys lives, and where the page may be framed. */
  silent(): Promise<TokenResult>;
}

interface Pkce {
  verifier: string;
  state: string;
  url: string;
}

const TIMEOUT = { popup: 600_000, silent: 10_000 };
const DAY = 86_400_000;

/**
 * OAuth authorization code with PKCE in a window of our own: the SDK's `loginPKCEGrant` would
 * navigate the whole Lightning page away. Its helpers make the verifier and redeem the code.
 */
export function createSignIn(client: ApiClient, options: GenesysOptions): SignIn {
  const { clientId, redirectUri, clock } = options;
  const page = {
    addMessageListener: options.addMessageListener,
    clock,
    origin: new URL(redirectUri).origin
  };
  // Made ahead: hashing is asynchronous, and a window opened after an `await` gets blocked.
  let next: Pkce | undefined;
  let making: Promise<Pkce | undefined> | undefined;
  void prepare();

  function prepare(): Promise<Pkce | undefined> {
    making ??= makePkce(client, clientId, redirectUri).then((pkce) => {
      making = undefined;
      next = pkce;
      return pkce;
    });
    return making;
  }

  async function run(
    open: (url: string) => PopupHandle | null | undefined,
    timeoutMs: number
  ): Promise<TokenResult> {
    const pkce = next ?? (await prepare());
    if (!pkce) return refused({ type: 'unavailable', detail: 'no cryptography for PKCE' });
    next = undefined;
    const popup = open(pkce.url);
    void prepare();
    if (!popup) return refused({ type: 'popup_blocked' });
    const answer = await pageAnswer(page, popup, pkce.state, timeoutMs);
    return answer.type === 'code' ? redeem(answer.code, pkce) : refused(pageProblem(answer));
  }

  async function redeem(code: string, { verifier }: Pkce): Promise<TokenResult> {
    try {
      const data = await client.authorizePKCEGrant(clientId, verifier, code, redirectUri);
      const expiresAt = data.tokenExpiryTime || clock.now() + DAY;
      return { ok: true, token: { accessToken: data.accessToken, expiresAt } };
    } catch (cause) {
      const { type, message } = problemOf('authorizePKCEGrant', cause, clock.now());
      const away = type === 'unreachable' || type === 'server' || type === 'throttled';
      return refused({
        type: away ? 'unreachable' : 'refused',
        detail: oauthError(cause) ?? message
      });
    }
  }

  return {
    popup: () => run(options.openPopup, TIMEOUT.popup),
    async silent() {
      if (!options.openSilently) return refused({ type: 'popup_blocked' });
      return run(options.openSilently, TIMEOUT.silent);
    }
  };
}

async function makePkce(
  client: ApiClient,
  clientId: string,
  redirectUri: string
): Promise<Pkce | undefined> {
  try {
    const verifier = client.generatePKCECodeVerifier(128);
    // The generator of verifiers is the best source of a text nobody can guess.
    const state = client.generatePKCECodeVerifier(43);
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      code_challenge: await client.computePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state
    });
    const login = client.config.getConfUrl('login', client.config.authUrl);
    return { verifier, state, url: `${login}/oauth/authorize?${query.toString()}` };
  } catch {
    return undefined;
  }
}

function pageProblem(answer: Exclude<PageAnswer, { type: 'code' }>): SignInProblem {
  if (answer.type === 'closed') return { type: 'popup_closed' };
  if (answer.type === 'timed_out') return { type: 'timed_out' };
  return { type: 'refused', detail: answer.description ?? answer.error };
}

/** `{"error":"invalid_grant","error_description":…}` of the token endpoint. */
function oauthError(cause: unknown): string | undefined {
  const data = (cause as { response?: { data?: Record<string, unknown> } }).response?.data;
  const words = data?.error_description ?? data?.description ?? data?.error;
  return typeof words === 'string' ? words : undefined;
}

function refused(problem: SignInProblem): TokenResult {
  return { ok: false, problem };
}
