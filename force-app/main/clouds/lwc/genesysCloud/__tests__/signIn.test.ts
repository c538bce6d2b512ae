/** @jest-environment node */
import type { TextStorage } from 'c/ports';
import { openDesk, openLiveDesk, PAGE, subscribing, TOKEN_LIFE, USER } from './support/desk';
import type { Desk } from './support/desk';
import type { Request } from './support/fakeServer';
import { settle } from './support/virtualClock';

const TOKEN = 'POST /oauth/token';
const HOUR = 3_600_000;
const stateOf = (url: URL) => url.searchParams.get('state')!;

describe('signing in', () => {
  it('offers an address with a challenge and a state of its own, before anybody asks', async () => {
    const { offered } = await openDesk();
    expect(offered).toHaveLength(1);
    const { origin, pathname, searchParams } = offered[0]!;
    expect(origin + pathname).toBe('https://login.example.com/oauth/authorize');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'local-softphone',
      redirect_uri: PAGE,
      response_type: 'code',
      code_challenge_method: 'S256'
    });
    expect(searchParams.get('state')).toHaveLength(43);
  });

  it('redeems the code with the verifier, and offers no address any more', async () => {
    const desk = await openDesk();
    desk.grant('code-7');
    await settle();
    const expiresAt = desk.clock.now() + TOKEN_LIFE;
    expect(desk.ofType('signedIn')).toEqual([{ type: 'signedIn', expiresAt }]);
    expect(desk.address()).toBeUndefined();
    const body = desk.server.asked(TOKEN)[0]!.body as Record<string, string>;
    expect(body).toMatchObject({ grant_type: 'authorization_code', code: 'code-7' });
    expect(body.code_verifier).toHaveLength(128);
  });

  it('never uses a state or a verifier twice', async () => {
    const desk = await openDesk();
    desk.server.on(TOKEN, { status: 400, body: { error: 'invalid_grant' } });
    await desk.signIn();
    await desk.signIn();
    const [first, second] = desk.offered.map(stateOf);
    expect(first).not.toBe(second);
    const [one, other] = desk.server
      .asked(TOKEN)
      .map(({ body }) => body as { code_verifier: string });
    expect(one!.code_verifier).not.toBe(other!.code_verifier);
  });

  it('redeems one code, however often the window posts it', async () => {
    const desk = await openDesk();
    desk.grant();
    desk.grant();
    await settle();
    desk.grant();
    await settle();
    expect(desk.server.asked(TOKEN)).toHaveLength(1);
    expect(desk.ofType('signedIn')).toHaveLength(1);
    expect(desk.ofType('signInFailed')).toEqual([]);
  });

  it('makes the address anew while nobody follows it; a window open with the last one counts', async () => {
    const desk = await openDesk();
    await desk.clock.advance(2 * HOUR);
    expect(desk.offered).toHaveLength(5);
    const [oldest, last] = desk.offered.slice(-3).map(stateOf);
    desk.post({ type: 'genesys-sign-in', code: 'old', state: oldest });
    await settle();
    expect(desk.server.asked(TOKEN)).toEqual([]);
    desk.post({ type: 'genesys-sign-in', code: 'late', state: last });
    await settle();
    expect(desk.ofType('signedIn')).toHaveLength(1);
  });

  it('takes an answer that a page of our own hands over, once, and only with its state', async () => {
    const desk = await openDesk();
    const answer = { type: 'genesys-sign-in', code: 'c-1', state: stateOf(desk.offered[0]!) };
    const foreign = [{ ...answer, state: 'other' }, { ...answer, code: '' }, 'c-1', null];
    expect(foreign.map(desk.handOver)).toEqual([false, false, false, false]);
    expect([desk.handOver(answer), desk.handOver(answer)]).toEqual([true, false]);
    await settle();
    expect(desk.ofType('signedIn')).toHaveLength(1);
    expect(desk.handOver(answer)).toBe(false);
  });

  it('ends when the panel goes: a window still open changes nothing', async () => {
    const desk = await openDesk();
    desk.cloud.stop();
    desk.grant();
    await settle();
    expect(desk.server.requests).toEqual([]);
    expect(desk.address()).toBeUndefined();
    expect(desk.clock.pending()).toBe(0);
  });

  it('a code on its way when the panel goes signs nobody in', async () => {
    const desk = await openDesk();
    desk.grant();
    desk.cloud.stop();
    await settle();
    expect(desk.ofType('signedIn')).toEqual([]);
    expect(await desk.cloud.queues()).toMatchObject({ problem: { type: 'signed_out' } });
  });
});

