import type { SoftphoneSession } from '../softphoneSession';
import { ORG, ORG_WITH_QUEUE, ORG_WITH_STATUS, settle } from './doubles';
import type { CallState } from './doubles';
import { setUp, signedIn } from './signedIn';
import type { Setting } from './signedIn';

const KEY = 'c0000000-0000-4000-8000-000000000001:p-agent';
const ADDRESS = 'https://login.example.com/oauth/authorize?state=s-1';
const AT = '2026-03-02T15:00:00.000Z';

describe('before the first call', () => {
  const cases: [string, Parameters<ReturnType<typeof setUp>['session']['setOrg']>[0], object][] = [
    ['nothing read yet', { ...ORG, isRead: false }, { phase: 'loading' }],
    [
      'no settings record',
      { ...ORG, settings: undefined },
      { phase: 'not_configured', problem: { type: 'no_settings' } }
    ],
    [
      'settings without a client id',
      { ...ORG, settings: { ...ORG.settings!, clientId: undefined } },
      { phase: 'not_configured', problem: { type: 'no_client_id' } }
    ],
    [
      'settings without a redirect URL',
      { ...ORG, settings: { ...ORG.settings!, redirectUrl: undefined } },
      { phase: 'not_configured', problem: { type: 'no_settings' } }
    ],
    [
      'settings that may not be read',
      { ...ORG, problems: [{ type: 'configuration_unreadable', detail: 'no such type' }] },
      { phase: 'failed', problem: { type: 'no_permission', detail: 'no such type' } }
    ],
    ['all there', ORG, { phase: 'signed_out' }]
  ];
  it.each(cases)('%s', async (_name, org, expected) => {
    const { session } = setUp();
    session.setOrg(org);
    await settle();
    expect(session.view()).toMatchObject(expected);
  });

  const faults = ['bad_region', 'bad_gateway', 'bad_client_id', 'bad_redirect_url'] as const;
  it.each(faults)('%s: says so, and starts once it is corrected', async (fault) => {
    const { session, makes } = setUp();
    makes(fault);
    session.setOrg(ORG);
    await settle();
    expect(session.view()).toMatchObject({ phase: 'not_configured', problem: { type: fault } });
    expect(session.view().watchLog.map(({ text }) => text)).toContain(`setting refused: ${fault}`);
    makes(undefined);
    session.setOrg({ ...ORG, settings: { ...ORG.settings!, region: 'mypurecloud.ie' } });
    await settle();
    expect(session.view()).toMatchObject({ phase: 'signed_out', problem: undefined });
  });

  it('says at which host the sign-in is, where that is none of Genesys', async () => {
    const { session, emit } = setUp();
    session.setOrg(ORG);
    emit({ type: 'signInAddress', url: ADDRESS });
    expect(session.view().signInHost).toBe('login.example.com');
    emit({ type: 'signInAddress', url: 'https://login.mypurecloud.de/oauth/authorize?state=s-1' });
    expect(session.view().signInHost).toBeUndefined();
  });

  it('shows the address of the sign-in, waits once it is followed, and begins', async () => {
    const { session, emit } = setUp();
    session.setOrg(ORG);
    emit({ type: 'signInAddress', url: ADDRESS });
    await settle();
    expect(session.view()).toMatchObject({ phase: 'signed_out', signInUrl: ADDRESS });
    void session.run({ type: 'sign_in' });
    expect(session.view()).toMatchObject({ phase: 'signing_in', signInUrl: ADDRESS });
    emit({ type: 'signInAddress', url: undefined });
    emit({ type: 'signedIn', expiresAt: 0 });
    await settle();
    expect(session.view()).toMatchObject({ phase: 'ready', user: { name: 'Ana Ruiz' } });
    expect(session.view().signInUrl).toBeUndefined();
  });

  it.each([true, false])('says why a sign-in failed; followed here: %p', async (isFollowed) => {
    const { session, emit } = setUp();
    session.setOrg(ORG);
    if (isFollowed) session.run({ type: 'sign_in' });
    emit({ type: 'signInFailed', problem: { type: 'refused', detail: 'access_denied' } });
    await settle();
    expect(session.view()).toMatchObject({
      phase: 'signed_out',
      problem: { type: 'sign_in_refused', detail: 'access_denied' }
    });
    emit({ type: 'signedIn', expiresAt: 0 });
    await settle();
    expect(session.view()).toMatchObject({ phase: 'ready', user: { name: 'Ana Ruiz' } });
  });

  it('starts again with the sign-in it has, once Genesys Cloud answers', async () => {
    const { session, emit, answers } = setUp();
    const { start } = answers;
    const problem = { type: 'unreachable', operation: 'getUsersMe', message: 'no answer' };
    answers.start = { ok: false, problem };
    session.setOrg(ORG);
    emit({ type: 'signedIn', expiresAt: 0 });
    await settle();
    expect(session.view()).toMatchObject({
      phase: 'failed',
      problem: { type: 'genesys_unreachable' }
    });
    answers.start = start;
    await session.run({ type: 'start_again' });
    expect(session.view()).toMatchObject({ phase: 'ready' });
  });
});

