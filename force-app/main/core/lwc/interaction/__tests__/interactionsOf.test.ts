import { attributesOf, interactionsOf } from '../interaction';
import { steps } from './data/call';
import { conversationOf } from './data/conversationOf';
import { cases } from './data/stories';
import { shapes } from './data/shapes';
import type { ShapeName } from './data/shapes';
import { ANA, at, BEN } from './data/story';
import type { Party } from './data/story';

const context = { region: 'mypurecloud.com' };
const over = steps.at(-1)!;

describe.each(Object.keys(shapes) as ShapeName[])('shape %s', (shape) => {
  const conversation = conversationOf(shapes[shape](over));

  it('shows an unanswered alert and a leg of Ana, in order of joining', () => {
    expect(interactionsOf(conversation, ANA)).toMatchObject([
      { participantId: 'p-ana', isLeg: false, state: 'disconnected', connectedTime: undefined },
      {
        key: 'conv-steps:p-ana-2',
        isLeg: true,
        state: 'disconnected',
        direction: 'inbound',
        connectedTime: at(26),
        disconnectedTime: at(91)
      }
    ]);
  });

  it('gives each agent of a transferred call their own leg, with all queues before it', () => {
    const legs = [
      ...interactionsOf(conversation, ANA),
      ...interactionsOf(conversation, BEN)
    ].filter(({ isLeg }) => isLeg);
    const attributes = legs.map(({ participantId }) =>
      attributesOf(conversation, participantId, context)
    );
    expect(attributes).toMatchObject([
      {
        'Call.QueueName': 'Helpdesk',
        'Interaction.TotalAcdTime': 16,
        'Interaction.TotalIvrTime': 10,
        'Salesforce.CallDuration': 65,
        'Salesforce.AfterCallTime': 12
      },
      {
        'Call.QueueName': 'Sales',
        'Interaction.TotalAcdTime': 20,
        'Interaction.TotalIvrTime': 10,
        'Salesforce.CallDuration': 25
      }
    ]);
    expect(legs[0]!.wrapUp).toEqual({
      required: true,
      prompt: 'optional',
      timeoutMs: undefined,
      startAcwTime: at(91),
      endAcwTime: at(103),
      code: 'ININ-WRAP-UP-TIMEOUT',
      name: 'ININ-WRAP-UP-TIMEOUT'
    });
  });

  it('tells that after-call work was ended without a code', () => {
    const payload = JSON.parse(JSON.stringify(shapes[shape](over))) as {
      participants: Record<string, unknown>[];
    };
    payload.participants.at(-3)!.wrapupSkipped = true;
    const skipped = interactionsOf(conversationOf(payload), ANA).map(
      ({ wrapUp }) => wrapUp.skipped
    );
    expect(skipped).toEqual([undefined, true]);
  });

  it('lists the others, oldest first', () => {
    const [, leg] = interactionsOf(conversation, ANA);
    expect(leg!.peers.map(({ purpose, state, userId }) => [purpose, state, userId])).toEqual([
      ['customer', 'disconnected', undefined],
      ['ivr', 'disconnected', undefined],
      ['acd', 'disconnected', undefined],
      ['agent', 'disconnected', ANA],
      ['acd', 'disconnected', undefined],
      ['agent', 'disconnected', BEN]
    ]);
  });

  it('makes no leg of a supervisor who listens', () => {
    const parties = [
      ...over.parties,
      { ...over.parties.at(-1)!, id: 'p-boss', userId: 'boss', monitors: 'p-ben' }
    ];
    expect(
      interactionsOf(conversationOf(shapes[shape]({ ...over, parties })), 'boss')
    ).toMatchObject([{ isLeg: false, isSupervisor: true }]);
  });

  it('shows nothing to a user who is not in it', () => {
    expect(interactionsOf(conversation, 'nobody')).toEqual([]);
  });
});

