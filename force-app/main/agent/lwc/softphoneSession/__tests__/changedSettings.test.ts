import type { OrgView, SoftphoneSettings } from 'c/salesforceOrg';
import { ORG, ORG_WITH_QUEUE, ORG_WITH_STATUS, settle } from './doubles';
import { setUp, signedIn } from './signedIn';

const CALL = { connectedTime: '2026-03-02T15:00:00.000Z' };

const withSettings = (part: Partial<SoftphoneSettings>): OrgView => ({
  ...ORG,
  settings: { ...ORG.settings!, ...part }
});

const stops = (calls: [string, ...unknown[]][]): number =>
  calls.filter(([name]) => name === 'stop').length;

describe('what is changed in setup while a call goes on', () => {
  it('a mapping fills its field at once', async () => {
    const { session, org, call, answers } = await signedIn();
    answers.queueName = 'Claims';
    await call(CALL);
    expect([...org.tasks.values()][0]).not.toHaveProperty('Queue__c');
    session.setOrg(ORG_WITH_QUEUE);
    await settle();
    expect([...org.tasks.values()][0]).toMatchObject({ Queue__c: 'Claims' });
  });

  it('a Status is written at once', async () => {
    const { session, org, call } = await signedIn();
    session.setOrg({ ...ORG_WITH_STATUS, settings: ORG.settings! });
    await call(CALL);
    expect([...org.tasks.values()][0]).not.toHaveProperty('Status');
    session.setOrg({ ...ORG_WITH_STATUS, settings: { ...ORG_WITH_STATUS.settings! } });
    await settle();
    expect([...org.tasks.values()][0]).toMatchObject({ Status: 'In Progress' });
  });
});

const changes: [string, OrgView][] = [
  ['another region', withSettings({ region: 'mypurecloud.ie' })],
  ['another client', withSettings({ clientId: 'mistyped' })],
  ['another redirect', withSettings({ redirectUrl: 'https://x.example.com/apex/GenesysSignIn' })],
  ['a gateway', withSettings({ gateway: 'https://gateway.example.com' })],
  ['remembering', withSettings({ rememberSignIn: true })],
  ['no client', withSettings({ clientId: undefined })],
  ['no settings any more', { ...ORG, settings: undefined }],
  [
    'settings that may not be read any more',
    { ...ORG, problems: [{ type: 'configuration_unreadable', detail: 'hidden' }] }
  ]
];

describe('what the connection needs, changed while an agent is at work', () => {
  it.each(changes)('%s: the call goes on', async (_name, org) => {
    const { session, calls, call } = await signedIn();
    await call(CALL);
    session.setOrg(org);
    await settle();
    expect(stops(calls)).toBe(0);
    expect(session.view()).toMatchObject({ phase: 'ready', user: { name: 'Ana Ruiz' } });
    expect(session.view().rows).toHaveLength(1);
  });

  it.each(changes.slice(0, 5))('%s: taken when the agent signs out', async (_name, org) => {
    const { session, calls, created } = await signedIn();
    session.setOrg(org);
    await session.run({ type: 'sign_out' });
    await settle();
    expect(stops(calls)).toBe(1);
    expect(created.map(({ region }) => region)).toEqual([
      ORG.settings!.region,
      org.settings!.region
    ]);
    expect(session.view()).toMatchObject({ phase: 'signed_out', user: undefined });
  });

  it('no client: said when the agent signs out', async () => {
    const { session } = await signedIn();
    session.setOrg(withSettings({ clientId: undefined }));
    await session.run({ type: 'sign_out' });
    expect(session.view()).toMatchObject({
      phase: 'not_configured',
      problem: { type: 'no_client_id' }
    });
  });

  it('taken when the sign-in ends by itself', async () => {
    const { session, emit, created } = await signedIn();
    session.setOrg(withSettings({ clientId: 'renewed' }));
    emit({ type: 'signedOut', reason: 'expired' });
    await settle();
    expect(created.map(({ clientId }) => clientId)).toEqual(['local-softphone', 'renewed']);
    expect(session.view().phase).toBe('signed_out');
  });

  it('a sign-in that ends is otherwise renewed where it was', async () => {
    const { session, emit, call, created } = await signedIn();
    await call(CALL);
    emit({ type: 'signedOut', reason: 'expired' });
    await settle();
    expect(created).toHaveLength(1);
    expect(session.view()).toMatchObject({ phase: 'ready', problem: { type: 'session_expired' } });
    expect(session.view().rows).toHaveLength(1);
  });

  it('taken at once where nobody is signed in', async () => {
    const { session, created } = setUp();
    session.setOrg(ORG);
    session.setOrg(withSettings({ region: 'mypurecloud.ie' }));
    await settle();
    expect(created.map(({ region }) => region)).toEqual(['mypurecloud.com', 'mypurecloud.ie']);
  });
});
