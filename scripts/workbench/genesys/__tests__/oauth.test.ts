/** @jest-environment node */
import { ask, clientFor, REDIRECT, useSimulator } from './sdk';

const { start } = useSimulator();

const VERIFIER = 'v'.repeat(64);

async function authorizeQuery(url: string, more: Record<string, string | undefined> = {}) {
  const challenge = await clientFor(url).computePKCECodeChallenge(VERIFIER);
  const query: Record<string, string | undefined> = {
    client_id: 'local-softphone',
    response_type: 'code',
    redirect_uri: REDIRECT,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'of mind',
    ...more
  };
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined
  );
  return `/oauth/authorize?${new URLSearchParams(given)}`;
}

const target = (headers: Headers) => new URL(headers.get('location') ?? '');

async function newCode(url: string) {
  const path = await authorizeQuery(url, { login_hint: 'agent' });
  const { headers } = await ask(url, 'GET', path);
  return target(headers).searchParams.get('code') ?? '';
}

describe('signing in with the SDK', () => {
  it.each(['agent', 'agent2', 'admin'])('as %s, by the button of the page', async (user) => {
    const { url, center } = await start();
    const page = await ask(url, 'GET', await authorizeQuery(url));
    expect(page.status).toBe(200);
    const request = /name="request" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const chosen = await ask(url, 'GET', `/oauth/choice?request=${request}&user=${user}`);
    const back = target(chosen.headers);
    expect(back.origin + back.pathname).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('of mind');

    const client = clientFor(url);
    const code = back.searchParams.get('code') ?? '';
    const auth = await client.authorizePKCEGrant('local-softphone', VERIFIER, code, REDIRECT);
    const me = await ask(url, 'GET', '/api/v2/users/me', undefined, {
      authorization: `Bearer ${auth.accessToken}`
    });
    expect(me.body.name).toBe(center.users.find((each) => each.key === user)?.name);
    expect((await ask(url, 'GET', `/oauth/choice?request=${request}&user=agent`)).status).toBe(400);
  });

  it('a login that is remembered is asked again only where the request says so', async () => {
    const { url, center } = await start();
    center.change({ rememberLogin: true });
    const page = await ask(url, 'GET', await authorizeQuery(url));
    const request = /name="request" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const chosen = await ask(url, 'GET', `/oauth/choice?request=${request}&user=agent2`);
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
    const statusOf = async (more: object, headers: Record<string, string>) =>
      (await ask(url, 'GET', await authorizeQuery(url, { ...more }), undefined, headers)).status;
    expect(await statusOf({}, {})).toBe(200);
    expect(await statusOf({}, { cookie })).toBe(302);
    expect(await statusOf({ prompt: 'login' }, { cookie })).toBe(200);
    expect(await statusOf({ prompt: 'login', login_hint: 'agent' }, {})).toBe(200);
    center.change({ rememberLogin: false });
    expect(await statusOf({}, { cookie })).toBe(200);
  });

  it('also below /login, as path_params_login has it', async () => {
    const { url } = await start();
    const client = clientFor(url);
    const { hostname, port } = new URL(url);
    client.setGateway({
      host: hostname,
      protocol: 'http',
      port: Number(port),
      path_params_login: 'login'
    });
    const path = await authorizeQuery(url, { login_hint: 'agent' });
    const { headers } = await ask(url, 'GET', `/login${path}`);
    const code = target(headers).searchParams.get('code') ?? '';
    const auth = await client.authorizePKCEGrant('local-softphone', VERIFIER, code, REDIRECT);
    expect(auth.accessToken).toHaveLength(86);
  });

  it.each([
    ['http://local--c.vf.localhost:4000/apex/GenesysSignIn', 200],
    ['http://local--c.vf.localhost.example.com/apex/GenesysSignIn', 400],
    ['http://notlocalhost/apex/GenesysSignIn', 400]
  ])('the redirect to %s gets %i', async (redirect_uri, status) => {
    const { url } = await start();
    const answer = await ask(url, 'GET', await authorizeQuery(url, { redirect_uri }));
    expect(answer.status).toBe(status);
  });

  it('its pages cut their opener when the switch says so', async () => {
    const { url, center } = await start();
    const policies = async (): Promise<(string | null)[]> => {
      const page = await ask(url, 'GET', await authorizeQuery(url));
      const back = await ask(url, 'GET', await authorizeQuery(url, { login_hint: 'agent' }));
      return [page, back].map(({ headers }) => headers.get('cross-origin-opener-policy'));
    };
    expect(await policies()).toEqual([null, null]);
    expect(center.change({ isolateLogin: 1 as unknown as boolean })).toMatchObject({ ok: false });
    center.change({ isolateLogin: true });
    expect(await policies()).toEqual(['same-origin', 'same-origin']);
  });

  it('can be cancelled', async () => {
    const { url } = await start();
    const page = await ask(url, 'GET', await authorizeQuery(url));
    const request = /name="request" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const { headers } = await ask(url, 'GET', `/oauth/choice?request=${request}&user=`);
    expect(target(headers).searchParams.get('error')).toBe('access_denied');
  });
});