describe('time in IVR', () => {
  const story = cases[0]!.story;
  const secure = (joined: number, left?: number): Party => ({
    id: 'p-secure',
    purpose: 'ivr',
    joined,
    connected: joined,
    left
  });
  it.each([
    ['a secure stay during the call counts', secure(30, 40), 20],
    ['a secure stay that still lasts is not known yet', secure(30), 10],
    ['a transfer to the IVR is no time of this leg', secure(76.4, 90), 10],
    ['a survey after the call is no time of this leg', secure(77, 90), 10],
    ['a stay with a negative length is left out', secure(30, 20), 10],
    ['a stay that never ended lasts until the agent connected', secure(14), 12]
  ])('%s', (_title, stay, seconds) => {
    const conversation = conversationOf(shapes.C({ ...story, parties: [...story.parties, stay] }));
    expect(attributesOf(conversation, story.leg, context)['Interaction.TotalIvrTime']).toBe(
      seconds
    );
  });
});

describe('the customer', () => {
  const party = (purpose: string, more: object = {}) => ({
    id: `p-${purpose}`,
    purpose,
    name: purpose,
    calls: [],
    ...more
  });
  const ana = {
    id: 'p-ana',
    purpose: 'agent',
    userId: ANA,
    connectedTime: at(1),
    calls: [{ id: 'k-ana', state: 'connected' }]
  };
  it.each([
    ['is the one called customer', [party('external'), party('customer')], 'customer'],
    ['else the external party', [party('acd'), party('station'), party('external')], 'external'],
    [
      'else the first that is neither user nor platform',
      [
        party('ivr'),
        party('acd'),
        party('workflow'),
        party('dialer'),
        party('voicemail'),
        party('station')
      ],
      'station'
    ],
    ['is never a user', [party('outbound', { userId: BEN })], undefined]
  ])('%s', (_title, others, name) => {
    const conversation = conversationOf({ id: 'c', participants: [ana, ...others] });
    expect(attributesOf(conversation, 'p-ana', context)['Call.RemoteName']).toBe(name);
  });
});

describe('a callback that has placed its call', () => {
  // The agent's participant holds both; the callback steers.
  const parties = (callback: object, call: object) => ({
    id: 'c',
    participants: [
      {
        id: 'p-customer',
        purpose: 'customer',
        connectedTime: at(0),
        callbacks: [{ id: 'cb-0', state: 'connected', callbackNumbers: ['+13175550104'] }],
        calls: [{ id: 'k-0', state: 'connected', uuiData: '00AA' }]
      },
      {
        id: 'p-ana',
        purpose: 'agent',
        userId: ANA,
        connectedTime: at(10),
        callbacks: [{ id: 'cb-1', state: 'connected', connectedTime: at(10), ...callback }],
        calls: [{ id: 'k-1', state: 'connected', connectedTime: at(15), ...call }]
      }
    ]
  });
  it.each([
    ['both live', {}, {}, 'callback', 'connected', undefined],
    [
      'the call has ended',
      {},
      { state: 'disconnected', disconnectedTime: at(40) },
      'callback',
      'connected',
      undefined
    ],
    [
      'both have ended',
      { state: 'disconnected', disconnectedTime: at(45) },
      { state: 'disconnected', disconnectedTime: at(40) },
      'callback',
      'disconnected',
      at(45)
    ],
    [
      'the callback has ended, the call lives',
      { state: 'disconnected', disconnectedTime: at(30) },
      {},
      'call',
      'connected',
      undefined
    ]
  ])('%s', (_title, callback, call, media, state, disconnectedTime) => {
    const conversation = conversationOf(parties(callback, call));
    expect(interactionsOf(conversation, ANA)).toMatchObject([
      { type: 'callback', media, state, disconnectedTime }
    ]);
    expect(attributesOf(conversation, 'p-ana', context)).toMatchObject({
      'Call.Ani': '+13175550104',
      'Call.UUIData': '00AA'
    });
  });
});
