import type { TimerId } from 'c/ports';
import { problemOf } from './requests';
import { readAnswer } from './signInAnswer';
import type { SignInAnswer } from './signInAnswer';
import type { GenesysOptions } from './options';
import type { ApiClient } from './sdk';
import type { SignInProblem } from './signInProblem';
import type { Token } from './token';

export interface SignIn {
  /**
   * Has an address ready, and listens for what comes of it, until `withdraw`.
   *
   * @param anew Genesys is to ask who signs in, though it knows somebody; until somebody has
   */
  offer(anew?: boolean): void;
  withdraw(): void;
}

export interface SignInParts {
  client: ApiClient;
  options: Pick<
    GenesysOptions,
    'clientId' | 'redirectUri' | 'clock' | 'addMessageListener' | 'addHandOverListener'
  >;
  /** The address that begins a sign-in; undefined while there is none. */
  onAddress(url: string | undefined): void;
  onToken(token: Token): void;
  onFailed(problem: SignInProblem): void;
}

/** What only we know of a sign-in, and the address that begins it. */
interface Request {
  verifier: string;
  state: string;
  url: string;
}

/** After that long a request not used gives way to a new one; its window counts as long again. */
const FRESH = 30 * 60_000;
const DAY = 86_400_000;

/**
 * OAuth authorization code with PKCE in a window of our own: the SDK's `loginPKCEGrant` would
 * navigate the whole Lightning page away. Its helpers make the verifier and redeem the code.
 *
 * The window is opened by a link to the address offered here, never by a script: Lightning Web
 * Security cuts the opener of every window that a script opens. So nothing is known of the window:
 * it may be closed, opened again, or be open twice. The first good answer counts.
 */
export function createSignIn({ client, options, ...told }: SignInParts): SignIn {
  const { clientId, redirectUri, clock, addMessageListener, addHandOverListener } = options;
  const pageOrigin = new URL(redirectUri).origin;
  /** Those whose answer counts, the one offered first. */
  let open: Request[] = [];
  let stopListening: (() => void) | undefined;
  let timer: TimerId;
  let asksAnew = false;
  /** Changes with each offer and withdrawal: what was begun before is of no use after it. */
  let round = 0;

  async function refresh(): Promise<void> {
    const current = ++round;
    clock.clear(timer);
    const request = await makeRequest(client, clientId, redirectUri, asksAnew);
    if (current !== round) return;
    if (!request) return told.onFailed({ type: 'unavailable', detail: 'no cryptography for PKCE' });
    open = [request, ...open.slice(0, 1)];
    timer = clock.set(() => void refresh(), FRESH);
    told.onAddress(request.url);
  }

  /** A state and a verifier serve once, whatever comes of it. */
  function close(): void {
    round++;
    clock.clear(timer);
    open = [];
    told.onAddress(undefined);
  }

  /** @returns whether it is the answer to a request of ours */
  function take(data: unknown): boolean {
    const answer = readAnswer(data);
    const request = answer && open.find(({ state }) => state === answer.state);
    if (!answer || !request) return false;
    void settle(answer, request);
    return true;
  }

  async function settle(answer: SignInAnswer, request: Request): Promise<void> {
    close();
    const current = round;
    const result =
      answer.type === 'code'
        ? await redeem(answer.code, request)
        : refused('refused', answer.description ?? answer.error);
    if (current !== round) return;
    if ('accessToken' in result) {
      asksAnew = false;
      return told.onToken(result);
    }
    told.onFailed(result);
    await refresh();
  }

  async function redeem(code: string, { verifier }: Request): Promise<Token | SignInProblem> {
    try {
      const data = await client.authorizePKCEGrant(clientId, verifier, code, redirectUri);
      const expiresAt = data.tokenExpiryTime || clock.now() + DAY;
      return { accessToken: data.accessToken, expiresAt };
    } catch (cause) {
      const { type, message } = problemOf('authorizePKCEGrant', cause, clock.now());
      const isAway = type === 'unreachable' || type === 'server' || type === 'throttled';
      return refused(isAway ? 'unreachable' : 'refused', oauthError(cause) ?? message);
    }
  }

  return {
    offer(anew = false) {
      if (anew && !asksAnew) {
        asksAnew = true;
        open = [];
        if (stopListening) void refresh();
      }
      if (stopListening) return;
      const stops = [
        addMessageListener(({ origin, data }) => {
          if (origin === pageOrigin) take(data);
        }),
        addHandOverListener?.(take)
      ];
      stopListening = () => stops.forEach((stop) => stop?.());
      void refresh();
    },
    withdraw() {
      if (!stopListening) return;
      stopListening();
      stopListening = undefined;
      close();
    }
  };
}

async function makeRequest(
  client: ApiClient,
  clientId: string,
  redirectUri: string,
  asksAnew: boolean
): Promise<Request | undefined> {
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
      state,
      ...(asksAnew && { prompt: 'login' })
    });
    const login = client.config.getConfUrl('login', client.config.authUrl);
    return { verifier, state, url: `${login}/oauth/authorize?${query.toString()}` };
  } catch {
    return undefined;
  }
}

/** `{"error":"invalid_grant","error_description":…}` of the token endpoint. */
function oauthError(cause: unknown): string | undefined {
  const data = (cause as { response?: { data?: Record<string, unknown> } }).response?.data;
  const words = data?.error_description ?? data?.description ?? data?.error;
  return typeof words === 'string' ? words : undefined;
}

const refused = (type: SignInProblem['type'], detail: string): SignInProblem => ({ type, detail });