describe('authorize', () => {
  it.each([
    ['an unknown client', { client_id: 'somebody' }],
    ['no client', { client_id: undefined }],
    ['another host', { redirect_uri: 'http://example.com/apex/GenesysSignIn' }],
    ['another page', { redirect_uri: 'http://127.0.0.1:4000/elsewhere' }],
    [
      'a host that only looks local',
      { redirect_uri: 'http://localhost.example.com/apex/GenesysSignIn' }
    ],
    ['no redirect', { redirect_uri: undefined }],
    ['script', { redirect_uri: 'javascript:alert(1)' }]
  ])('sends nobody anywhere for %s', async (_name, more) => {
    const { url } = await start();
    const { status, headers } = await ask(url, 'GET', await authorizeQuery(url, more));
    expect([status, headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    ['the implicit grant', { response_type: 'token' }, 'unsupported_response_type'],
    ['no challenge', { code_challenge: undefined }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request']
  ])('goes back with an error for %s', async (_name, more, error) => {
    const { url } = await start();
    const { headers } = await ask(url, 'GET', await authorizeQuery(url, more));
    const back = target(headers);
    expect(back.searchParams.get('error')).toBe(error);
    expect(back.searchParams.get('state')).toBe('of mind');
    expect(back.searchParams.has('code')).toBe(false);
  });

  it.each([REDIRECT, 'http://localhost:1234/apex/GenesysSignIn', 'https://mine.example.com/back'])(
    'goes back to %s',
    async (redirect) => {
      const { url } = await start({ signInAllowedRedirects: ['https://mine.example.com/back'] });
      const path = await authorizeQuery(url, { redirect_uri: redirect, login_hint: 'agent' });
      const { headers } = await ask(url, 'GET', path);
      expect(target(headers).href).toContain(`${redirect}?code=`);
    }
  );
});

describe('the token', () => {
  const good = (code: string): Record<string, string> => ({
    grant_type: 'authorization_code',
    client_id: 'local-softphone',
    redirect_uri: REDIRECT,
    code,
    code_verifier: VERIFIER
  });
  const exchange = (url: string, form: Record<string, string>) =>
    ask(url, 'POST', '/oauth/token', new URLSearchParams(form).toString(), {
      'content-type': 'application/x-www-form-urlencoded'
    });

  it.each([
    ['a wrong verifier', { code_verifier: 'w'.repeat(64) }, 400, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 400, 'invalid_grant'],
    ['an unknown code', { code: 'made-up' }, 400, 'invalid_grant'],
    ['another redirect', { redirect_uri: `${REDIRECT}/` }, 400, 'invalid_grant'],
    ['another client', { client_id: 'somebody' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type']
  ])('is refused for %s', async (_name, more, status, error) => {
    const { url } = await start();
    const answer = await exchange(url, { ...good(await newCode(url)), ...more });
    expect(answer.status).toBe(status);
    const { description } = answer.body;
    expect(answer.body).toEqual({ error, description, error_description: description });
    expect(description).toBeTruthy();
  });

  it('is given once for a code, and never after a wrong verifier', async () => {
    const { url } = await start();
    const code = await newCode(url);
    expect((await exchange(url, good(code))).status).toBe(200);
    expect((await exchange(url, good(code))).body.error).toBe('invalid_grant');
    const tried = await newCode(url);
    await exchange(url, { ...good(tried), code_verifier: 'w'.repeat(64) });
    expect((await exchange(url, good(tried))).body.error).toBe('invalid_grant');
  });

  it('is refused for a code that expired', async () => {
    const { url, clock } = await start();
    const code = await newCode(url);
    clock.advance(60_000);
    expect((await exchange(url, good(code))).body).toMatchObject({
      error: 'invalid_grant',
      description: 'The authorization code has expired'
    });
  });

  it('lives as long as it says, or until it is revoked', async () => {
    const { url, clock } = await start({ settings: { tokenMs: 90_000 } });
    const granted = await exchange(url, good(await newCode(url)));
    expect(granted.body).toMatchObject({ token_type: 'bearer', expires_in: 90 });
    const authorization = `Bearer ${granted.body.access_token}`;
    const me = () => ask(url, 'GET', '/api/v2/users/me', undefined, { authorization });
    clock.advance(89_999);
    expect((await me()).status).toBe(200);
    clock.advance(1);
    expect((await me()).body).toMatchObject({ status: 401, code: 'bad.credentials' });

    const { access_token } = (await exchange(url, good(await newCode(url)))).body;
    const mine = { authorization: `Bearer ${access_token}` };
    await ask(url, 'DELETE', '/api/v2/tokens/me', undefined, mine);
    expect((await ask(url, 'GET', '/api/v2/users/me', undefined, mine)).status).toBe(401);
  });

  it('says when there is none', async () => {
    const { url } = await start();
    expect((await ask(url, 'GET', '/api/v2/users/me')).body).toMatchObject({
      status: 401,
      code: 'authentication.required'
    });
  });
});

describe('signing out', () => {
  it.each([
    [REDIRECT, 302],
    ['http://example.com/', 200]
  ])('with redirect %s answers %i', async (redirect, status) => {
    const { url } = await start();
    const query = new URLSearchParams({ client_id: 'local-softphone', redirect_uri: redirect });
    expect((await ask(url, 'GET', `/logout?${query}`)).status).toBe(status);
  });
});
