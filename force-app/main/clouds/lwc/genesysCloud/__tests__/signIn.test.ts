/** @jest-environment node */
import type { TextStorage } from 'c/genesysCloud';
import { openDesk, openLiveDesk, PAGE, subscribing, TOKEN_LIFE, USER } from './support/desk';
import type { Desk } from './support/desk';
import type { Request } from './support/fakeServer';
import { settle } from './support/virtualClock';

const TOKEN = 'POST /oauth/token';

async function beginSignIn(desk: Desk) {
  const result = desk.cloud.signIn();
  await settle();
  return result;
}

describe('signing in', () => {
  it('opens the window within the click, with a challenge and a state of its own', async () => {
    const { cloud, popups } = await openDesk();
    void cloud.signIn();
    // Nothing has been awaited: the browser still sees the click.
    const { origin, pathname, searchParams } = popups[0]!.url;
    expect(origin + pathname).toBe('https://login.example.com/oauth/authorize');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'local-softphone',
      redirect_uri: PAGE,
      response_type: 'code',
      code_challenge_method: 'S256'
    });
    expect(searchParams.get('state')).toHaveLength(43);
  });

  it('redeems the code with the verifier and closes the window', async () => {
    const desk = await openDesk();
    const signingIn = beginSignIn(desk);
    await settle();
    desk.grant('code-7');
    expect(await signingIn).toEqual({ ok: true, expiresAt: desk.clock.now() + TOKEN_LIFE });
    expect(desk.popups[0]!.isClosed).toBe(true);
    const body = desk.server.asked(TOKEN)[0]!.body as Record<string, string>;
    expect(body).toMatchObject({ grant_type: 'authorization_code', code: 'code-7' });
    expect(body.code_verifier).toHaveLength(128);
  });

  it('never uses a state or a verifier twice', async () => {
    const desk = await openDesk();
    for (let time = 0; time < 2; time++) {
      const signingIn = beginSignIn(desk);
      await settle();
      desk.grant();
      await signingIn;
    }
    const [first, second] = desk.popups.map(({ url }) => url.searchParams.get('state'));
    expect(first).not.toBe(second);
    const [one, other] = desk.server
      .asked(TOKEN)
      .map(({ body }) => body as { code_verifier: string });
    expect(one!.code_verifier).not.toBe(other!.code_verifier);
  });

  it('opens one window however often it is asked', async () => {
    const desk = await openDesk();
    void desk.cloud.signIn();
    void desk.cloud.signIn();
    expect(desk.popups).toHaveLength(1);
  });
});