describe('after a sign-out', () => {
  const promptOf = (url: URL | undefined) => url?.searchParams.get('prompt');

  it('Genesys is told to ask who signs in, until somebody has', async () => {
    const desk = await openLiveDesk();
    expect(desk.offered.map(promptOf)).toEqual([null]);
    await desk.cloud.signOut();
    await settle();
    expect(promptOf(desk.address())).toBe('login');
    await desk.clock.advance(HOUR);
    expect(promptOf(desk.address())).toBe('login');
    desk.post({ type: 'genesys-sign-in', error: 'denied', state: stateOf(desk.address()!) });
    await settle();
    expect(promptOf(desk.address())).toBe('login');
    await desk.signIn();
    expect(desk.ofType('signedIn')).toHaveLength(2);
    await desk.clock.advance(TOKEN_LIFE);
    expect(promptOf(desk.address())).toBe(null);
  });

  it('also when one is offered already, whose answer counts no more', async () => {
    const desk = await openLiveDesk();
    await desk.clock.advance(TOKEN_LIFE);
    const offered = desk.address()!;
    expect(promptOf(offered)).toBe(null);
    await desk.cloud.signOut();
    await settle();
    expect(promptOf(desk.address())).toBe('login');
    desk.post({ type: 'genesys-sign-in', code: 'c-1', state: stateOf(offered) });
    await settle();
    expect(desk.ofType('signedIn')).toHaveLength(1);
  });
});

it('whoever signs out on hearing who it is has opened no channel', async () => {
  const desk = await openDesk();
  desk.cloud.on((event) => event.type === 'user' && void desk.cloud.signOut());
  await desk.signIn();
  const started = desk.cloud.start();
  await settle();
  expect(await started).toMatchObject({ ok: false, problem: { type: 'signed_out' } });
  expect(desk.server.asked('POST /api/v2/notifications/channels')).toEqual([]);
});

it('tells what the user is known by', async () => {
  const desk = await openDesk();
  const known = { email: 'ana.ruiz@example.com', username: 'ana' };
  desk.server.on('GET /api/v2/users/me', { body: { id: USER, name: 'Ana Ruiz', ...known } });
  await desk.signIn();
  await Promise.all([desk.cloud.start(), settle()]);
  expect(desk.ofType('user')[0]?.user).toEqual({ id: USER, name: 'Ana Ruiz', ...known });
});

describe('a sign-in that fails says why', () => {
  const cases: [string, (desk: Desk) => unknown, object][] = [
    [
      'refused on the page',
      ({ offered, post }) =>
        post({ type: 'genesys-sign-in', error: 'access_denied', state: stateOf(offered[0]!) }),
      { type: 'refused', detail: 'access_denied' }
    ],
    [
      'code expired',
      ({ server, grant }) => {
        const error_description = 'The authorization code has expired';
        server.on(TOKEN, { status: 400, body: { error: 'invalid_grant', error_description } });
        grant();
      },
      { type: 'refused', detail: 'The authorization code has expired' }
    ],
    [
      'no network',
      ({ server, grant }) => {
        server.on(TOKEN, 'broken');
        grant();
      },
      { type: 'unreachable', detail: 'Failed to fetch' }
    ]
  ];

  it.each(cases)('%s, and goes on when tried again', async (_, happens, problem) => {
    const desk = await openDesk();
    await happens(desk);
    await settle();
    expect(desk.ofType('signInFailed')).toEqual([{ type: 'signInFailed', problem }]);
    expect(desk.offered).toHaveLength(2);
    desk.server.on(TOKEN, { body: { access_token: 'token-1', expires_in: 3600 } });
    await desk.signIn();
    expect(desk.ofType('signedIn')).toHaveLength(1);
  });
});

