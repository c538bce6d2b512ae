/** @jest-environment node */
import type { GenesysCloud, InteractionRef } from 'c/genesysCloud';
import type { Media } from 'c/interaction';
import { openLiveDesk } from './support/desk';
import type { Desk } from './support/desk';

const of = (media: Media, communicationId?: string): InteractionRef => ({
  conversationId: 'c',
  participantId: 'p',
  media,
  ...(communicationId && { communicationId })
});
const call = of('call', 'k');
const BY_COMMUNICATION = 'participants/p/communications/k';

let desk: Desk;
beforeEach(async () => {
  desk = await openLiveDesk();
});

describe('what the agent does becomes a request', () => {
  const cases: [string, (cloud: GenesysCloud) => Promise<unknown>, string, unknown][] = [
    [
      'answer',
      (cloud) => cloud.answer(call),
      `PATCH calls/c/${BY_COMMUNICATION}`,
      { state: 'connected' }
    ],
    [
      'decline',
      (cloud) => cloud.decline(call),
      `PATCH calls/c/${BY_COMMUNICATION}`,
      { state: 'disconnected' }
    ],
    [
      'end',
      (cloud) => cloud.disconnect(call),
      `PATCH calls/c/${BY_COMMUNICATION}`,
      { state: 'disconnected' }
    ],
    [
      'hold',
      (cloud) => cloud.hold(call, true),
      `PATCH calls/c/${BY_COMMUNICATION}`,
      { held: true }
    ],
    [
      'resume',
      (cloud) => cloud.hold(call, false),
      `PATCH calls/c/${BY_COMMUNICATION}`,
      { held: false }
    ],
    [
      'mute',
      (cloud) => cloud.mute(call, true),
      `PATCH calls/c/${BY_COMMUNICATION}`,
      { muted: true }
    ],
    [
      'unmute',
      (cloud) => cloud.mute(call, false),
      `PATCH calls/c/${BY_COMMUNICATION}`,
      { muted: false }
    ],
    [
      'answer a call of shape M',
      (cloud) => cloud.answer(of('call')),
      'PATCH calls/c/participants/p',
      { state: 'connected' }
    ],
    [
      'end a callback',
      (cloud) => cloud.disconnect(of('callback', 'k')),
      `PATCH callbacks/c/${BY_COMMUNICATION}`,
      { state: 'disconnected' }
    ],
    [
      'answer an email',
      (cloud) => cloud.answer(of('email', 'k')),
      `PATCH emails/c/${BY_COMMUNICATION}`,
      { state: 'connected' }
    ],
    [
      'answer a message',
      (cloud) => cloud.answer(of('message', 'k')),
      `PATCH messages/c/${BY_COMMUNICATION}`,
      { state: 'connected' }
    ],
    [
      'digits',
      (cloud) => cloud.sendDigits(call, '1*#D'),
      'POST c/participants/p/digits',
      { digits: '1*#D' }
    ],
    [
      'transfer to a queue',
      (cloud) => cloud.transferToQueue(call, 'q'),
      'POST c/participants/p/replace/queue',
      { transferType: 'Unattended', queueId: 'q' }
    ],
    [
      'transfer to a person',
      (cloud) => cloud.transferToUser(call, 'u'),
      'POST c/participants/p/replace/agent',
      { transferType: 'Unattended', userId: 'u' }
    ],
    [
      'wrap up',
      (cloud) => cloud.setWrapUp(call, { code: 'w', notes: 'done' }),
      `POST calls/c/${BY_COMMUNICATION}/wrapup`,
      { code: 'w', notes: 'done' }
    ],
    [
      'wrap up a message',
      (cloud) => cloud.setWrapUp(of('message', 'k'), { code: 'w' }),
      `POST messages/c/${BY_COMMUNICATION}/wrapup`,
      { code: 'w' }
    ],
    ...(['call', 'callback', 'email', 'message'] as const).map((media): (typeof cases)[number] => [
      `skip the wrap-up of ${media}s`,
      (cloud) => cloud.skipWrapUp(of(media)),
      `PATCH ${media}s/c/participants/p`,
      { wrapupSkipped: true }
    ])
  ];

  it.each(cases)('%s', async (_, act, request, body) => {
    const route = request.replace(' ', ' /api/v2/conversations/');
    desk.server.on(route, { status: 202 });
    expect(await act(desk.cloud)).toEqual({ ok: true, value: undefined });
    expect(desk.server.asked(route).map((asked) => asked.body)).toEqual([body]);
  });

  it('dials and names the new conversation', async () => {
    desk.server.on('POST /api/v2/conversations/calls', { status: 202, body: { id: 'new' } });
    const dialed = { phoneNumber: '+13175550101', callFromQueueId: 'q' };
    expect(await desk.cloud.dial(dialed)).toEqual({ ok: true, value: 'new' });
    expect(desk.server.requests.at(-1)!.body).toEqual(dialed);
  });

  it('sets presence and routing status', async () => {
    const user = desk.ofType('user')[0]!.user.id;
    desk.server.on(`PATCH /api/v2/users/${user}/presences/purecloud`, {});
    desk.server.on(`PUT /api/v2/users/${user}/routingstatus`, {});
    expect(await desk.cloud.setPresence('p-1')).toMatchObject({ ok: true });
    expect(desk.server.requests.at(-1)!.body).toEqual({ presenceDefinition: { id: 'p-1' } });
    expect(await desk.cloud.setRoutingStatus('IDLE')).toMatchObject({ ok: true });
    expect(desk.server.requests.at(-1)!.body).toEqual({ status: 'IDLE' });
  });
});

describe('a communication that shape M does not name', () => {
  const full = 'GET /api/v2/conversations/c';
  const wrapUp = `POST /api/v2/conversations/calls/c/${BY_COMMUNICATION}/wrapup`;

  it('is looked up', async () => {
    desk.server.on(full, {
      body: { participants: [{ id: 'p', calls: [{ id: 'old' }, { id: 'k' }] }] }
    });
    desk.server.on(wrapUp, { status: 202 });
    expect(await desk.cloud.setWrapUp(of('call'), { code: 'w' })).toMatchObject({ ok: true });
  });

  it.each([
    ['may not be read', { status: 403 }],
    ['has another participant', { body: { participants: [{ id: 'x', calls: [{ id: 'k' }] }] } }],
    ['has no participants', { body: {} }]
  ])('and whose conversation %s: a typed problem', async (_, reply) => {
    desk.server.on(full, reply);
    expect(await desk.cloud.setWrapUp(of('call'), { code: 'w' })).toMatchObject({
      problem: { type: 'no_communication' }
    });
  });
});

describe('what cannot be', () => {
  const cases: [string, (cloud: GenesysCloud) => Promise<unknown>, string][] = [
    ['answering a web chat', (cloud) => cloud.answer(of('chat', 'k')), 'unsupported'],
    ['skipping the wrap-up of a web chat', (cloud) => cloud.skipWrapUp(of('chat')), 'unsupported'],
    ['digits in an email', (cloud) => cloud.sendDigits(of('email', 'k'), '1'), 'unsupported'],
    ['letters as digits', (cloud) => cloud.sendDigits(call, '12x'), 'refused'],
    ['no digits', (cloud) => cloud.sendDigits(call, ''), 'refused']
  ];

  it.each(cases)('%s is refused without asking', async (_, act, type) => {
    const before = desk.server.requests.length;
    expect(await act(desk.cloud)).toMatchObject({ ok: false, problem: { type } });
    expect(desk.server.requests).toHaveLength(before);
  });
});