describe('a call', () => {
  it('rings without a Task, then has one, then follows every change, also after the end', async () => {
    const { session, org, call, answers } = await signedIn();
    answers.wrapUpName = async () => 'Resolved';
    await call({});
    expect(session.view().rows).toMatchObject([{ key: KEY, interaction: { state: 'alerting' } }]);
    expect(org.writes).toEqual([]);

    await call({ connectedTime: AT });
    expect([...org.tasks.values()]).toMatchObject([
      { Subject: 'Call 3/2/2026, 3:00:00 PM', CallType: 'Inbound', Interaction_Key__c: KEY }
    ]);
    expect(session.view().rows[0]?.status).toMatchObject({ phase: 'saved' });

    await call({ connectedTime: AT, attributes: { policyNumber: 'P-1' } });
    await call({
      connectedTime: AT,
      disconnectedTime: '2026-03-02T15:01:05.000Z',
      attributes: { policyNumber: 'P-1' }
    });
    await call({
      connectedTime: AT,
      disconnectedTime: '2026-03-02T15:01:05.000Z',
      attributes: { policyNumber: 'P-2' },
      wrapupCode: 'd0000000-0000-4000-8000-000000000001'
    });
    expect([...org.tasks.values()]).toMatchObject([
      { CallDurationInSeconds: 65, Policy__c: 'P-2', CallDisposition: 'Resolved' }
    ]);
    expect(org.writes.filter(({ kind }) => kind === 'create')).toHaveLength(1);
  });

  it('that is declined leaves nothing behind', async () => {
    const { session, org, call } = await signedIn();
    await call({});
    await call({ disconnectedTime: '2026-03-02T15:00:09.000Z' });
    expect(session.view().rows).toEqual([]);
    expect(org.writes).toEqual([]);
  });

  it('keeps its Task, notes and choices over a reload', async () => {
    const first = await signedIn();
    await first.call({ connectedTime: AT });
    void first.session.run({ type: 'notes', key: KEY, text: 'asked for a call back' });
    void first.session.run({
      type: 'choose',
      key: KEY,
      choices: { whoId: '003000000000001AAA', whoName: 'Blanche Stokes' }
    });
    await settle();
    first.session.stop();

    const { storage, org, time } = first;
    const second = await signedIn({ storage, org, time });
    await second.call({ connectedTime: AT });
    expect(second.session.view().rows[0]).toMatchObject({
      notes: 'asked for a call back',
      whoName: 'Blanche Stokes'
    });
    await time.pass(2_000);
    expect([...org.tasks.values()]).toMatchObject([
      { Description: 'asked for a call back', WhoId: '003000000000001AAA' }
    ]);
  });

  it('takes notes at once and writes them when the typing pauses', async () => {
    const { session, org, call, time } = await signedIn();
    await call({ connectedTime: AT });
    for (const text of ['n', 'no', 'note']) {
      void session.run({ type: 'notes', key: KEY, text });
      await time.pass(200);
    }
    expect(session.view().rows[0]?.notes).toBe('note');
    expect(org.writes).toHaveLength(1);
    await time.pass(1_000);
    expect(org.writes.slice(1)).toEqual([{ kind: 'update', fields: { Description: 'note' } }]);
  });
});

describe('the Salesforce session', () => {
  it('ends: writes wait, and go on when the tab is looked at again', async () => {
    const { session, org, call } = await signedIn();
    const { create } = org.gateway;
    org.gateway.create = async () => ({
      ok: false,
      failure: { type: 'signed_out', message: 'Session expired or invalid' }
    });
    await call({ connectedTime: AT });
    expect(session.view().rows[0]?.status).toMatchObject({ phase: 'waiting' });

    org.gateway.create = create;
    session.signal('wake');
    await settle();
    expect(session.view().rows[0]?.status).toMatchObject({ phase: 'saved' });
    expect([...org.tasks.values()]).toMatchObject([{ Interaction_Key__c: KEY }]);
  });
});