describe('messages that are none of ours', () => {
  const good = (desk: Desk) => ({
    type: 'genesys-sign-in',
    code: 'stolen',
    state: stateOf(desk.offered[0]!)
  });
  const elsewhere = (origin: string) => (desk: Desk) => desk.post(good(desk), { origin });
  const cases: [string, (desk: Desk) => void][] = [
    ['another origin', elsewhere('https://evil.example.net')],
    ['another scheme', elsewhere('http://org.example.com')],
    ['another port', elsewhere('https://org.example.com:8443')],
    ['an origin that only begins alike', elsewhere('https://org.example.com.evil.example.net')],
    ['no origin', elsewhere('null')],
    ['another state', (desk) => desk.post({ ...good(desk), state: 'guessed' })],
    ['a state that is no text', (desk) => desk.post({ ...good(desk), state: [good(desk).state] })],
    ['another type', (desk) => desk.post({ ...good(desk), type: 'other' })],
    ['no code', (desk) => desk.post({ ...good(desk), code: '' })],
    ['a code that is no text', (desk) => desk.post({ ...good(desk), code: { toString: 1 } })],
    ['a code without end', (desk) => desk.post({ ...good(desk), code: 'c'.repeat(100_000) })],
    ['no object', (desk) => desk.post('genesys-sign-in')],
    ['nothing', (desk) => desk.post(null)]
  ];

  it.each(cases)('%s changes nothing', async (_, posts) => {
    const desk = await openDesk();
    posts(desk);
    await settle();
    expect(desk.server.asked(TOKEN)).toHaveLength(0);
    expect(desk.address()).toEqual(desk.offered[0]);
    desk.grant('good');
    await settle();
    expect(desk.ofType('signedIn')).toHaveLength(1);
  });
});

