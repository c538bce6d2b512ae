import type { GenesysUser } from 'c/genesysCloud';
import type { IdentityCheck, OrgView, OwnUser } from 'c/salesforceOrg';
import { compareIdentity } from '../identity';
import { ANA, ORG, settle } from './doubles';
import { setUp } from './signedIn';

const ana: OwnUser = { email: 'ana.ruiz@example.com', username: 'ana@acme.example.com' };

const cases: [string, Partial<GenesysUser>, OwnUser, string][] = [
  ['the same email', { email: 'ana.ruiz@example.com' }, ana, 'same'],
  ['the same in other letters', { email: 'Ana.RUIZ@Example.com' }, ana, 'same'],
  ['blanks around', { email: ' ana.ruiz@example.com ' }, ana, 'same'],
  ["the email is Salesforce's username", { email: 'ana@acme.example.com' }, ana, 'same'],
  ['the username is', { email: 'a@example.com', username: 'ana@acme.example.com' }, ana, 'same'],
  ['the federation ID', { username: 'A-0042' }, { ...ana, federationId: 'a-0042' }, 'same'],
  ['another one', { email: 'ben@example.com', username: 'ben' }, ana, 'different'],
  ['part of it is not it', { email: 'ruiz@example.com' }, ana, 'different'],
  ['more than it is not it', { email: 'ana.ruiz@example.com.evil.test' }, ana, 'different'],
  ['Genesys does not tell', {}, ana, 'unknown'],
  ['Genesys tells nothing but blanks', { email: ' ', username: '' }, ana, 'unknown'],
  ['Salesforce does not tell', { email: 'ana.ruiz@example.com' }, {}, 'unknown'],
  ['neither tells', {}, {}, 'unknown']
];
test.each(cases)('%s', (_name, genesys, salesforce, verdict) => {
  const user = { id: 'u-1', name: 'Ana Ruiz', ...genesys };
  expect(compareIdentity(user, salesforce).verdict).toBe(verdict);
});

describe('a session', () => {
  const BEN = { id: ANA, name: 'Ben Okafor', email: 'ben.okafor@example.com' };
  const NAMES = { genesys: 'ben.okafor@example.com', salesforce: 'ana.ruiz@example.com' };

  function orgWith(
    identityCheck: IdentityCheck | undefined,
    ownUser: OwnUser | undefined
  ): OrgView {
    return { ...ORG, ownUser, settings: { ...ORG.settings!, identityCheck } };
  }

  /** As the adapter does: whoever is signed out at `user` gets no further. */
  async function signIn(org: OrgView, user: GenesysUser = BEN) {
    const all = setUp();
    const { answers, calls, emit, session } = all;
    answers.start = async () => {
      emit({ type: 'user', user });
      if (calls.some(([name]) => name === 'signOut'))
        return { ok: false, problem: { type: 'signed_out', operation: '', message: '' } };
      emit({ type: 'reread', done: true });
      return { ok: true, value: user };
    };
    session.setOrg(org);
    emit({ type: 'signedIn', expiresAt: 0 });
    await settle();
    const count = (name: string) => calls.filter(([called]) => called === name).length;
    return { ...all, count };
  }

  const LIVE = { connectedTime: '2026-03-02T15:00:00.000Z' };

  it.each([undefined, 'warn'] as const)('%s: goes on and names both', async (mode) => {
    const { session, call, org } = await signIn(orgWith(mode, ana));
    expect(session.view()).toMatchObject({
      phase: 'ready',
      identity: { verdict: 'different', ...NAMES }
    });
    await call(LIVE);
    expect(org.writes).toHaveLength(1);
  });

  it('ignore: says nothing', async () => {
    const { session } = await signIn(orgWith('ignore', ana));
    expect(session.view()).toMatchObject({ phase: 'ready', identity: undefined });
  });

  it('refuse: signed out at once, nothing heard, nothing written', async () => {
    const { session, call, count, org, storage } = await signIn(orgWith('refuse', ana));
    const stored = storage.names();
    expect(session.view()).toMatchObject({
      phase: 'signed_out',
      problem: { type: 'wrong_identity', identity: NAMES },
      user: undefined
    });
    await call(LIVE);
    expect(count('signOut')).toBe(1);
    expect(count('presences')).toBe(0);
    expect(session.view().rows).toEqual([]);
    expect(org.writes).toEqual([]);
    expect(storage.names()).toEqual(stored);
    const log = session.view().watchLog.map(({ text }) => text);
    expect(log).toContain('identity: different');
    expect(log.filter((text) => text.includes('example.com'))).toEqual([]);
  });

  it('refuse: the right one gets in', async () => {
    const { session } = await signIn(orgWith('refuse', ana), { ...BEN, email: ana.email });
    expect(session.view()).toMatchObject({ phase: 'ready', identity: undefined });
  });

  it('refuse: waits until Salesforce has told who works here', async () => {
    const { session, count } = await signIn(orgWith('refuse', undefined));
    expect(count('start')).toBe(0);
    expect(session.view()).toMatchObject({ phase: 'starting' });
    session.setOrg(orgWith('refuse', ana));
    await settle();
    expect(session.view()).toMatchObject({ phase: 'signed_out' });
    expect(count('start')).toBe(1);
  });

  it.each([
    ['refuse', 'unknown'],
    ['warn', undefined]
  ] as const)('%s: who is not known is not wrong; notice: %s', async (mode, verdict) => {
    const { session } = await signIn(orgWith(mode, {}));
    expect(session.view().phase).toBe('ready');
    expect(session.view().identity?.verdict).toBe(verdict);
    expect(session.view().watchLog.map(({ text }) => text)).toContain('identity: unknown');
  });

  it('told later, or a setting changed in mid-session, counts at once', async () => {
    const { session } = await signIn(orgWith('warn', undefined));
    expect(session.view().identity).toBeUndefined();
    session.setOrg(orgWith('warn', ana));
    expect(session.view()).toMatchObject({ phase: 'ready', identity: NAMES });
    session.setOrg(orgWith('ignore', ana));
    expect(session.view().identity).toBeUndefined();
    session.setOrg(orgWith('refuse', ana));
    await settle();
    expect(session.view()).toMatchObject({
      phase: 'signed_out',
      problem: { type: 'wrong_identity' }
    });
  });

  it('somebody else who signs in in mid-session is refused, and no row stays', async () => {
    const right = { ...BEN, email: ana.email };
    const { session, emit, call, org } = await signIn(orgWith('refuse', ana), right);
    await call(LIVE);
    const { length } = org.writes;
    emit({ type: 'user', user: { ...BEN, id: 'u-2' } });
    await settle();
    await call({ ...LIVE, attributes: { policyNumber: 'P-1' } });
    expect(session.view()).toMatchObject({ phase: 'signed_out', rows: [], user: undefined });
    expect(org.writes).toHaveLength(length);
  });
});