describe('commands', () => {
  it('are busy until the interaction moves, and say what was refused', async () => {
    const { session, call, answers, calls } = await signedIn();
    await call({ connectedTime: AT });
    await session.run({ type: 'hold', key: KEY, on: true });
    await settle();
    expect(session.view().rows[0]?.busy).toBe('hold');
    expect(calls).toContainEqual(['hold', expect.objectContaining({ key: KEY }), true]);
    await call({ connectedTime: AT, held: true });
    expect(session.view().rows[0]).toMatchObject({ busy: undefined, interaction: { held: true } });

    answers.mute = {
      ok: false,
      problem: { type: 'refused', operation: 'mute', message: 'Not on a phone' }
    };
    await session.run({ type: 'mute', key: KEY, on: true });
    await settle();
    expect(session.view().rows[0]).toMatchObject({
      busy: undefined,
      actionProblem: { action: 'mute', type: 'refused', message: 'Not on a phone' }
    });
  });

  it.each([
    [
      'dial',
      'dial',
      (session: SoftphoneSession) => session.run({ type: 'dial', phoneNumber: '+13175550155' })
    ],
    [
      'presence',
      'setPresence',
      (session: SoftphoneSession) => session.run({ type: 'presence', id: 'busy' })
    ],
    ['respond', 'setRoutingStatus', (session: SoftphoneSession) => session.run({ type: 'respond' })]
  ] as const)('%s, refused, is said until the next wish', async (action, operation, wish) => {
    const { session, answers } = await signedIn();
    answers[operation] = {
      ok: false,
      problem: { type: 'forbidden', operation, message: 'Not for you' }
    };
    await wish(session);
    await settle();
    expect(session.view().refused).toEqual({ action, type: 'forbidden', message: 'Not for you' });
    answers[operation] = { ok: true, value: undefined };
    await wish(session);
    await settle();
    expect(session.view().refused).toBeUndefined();
  });

  it('stop being busy when no effect ever arrives', async () => {
    const { session, call, time } = await signedIn();
    await call({ connectedTime: AT });
    await session.run({ type: 'hold', key: KEY, on: true });
    await time.pass(10_000);
    expect(session.view().rows[0]?.busy).toBeUndefined();
  });
});

it('digits have no effect to wait for: the other controls stay usable', async () => {
  const { session, call, calls } = await signedIn();
  await call({ connectedTime: AT });
  for (const digits of ['1', '2', '#']) {
    void session.run({ type: 'digits', key: KEY, digits });
    expect(session.view().rows[0]?.busy).toBeUndefined();
    await settle();
  }
  expect(calls.filter(([name]) => name === 'sendDigits').map(([, , sent]) => sent)).toEqual([
    '1',
    '2',
    '#'
  ]);
});

describe('after-call work without a code', () => {
  const OVER: CallState = {
    connectedTime: AT,
    disconnectedTime: '2026-03-02T15:05:00.000Z',
    startAcwTime: '2026-03-02T15:05:00.000Z',
    wrapupPrompt: 'optional'
  };
  const ENDED: CallState = { ...OVER, endAcwTime: '2026-03-02T15:06:00.000Z' };
  const row = (session: SoftphoneSession) => session.view().rows[0];

  async function done(options: Setting = {}) {
    const all = await signedIn(options);
    await all.call(OVER);
    await all.session.run({ type: 'done', key: KEY });
    await settle();
    return all;
  }

  it('is busy until Genesys has ended it', async () => {
    const { session, call, calls, time } = await done();
    expect(calls).toContainEqual(['skipWrapUp', expect.objectContaining({ key: KEY })]);
    expect(row(session)).toMatchObject({ busy: 'done', isAside: false });
    await call(ENDED);
    expect(row(session)).toMatchObject({ busy: undefined, isAside: false });
    await time.pass(10_000);
    expect(row(session)?.isAside).toBe(false);
  });

  it('closes the Task when Genesys has ended it', async () => {
    const { session, org, call } = await signedIn();
    session.setOrg(ORG_WITH_STATUS);
    const saved = () => [...org.tasks.values()].map(({ Status }) => Status);
    await call(OVER);
    await session.run({ type: 'done', key: KEY });
    await settle();
    expect(saved()).toEqual(['In Progress']);
    await call(ENDED);
    expect(saved()).toEqual(['Completed']);
  });

  it('is set aside when Genesys says nothing more, also after a reload', async () => {
    const { session, storage, time } = await done();
    await time.pass(10_000);
    expect(row(session)).toMatchObject({ busy: undefined, isAside: true });
    session.stop();

    const again = await signedIn({ storage, time });
    await again.call(OVER);
    expect(row(again.session)).toMatchObject({ key: KEY, isAside: true });
  });

  it('stays when Genesys refuses, unless the agent insists', async () => {
    const answer = { type: 'refused', operation: 'patch', message: 'Not now' } as const;
    const all = await signedIn();
    all.answers.skipWrapUp = { ok: false, problem: answer };
    await all.call(OVER);
    await all.session.run({ type: 'done', key: KEY });
    await all.time.pass(10_000);
    expect(row(all.session)).toMatchObject({
      busy: undefined,
      isAside: false,
      actionProblem: { action: 'done', type: 'refused', message: 'Not now' }
    });
    void all.session.run({ type: 'set_aside', key: KEY });
    await settle();
    expect(row(all.session)?.isAside).toBe(true);
  });
});