describe('a sign-in that fails says why', () => {
  const cases: [string, (desk: Desk) => unknown, object][] = [
    [
      'refused on the page',
      ({ popups, post }) =>
        post({
          type: 'genesys-sign-in',
          error: 'access_denied',
          state: popups[0]!.url.searchParams.get('state')
        }),
      { type: 'refused', detail: 'access_denied' }
    ],
    [
      'window closed',
      ({ popups, clock }) => {
        popups[0]!.isClosed = true;
        return clock.advance(1_000);
      },
      { type: 'popup_closed' }
    ],
    ['nobody there', ({ clock }) => clock.advance(600_000), { type: 'timed_out' }],
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

  it.each(cases)('%s', async (_, happens, problem) => {
    const desk = await openDesk();
    const signingIn = beginSignIn(desk);
    await settle();
    await happens(desk);
    expect(await signingIn).toEqual({ ok: false, problem });
    expect(desk.popups[0]!.isClosed).toBe(true);
  });

  it('window blocked', async () => {
    const { cloud } = await openDesk({ blocksPopups: true });
    expect(await cloud.signIn()).toEqual({ ok: false, problem: { type: 'popup_blocked' } });
  });

  it('goes on when tried again', async () => {
    const desk = await openDesk();
    const closed = beginSignIn(desk);
    await settle();
    desk.popups[0]!.isClosed = true;
    await desk.clock.advance(1_000);
    await closed;
    const signingIn = beginSignIn(desk);
    await settle();
    desk.grant();
    expect(await signingIn).toMatchObject({ ok: true });
  });
});

describe('messages that are none of ours', () => {
  const good = (desk: Desk) => ({
    type: 'genesys-sign-in',
    code: 'stolen',
    state: desk.popups[0]!.url.searchParams.get('state')
  });
  const cases: [string, (desk: Desk) => void][] = [
    ['another origin', (desk) => desk.post(good(desk), { origin: 'https://evil.example.net' })],
    ['another window', (desk) => desk.post(good(desk), { source: {} })],
    ['another state', (desk) => desk.post({ ...good(desk), state: 'guessed' })],
    ['another type', (desk) => desk.post({ ...good(desk), type: 'other' })],
    ['no code', (desk) => desk.post({ ...good(desk), code: '' })],
    ['no object', (desk) => desk.post('genesys-sign-in')],
    ['nothing', (desk) => desk.post(null)]
  ];

  it.each(cases)('%s changes nothing', async (_, posts) => {
    const desk = await openDesk();
    const signingIn = beginSignIn(desk);
    await settle();
    posts(desk);
    await settle();
    expect(desk.server.asked(TOKEN)).toHaveLength(0);
    desk.grant('good');
    expect(await signingIn).toMatchObject({ ok: true });
  });

  it('a message that overtakes the look at the closed window still counts', async () => {
    const desk = await openDesk();
    const signingIn = beginSignIn(desk);
    await settle();
    desk.popups[0]!.isClosed = true;
    await desk.clock.advance(500);
    desk.grant();
    expect(await signingIn).toMatchObject({ ok: true });
  });
});

describe("the token's life", () => {
  const soon = TOKEN_LIFE - 5 * 60_000;

  it('is renewed in silence before its end, where the page may be framed', async () => {
    const desk = await openLiveDesk({ mayBeSilent: true });
    desk.server.on('POST /oauth/token', { body: { access_token: 'token-2', expires_in: 3600 } });
    await desk.clock.advance(soon);
    expect(desk.popups.at(-1)!.isSilent).toBe(true);
    desk.grant();
    await settle();
    await desk.cloud.presences();
    expect(desk.server.requests.at(-1)!.authorization).toBe('Bearer token-2');
    await desk.clock.advance(6 * 60_000);
    expect(desk.ofType('expiring')).toEqual([]);
    expect(desk.ofType('signedOut')).toEqual([]);
  });

  it('offers the sign-in before its end, and says when it has come', async () => {
    const desk = await openLiveDesk();
    const expiresAt = desk.clock.now() + TOKEN_LIFE;
    await desk.clock.advance(soon);
    expect(desk.ofType('expiring')).toEqual([{ type: 'expiring', expiresAt }]);
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

  it.each([true, false])('is over after a long sleep; silent renewal: %p', async (mayBeSilent) => {
    const desk = await openLiveDesk({ mayBeSilent });
    endToken(desk);
    desk.clock.jump(2 * TOKEN_LIFE);
    desk.cloud.signal('wake');
    await desk.clock.advance(1_000);
    if (mayBeSilent) desk.grant();
    await settle();
    expect(desk.ofType('signedOut')).toHaveLength(mayBeSilent ? 0 : 1);
    expect(desk.ofType('connection').at(-1)!.state).toBe(mayBeSilent ? 'live' : 'lost');
    expect(desk.ofType('reread').filter(({ done }) => done).length > 1).toBe(mayBeSilent);
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
    const page = { body: { entities: [], pageCount: 1 } };
    desk.server.on('GET /api/v2/routing/queues', { status: 503 }, { status: 401 }, page);
    const asking = desk.cloud.queues();
    await settle();
    desk.server.on(TOKEN, { body: { access_token: 'token-2', expires_in: 3600 } });
    const signingIn = desk.cloud.signIn();
    await settle();
    desk.grant();
    await signingIn;
    await desk.clock.advance(500);
    expect(await asking).toEqual({ ok: true, value: [] });
    expect(desk.server.requests.at(-1)!.authorization).toBe('Bearer token-2');
    expect(desk.ofType('signedOut')).toEqual([]);
  });

  it('once over is renewed once, and all is read once more', async () => {
    const desk = await openLiveDesk({ mayBeSilent: true });
    endToken(desk);
    const before = desk.server.asked('GET /api/v2/users/me').length;
    await Promise.all([desk.cloud.reread(), desk.cloud.queues()]);
    desk.server.on('GET /api/v2/routing/queues', { status: 401 });
    await Promise.all([desk.cloud.queues(), desk.cloud.queues()]);
    desk.grant();
    await settle();
    expect(desk.popups.filter(({ isSilent }) => isSilent)).toHaveLength(1);
    expect(desk.server.asked('GET /api/v2/users/me')).toHaveLength(before + 1);
  });

  it('of a new sign-in is not ended by what became of the old one', async () => {
    const desk = await openLiveDesk({ mayBeSilent: true });
    endToken(desk);
    await desk.cloud.reread();
    const signingIn = desk.cloud.signIn();
    await settle();
    desk.grant();
    await signingIn;
    // The silent attempt gets no answer.
    await desk.clock.advance(11_000);
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

    const signingIn = desk.cloud.signIn();
    await settle();
    desk.grant();
    await signingIn;
    await settle();
    expect(desk.server.sockets).toHaveLength(1);
    expect(desk.events.map(({ type }) => type)).toEqual([
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
    expect(desk.clock.pending()).toBe(0);
    expect(desk.ofType('signedOut')).toHaveLength(1);
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
