import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopbackName } from '../loopback';
import { CLIENT_ID, findUser } from './roster';
import { messagePage, signInPage } from './signInPage';
import { invalidClient } from './tokens';
import type { CodeRequest, GrantError, Tokens } from './tokens';
import type { Clock } from './clock';
import type { Settings } from './settings';

interface AuthorizeQuery {
  client_id?: string;
  response_type?: string;
  redirect_uri?: string;
  code_challenge?: string;
  code_challenge_method?: string;
  state?: string;
  login_hint?: string;
  prompt?: string;
}

/** Of the session with the login, which lives on when a token is given back. */
const COOKIE = 'simulated-login';
const SIGN_IN_PATH = '/apex/GenesysSignIn';

/** The sign-in page of any local org, on whatever port it got, and what the options add. */
export function isAllowedRedirect(uri: string, extra: readonly string[]): boolean {
  if (extra.includes(uri)) return true;
  if (!URL.canParse(uri)) return false;
  const url = new URL(uri);
  return (
    url.protocol === 'http:' &&
    isLoopbackName(url.hostname) &&
    url.pathname === SIGN_IN_PATH &&
    url.search === '' &&
    url.hash === ''
  );
}

/**
 * Authorization code with PKCE. The SDK puts `path_params_login` before these paths, so they are
 * served with and without `/login`.
 */
export function oauthRoutes(
  app: FastifyInstance,
  {
    tokens,
    clock,
    settings,
    redirects
  }: { tokens: Tokens; clock: Clock; settings: Settings; redirects: readonly string[] }
): void {
  const html = (reply: FastifyReply, status: number, body: string) =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(body);

  function goBack(reply: FastifyReply, request: CodeRequest, answer: Record<string, string>) {
    const url = new URL(request.redirectUri);
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
    if (request.state !== undefined) url.searchParams.set('state', request.state);
    return reply.header('cache-control', 'no-store').redirect(url.href, 302);
  }

  function rememberedUser({ headers }: FastifyRequest) {
    const cookies = settings.rememberLogin ? (headers.cookie ?? '').split('; ') : [];
    const own = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`));
    return findUser(own?.slice(COOKIE.length + 1));
  }

  // A browser cuts a window off from its opener at the first page that says so, for good.
  app.addHook('onRequest', async (request, reply) => {
    if (settings.isolateLogin && /^(\/login)?\/oauth\/(authorize|choice)\b/.test(request.url))
      reply.header('cross-origin-opener-policy', 'same-origin');
  });

  for (const base of ['', '/login']) {
    app.get<{ Querystring: AuthorizeQuery }>(`${base}/oauth/authorize`, (request, reply) => {
      const { query } = request;
      if (query.client_id !== CLIENT_ID) {
        return html(reply, 400, messagePage('Sign-in refused', 'Unknown client_id.'));
      }
      const redirectUri = query.redirect_uri ?? '';
      if (!isAllowedRedirect(redirectUri, redirects)) {
        return html(
          reply,
          400,
          messagePage('Sign-in refused', 'The redirect_uri is not one this client may use.')
        );
      }
      const wanted: CodeRequest = {
        clientId: query.client_id,
        redirectUri,
        challenge: query.code_challenge ?? '',
        ...(query.state !== undefined && { state: query.state })
      };
      if (query.response_type !== 'code') {
        return goBack(reply, wanted, { error: 'unsupported_response_type' });
      }
      if (!wanted.challenge || query.code_challenge_method !== 'S256') {
        return goBack(reply, wanted, {
          error: 'invalid_request',
          error_description: 'A code_challenge with method S256 is required'
        });
      }
      const hinted = findUser(query.login_hint) ?? rememberedUser(request);
      if (hinted && query.prompt !== 'login')
        return goBack(reply, wanted, { code: tokens.issueCode(wanted, hinted.id) });
      return html(reply, 200, signInPage(`${base}/oauth/choice`, tokens.open(wanted)));
    });

    app.get<{ Querystring: { request?: string; user?: string } }>(
      `${base}/oauth/choice`,
      (request, reply) => {
        const wanted = tokens.take(request.query.request ?? '');
        if (!wanted) {
          return html(reply, 400, messagePage('Sign-in refused', 'This page was already used.'));
        }
        const user = findUser(request.query.user);
        if (!user) return goBack(reply, wanted, { error: 'access_denied' });
        if (settings.rememberLogin)
          reply.header('set-cookie', `${COOKIE}=${user.key}; Path=/; HttpOnly; SameSite=Lax`);
        return goBack(reply, wanted, { code: tokens.issueCode(wanted, user.id) });
      }
    );

    app.post<{ Body: Record<string, string> | undefined }>(
      `${base}/oauth/token`,
      (request, reply) => {
        const form = request.body ?? {};
        reply.header('cache-control', 'no-store');
        const answer =
          form.grant_type === 'authorization_code'
            ? tokens.exchange({
                clientId: form.client_id ?? '',
                redirectUri: form.redirect_uri ?? '',
                code: form.code ?? '',
                verifier: form.code_verifier ?? ''
              })
            : unsupportedGrant;
        if ('error' in answer) return refuse(reply, answer);
        return {
          access_token: answer.value,
          token_type: 'bearer',
          expires_in: Math.floor((answer.expires - clock.now()) / 1000)
        };
      }
    );

    for (const path of ['/logout', '/signout']) {
      app.get<{ Querystring: { redirect_uri?: string } }>(base + path, (request, reply) => {
        const uri = request.query.redirect_uri ?? '';
        if (isAllowedRedirect(uri, redirects)) return reply.redirect(uri, 302);
        return html(reply, 200, messagePage('Signed out', 'You can close this window.'));
      });
    }
  }
}

const unsupportedGrant: GrantError = {
  error: 'unsupported_grant_type',
  description: 'Only authorization_code is supported'
};

/** The real one says the same thing twice, in `description` and in `error_description`. */
function refuse(reply: FastifyReply, { error, description }: GrantError) {
  return reply
    .code(error === invalidClient.error ? 401 : 400)
    .send({ error, description, error_description: description });
}