describe('the rest of the view', () => {
  it('counts a lost connection from the moment it was lost, not from the last attempt', async () => {
    const { session, emit, time } = await signedIn();
    const states = ['lost', 'connecting', 'lost', 'connecting'] as const;
    const lostAt = time.clock();
    for (const state of states) {
      emit({ type: 'connection', state, since: time.clock() });
      await time.pass(10_000);
      expect(session.view().connection).toEqual({ state, since: lostAt });
    }
    emit({ type: 'connection', state: 'live', since: time.clock() });
    await time.pass(10_000);
    emit({ type: 'connection', state: 'lost', since: time.clock() });
    await settle();
    expect(session.view().connection).toEqual({ state: 'lost', since: time.clock() });
  });

  it('asks for a queue name once, however many calls have it', async () => {
    const { call, answers, calls, session } = await signedIn();
    session.setOrg(ORG_WITH_QUEUE);
    answers.queueName = async () => 'Helpdesk';
    await call({ connectedTime: AT });
    await call({ id: 'c2', connectedTime: AT });
    expect(calls.filter(([name]) => name === 'queueName')).toHaveLength(1);
    expect(session.view().rows.map(({ attributes }) => attributes['Call.QueueName'])).toEqual([
      'Helpdesk',
      'Helpdesk'
    ]);
  });

  it('puts alerting first, then live oldest first, then finished newest first', async () => {
    const { session, call } = await signedIn();
    const minute = (n: number): string => `2026-03-02T15:0${n}:00.000Z`;
    await call({ id: 'ended-1', connectedTime: minute(0), disconnectedTime: minute(1) });
    await call({ id: 'ended-2', connectedTime: minute(1), disconnectedTime: minute(2) });
    await call({ id: 'live-2', connectedTime: minute(4) });
    await call({ id: 'live-1', connectedTime: minute(3) });
    await call({ id: 'ringing' });
    expect(session.view().rows.map(({ interaction }) => interaction.conversationId)).toEqual([
      'ringing',
      'live-1',
      'live-2',
      'ended-2',
      'ended-1'
    ]);
  });

  it('logs no name, number, note or attribute', async () => {
    const { session, call } = await signedIn();
    await call({ connectedTime: AT, attributes: { policyNumber: 'SECRET' } });
    void session.run({ type: 'notes', key: KEY, text: 'SECRET' });
    await settle();
    expect(JSON.stringify(session.view().watchLog)).not.toMatch(/SECRET|Stokes|Ana|\+1/);
  });

  it('keeps the interactions in sight when the sign-in runs out in mid-call', async () => {
    const { session, call, emit } = await signedIn();
    await call({ connectedTime: AT });
    emit({ type: 'signedOut', reason: 'expired' });
    await settle();
    expect(session.view()).toMatchObject({ phase: 'ready', problem: { type: 'session_expired' } });
    expect(session.view().rows).toHaveLength(1);
    emit({ type: 'signedIn', expiresAt: 0 });
    await settle();
    expect(session.view()).toMatchObject({ phase: 'ready', problem: undefined });
  });
});