describe("the token's life", () => {
  const soon = TOKEN_LIFE - 5 * 60_000;

  it('offers the sign-in before its end, and says when it has come', async () => {
    const desk = await openLiveDesk();
    const expiresAt = desk.clock.now() + TOKEN_LIFE;
    await desk.clock.advance(soon);
    await settle();
    expect(desk.ofType('expiring')).toEqual([{ type: 'expiring', expiresAt }]);
    expect(desk.address()).toBeDefined();
    expect(desk.ofType('signedOut')).toEqual([]);
    await desk.clock.advance(5 * 60_000);
    expect(desk.ofType('signedOut')).toEqual([{ type: 'signedOut', reason: 'expired' }]);
    expect(await desk.cloud.queues()).toMatchObject({ problem: { type: 'signed_out' } });
  });

  it('ends when the server refuses the token, once however many requests were out', async () => {
    const desk = await openLiveDesk();
    desk.server.on('GET /api/v2/routing/queues', { status: 401, body: { message: 'no' } });
    await Promise.all([desk.cloud.queues(), desk.cloud.queues()]);
    await settle();
    expect(desk.ofType('signedOut')).toEqual([{ type: 'signedOut', reason: 'expired' }]);
  });

  /** Every request with the first token is refused; a new sign-in brings a good one. */
  function endToken(desk: Desk): void {
    const answer = (body: object) => (request: Request) =>
      request.authorization === 'Bearer token-1' ? { status: 401 } : { body };
    desk.server.on(TOKEN, { body: { access_token: 'token-2', expires_in: 3600 } });
    desk.server.on('GET /api/v2/users/me', answer({ id: USER }));
    desk.server.on('GET /api/v2/conversations', answer({ entities: [] }));
    desk.server.on(subscribing(1), answer({ entities: [] }));
  }

  it('is over after a long sleep; a new sign-in reads all there is', async () => {
    const desk = await openLiveDesk();
    endToken(desk);
    desk.clock.jump(2 * TOKEN_LIFE);
    desk.cloud.signal('wake');
    await desk.clock.advance(1_000);
    expect(desk.ofType('signedOut')).toHaveLength(1);
    expect(desk.ofType('connection').at(-1)!.state).toBe('lost');
    await desk.signIn();
    await desk.clock.advance(1_000);
    expect(desk.ofType('connection').at(-1)!.state).toBe('live');
    expect(desk.ofType('reread').filter(({ done }) => done).length).toBeGreaterThan(1);
  });

  it('is what the server says: a clock set forward ends nothing', async () => {
    const desk = await openLiveDesk();
    desk.clock.jump(2 * TOKEN_LIFE);
    desk.server.on('GET /api/v2/presencedefinitions', { body: { entities: [] } });
    expect(await desk.cloud.presences()).toMatchObject({ ok: true });
    expect(desk.ofType('signedOut')).toEqual([]);
    await desk.clock.advance(TOKEN_LIFE);
    expect(desk.ofType('signedOut')).toHaveLength(1);
  });

  it('that is refused after a new one has come: asked again with that', async () => {
    const desk = await openLiveDesk();
    await desk.clock.advance(soon);
    const page = { body: { entities: [], pageCount: 1 } };
    desk.server.on('GET /api/v2/routing/queues', { status: 503 }, { status: 401 }, page);
    const asking = desk.cloud.queues();
    await settle();
    desk.server.on(TOKEN, { body: { access_token: 'token-2', expires_in: 3600 } });
    await desk.signIn();
    await desk.clock.advance(500);
    expect(await asking).toEqual({ ok: true, value: [] });
    expect(desk.server.requests.at(-1)!.authorization).toBe('Bearer token-2');
    expect(desk.ofType('signedOut')).toEqual([]);
  });

  it('goes on in mid-call: the socket stays, what was missed is read', async () => {
    const desk = await openLiveDesk();
    const conversation = { id: 'c-1', participants: [] };
    desk.server.on('GET /api/v2/conversations', { body: { entities: [conversation] } });
    await desk.clock.advance(20_000);
    desk.server.on('GET /api/v2/routing/queues', { status: 401 });
    await desk.cloud.queues();
    await settle();
    desk.events.length = 0;

    await desk.signIn();
    await settle();
    expect(desk.server.sockets).toHaveLength(1);
    expect(desk.events.map(({ type }) => type)).toEqual([
      'signedIn',
      'user',
      'station',
      'reread',
      'conversation',
      'reread'
    ]);
  });

  it('ends at Genesys when the user signs out', async () => {
    const desk = await openLiveDesk();
    desk.server.on('DELETE /api/v2/tokens/me', {});
    await desk.cloud.signOut();
    expect(desk.server.asked('DELETE /api/v2/tokens/me')[0]!.authorization).toBe('Bearer token-1');
    expect(desk.ofType('signedOut')).toEqual([{ type: 'signedOut', reason: 'by_user' }]);
    expect(desk.server.sockets[0]!.isClosed).toBe(true);
    await desk.clock.advance(2 * TOKEN_LIFE);
    expect(desk.ofType('signedOut')).toHaveLength(1);
    desk.cloud.stop();
    expect(desk.clock.pending()).toBe(0);
  });
});

describe('remembering a sign-in', () => {
  function tabStorage(): TextStorage & { kept: Map<string, string> } {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key)
    };
  }

  it('survives a reload only where the admin allows it', async () => {
    const storage = tabStorage();
    await openLiveDesk({ storage });
    const reloaded = await openDesk({ storage });
    expect(await reloaded.cloud.resume()).toBe(true);
    expect(await (await openDesk()).cloud.resume()).toBe(false);
  });

  it('forgets it at sign-out', async () => {
    const storage = tabStorage();
    const { cloud, server } = await openLiveDesk({ storage });
    server.on('DELETE /api/v2/tokens/me', {});
    await cloud.signOut();
    expect(storage.kept.size).toBe(0);
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another organization', '{"owner":"x@y","accessToken":"t","expiresAt":9e15}'],
    ['an old token', '{"owner":"local-softphone@example.com","accessToken":"t","expiresAt":1}']
  ])('resumes from %s: no', async (_, text) => {
    const storage = { ...tabStorage(), getItem: () => text };
    expect(await (await openDesk({ storage })).cloud.resume()).toBe(false);
  });

  it('works where storage is refused', async () => {
    const refuse = () => {
      throw new Error('denied');
    };
    const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
    const desk = await openLiveDesk({ storage });
    expect(await desk.cloud.resume()).toBe(false);
    expect(desk.ofType('user')).toHaveLength(1);
  });
});
