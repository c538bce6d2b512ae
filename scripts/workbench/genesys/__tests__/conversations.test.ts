/** @jest-environment node */
import { communicationOf } from '../conversation';
import type { Conversation } from '../conversation';
import { ADA, ANA, at, BEN, BILLING, HELPDESK, lines, SALES, stage, START } from './stage';

type Stage = ReturnType<typeof stage>;

const types = (told: Stage['told']) => told.map((change) => change.type);
const typeOf = (conversation: Conversation, who: string) =>
  communicationOf(at(conversation, who).participant).disconnectType;

describe('an inbound call', () => {
  it('has passed menu and queue in the recorded times when it alerts at once', () => {
    const { call } = stage();
    const conversation = call();
    const [customer, ivr, acd, agent] = conversation.participants;
    expect(lines(conversation)).toEqual([
      'customer Casey Doe connected',
      'ivr Welcome menu disconnected',
      'acd Helpdesk connected',
      'agent Ana Ruiz alerting'
    ]);
    expect(conversation.startTime).toBe(START - 7_000);
    expect(customer?.connectedTime).toBe(START - 7_000);
    expect([ivr?.connectedTime, ivr?.endTime]).toEqual([START - 7_000, START - 3_000]);
    expect([acd?.connectedTime, acd?.endTime]).toEqual([START - 3_000, undefined]);
    expect([agent?.startTime, agent?.connectedTime]).toEqual([START, undefined]);
  });

  it('really waits in menu and queue when asked to', () => {
    const { call, clock } = stage();
    const conversation = call({ realTime: true });
    expect(lines(conversation)).toEqual([
      'customer Casey Doe connected',
      'ivr Welcome menu connected'
    ]);
    clock.advance(4_000);
    expect(lines(conversation).at(-1)).toBe('acd Helpdesk connected');
    clock.advance(2_999);
    expect(lines(conversation).at(-1)).toBe('acd Helpdesk connected');
    clock.advance(1);
    expect(lines(conversation).at(-1)).toBe('agent Ana Ruiz alerting');
  });

  it('skips a menu of no length, and a direct call skips the queue', () => {
    const { call } = stage();
    expect(lines(call({ ivrMs: 0 }))[1]).toBe('acd Helpdesk connected');
    const direct = call({ queue: undefined, pinned: BEN, ivrMs: 0 });
    expect(lines(direct)).toEqual(['customer Casey Doe connected', 'user Ben Okafor alerting']);
    expect(at(direct, BEN.id).participant.wrapUpRule).toBeUndefined();
  });

  it('leaves the queue when it is answered', () => {
    const { call, engine, clock } = stage();
    const conversation = call();
    clock.advance(5_000);
    expect(engine.answer(at(conversation, ANA.id)).ok).toBe(true);
    expect(at(conversation, ANA.id).participant.connectedTime).toBe(START + 5_000);
    expect(at(conversation, 'acd').participant.endTime).toBe(START + 5_000);
    expect(typeOf(conversation, 'acd')).toBe('transfer');
    expect(engine.answer(at(conversation, ANA.id)).ok).toBe(false);
  });
});

describe('who is alerted', () => {
  const cases: Array<[string, (stage: Stage) => void, string | undefined]> = [
    ['the first free agent', () => undefined, ANA.name],
    [
      'the next one when the first talks',
      ({ call, engine }) => {
        const first = call();
        engine.answer(at(first, ANA.id));
      },
      BEN.name
    ],
    ['the next one while the first is alerted', ({ call }) => void call(), BEN.name],
    [
      'the next one when the first is off queue',
      ({ engine }) => {
        engine.agents.setPresence(ANA.id, { ...presence('Meal') });
      },
      BEN.name
    ],
    [
      'nobody when all are away',
      ({ engine }) => {
        for (const user of [ANA, BEN]) {
          engine.agents.setPresence(user.id, { ...presence('Offline') });
        }
      },
      undefined
    ]
  ];
  it.each(cases)('%s', (_title, arrange, name) => {
    const stood = stage();
    arrange(stood);
    const conversation = stood.call();
    expect(conversation.participants.find((each) => each.userId)?.name).toBe(name);
  });

  it('is the pinned user, on queue or not', () => {
    const { call } = stage();
    expect(lines(call({ pinned: ADA })).at(-1)).toBe('agent Ada Lind alerting');
  });

  it('is whoever becomes free while the call waits', () => {
    const { call, engine } = stage();
    for (const user of [ANA, BEN]) engine.agents.setPresence(user.id, presence('Offline'));
    const [first, second] = [call(), call()];
    expect(lines(first).at(-1)).toBe('acd Helpdesk connected');
    engine.agents.setPresence(BEN.id, presence('On Queue'));
    expect(lines(first).at(-1)).toBe('agent Ben Okafor alerting');
    expect(lines(second).at(-1)).toBe('acd Helpdesk connected');
    engine.answer(at(first, BEN.id));
    engine.hangUp(at(first, BEN.id));
    expect(lines(second).at(-1)).toBe('agent Ben Okafor alerting');
  });
});

function presence(name: string) {
  return { id: name, name, systemPresence: name, primary: true };
}

describe('an alert that nobody takes', () => {
  it('goes to the next agent with a participant of their own', () => {
    const { call, clock, engine } = stage();
    const conversation = call();
    clock.advance(20_000);
    expect(lines(conversation).slice(2)).toEqual([
      'acd Helpdesk connected',
      'agent Ana Ruiz disconnected',
      'agent Ben Okafor alerting'
    ]);
    expect(typeOf(conversation, ANA.id)).toBe('transfer.noanswer');
    expect(at(conversation, ANA.id).participant.connectedTime).toBeUndefined();
    expect(at(conversation, ANA.id).participant.acw).toBeUndefined();
    expect(engine.agents.get(ANA.id)?.routingStatus).toBe('NOT_RESPONDING');
  });

  it('comes back to a pinned user three times, each with a new participant, then waits', () => {
    const { call, clock, engine } = stage();
    const conversation = call({ pinned: ANA });
    const alerts = () => conversation.participants.filter((each) => each.userId === ANA.id);
    clock.advance(20_000);
    expect(alerts()).toHaveLength(2);
    clock.advance(200_000);
    expect(alerts()).toHaveLength(3);
    expect(new Set(alerts().map((each) => each.id)).size).toBe(3);
    expect(lines(conversation).at(-1)).toBe('agent Ana Ruiz disconnected');
    engine.agents.setRoutingStatus(ANA.id, 'IDLE');
    expect(alerts()).toHaveLength(4);
  });

  it('waits for the pause before the next alert', () => {
    const { call, clock } = stage({ realertMs: 1_000 });
    const conversation = call({ pinned: ANA });
    clock.advance(20_000);
    expect(lines(conversation).at(-1)).toBe('agent Ana Ruiz disconnected');
    clock.advance(1_000);
    expect(lines(conversation).at(-1)).toBe('agent Ana Ruiz alerting');
  });

  it('is as good as declined, but for the reason', () => {
    const { call, engine, clock } = stage();
    const conversation = call();
    engine.hangUp(at(conversation, ANA.id));
    clock.advance(0);
    expect(typeOf(conversation, ANA.id)).toBe('client');
    expect(lines(conversation).at(-1)).toBe('agent Ben Okafor alerting');
  });

  it('ends with the caller who gives up', () => {
    const { call, engine, clock } = stage();
    const conversation = call();
    engine.hangUp(at(conversation, 'customer'));
    expect(conversation.endTime).toBe(START);
    expect(typeOf(conversation, ANA.id)).toBe('peer');
    const count = conversation.participants.length;
    clock.advance(60_000);
    expect(conversation.participants).toHaveLength(count);
  });
});

describe('in the call', () => {
  function connected(queue = HELPDESK) {
    const stood = stage();
    const conversation = stood.call({ queue });
    stood.engine.answer(at(conversation, ANA.id));
    return { ...stood, conversation, ana: at(conversation, ANA.id) };
  }

  it('holds and mutes', () => {
    const { engine, ana, clock } = connected();
    const call = communicationOf(ana.participant);
    clock.advance(1_000);
    engine.hold(ana, true);
    expect([call.held, call.startHoldTime]).toEqual([true, START + 1_000]);
    clock.advance(1_000);
    engine.hold(ana, false);
    engine.mute(ana, true);
    expect([call.held, call.startHoldTime, call.muted]).toEqual([false, undefined, true]);
    expect(call.segments.map((each) => each.type)).toEqual([
      'alert',
      'interact',
      'hold',
      'interact'
    ]);
  });

  it.each([
    ['the agent', ANA.id, 'client', 'peer'],
    ['the customer', 'customer', 'peer', 'endpoint']
  ])('ends for both when %s hangs up', (_who, who, agentType, customerType) => {
    const { engine, conversation, clock } = connected();
    clock.advance(10_000);
    engine.hangUp(at(conversation, who));
    expect(conversation.endTime).toBe(START + 10_000);
    expect(typeOf(conversation, ANA.id)).toBe(agentType);
    expect(typeOf(conversation, 'customer')).toBe(customerType);
    expect(engine.hangUp(at(conversation, who)).ok).toBe(false);
  });

  it('goes to another queue: the giver ends with transfer, the taker has their own leg', () => {
    const { engine, conversation, ana, clock } = connected();
    clock.advance(5_000);
    expect(engine.transferToQueue(ana, SALES).ok).toBe(true);
    expect(typeOf(conversation, ANA.id)).toBe('transfer');
    expect(lines(conversation).slice(4)).toEqual([
      'acd Sales connected',
      'agent Ben Okafor alerting'
    ]);
    engine.answer(at(conversation, BEN.id));
    expect(at(conversation, BEN.id).participant.queueId).toBe(SALES.id);
    expect(conversation.endTime).toBeUndefined();
  });

  it('goes to another agent, who has no queue', () => {
    const { engine, conversation, ana } = connected();
    engine.transferToUser(ana, BEN);
    expect(lines(conversation).at(-1)).toBe('user Ben Okafor alerting');
    engine.answer(at(conversation, BEN.id));
    expect(at(conversation, BEN.id).participant.queueId).toBeUndefined();
    expect(engine.transferToUser(at(conversation, BEN.id), BEN).ok).toBe(false);
  });

  it('goes back to the queue when the other agent does not take it', () => {
    const { engine, conversation, ana, clock } = connected();
    engine.skipWrapUp(ana);
    engine.transferToUser(ana, BEN);
    clock.advance(20_000);
    expect(typeOf(conversation, BEN.id)).toBe('transfer.noanswer');
    expect(lines(conversation).slice(-2)).toEqual([
      'acd Helpdesk connected',
      'agent Ana Ruiz alerting'
    ]);
  });

  it('goes to a number, and lives on without any agent', () => {
    const { engine, conversation, ana, clock } = connected();
    engine.transferToNumber(ana, '+13175550160');
    expect(lines(conversation).at(-1)).toBe('external +13175550160 contacting');
    clock.advance(2_000);
    expect(lines(conversation).at(-1)).toBe('external +13175550160 connected');
    engine.hangUp(at(conversation, 'external'));
    expect(conversation.endTime).toBe(START + 2_000);
  });

  it('consults: the customer waits alone, then the asked agent keeps the call', () => {
    const { engine, conversation, ana } = connected();
    engine.consult(ana, BEN, 'DESTINATION');
    const customer = communicationOf(at(conversation, 'customer').participant);
    const ben = at(conversation, BEN.id);
    expect(ben.participant.consultParticipantId).toBe(ana.participant.id);
    expect(customer.confined).toBe(true);
    engine.answer(ben);
    engine.steerConsult(ana, 'BOTH');
    expect(customer.confined).toBe(false);
    engine.hangUp(ana);
    expect(lines(conversation).slice(-2)).toEqual([
      'agent Ana Ruiz disconnected',
      'user Ben Okafor connected'
    ]);
    expect(conversation.endTime).toBeUndefined();
  });

  it('stays with the agent when a consultation is cancelled', () => {
    const { engine, conversation, ana } = connected();
    engine.consult(ana, BEN, 'DESTINATION');
    expect(engine.cancelConsult(ana).ok).toBe(true);
    expect(communicationOf(at(conversation, 'customer').participant).confined).toBe(false);
    expect(communicationOf(ana.participant).state).toBe('connected');
    expect(engine.cancelConsult(ana).ok).toBe(false);
  });

  it('lets the customer key in secrets beside the agent', () => {
    const { engine, conversation, clock } = connected();
    engine.secureIvr(conversation, true);
    clock.advance(9_000);
    engine.secureIvr(conversation, false);
    const ivr = at(conversation, 'ivr').participant;
    expect(ivr.endTime! - ivr.connectedTime!).toBe(9_000);
    expect(conversation.participants.filter((each) => each.purpose === 'ivr')).toHaveLength(2);
    expect(communicationOf(at(conversation, ANA.id).participant).state).toBe('connected');
  });

  it('refuses with values what makes no sense', () => {
    const { engine, conversation } = connected();
    const machine = at(conversation, 'ivr');
    expect(engine.hangUp(machine)).toMatchObject({ ok: false, problem: { type: 'wrong_state' } });
    expect(engine.hold(machine, true)).toMatchObject({ problem: { type: 'wrong_state' } });
    expect(engine.find('nowhere', 'x')).toMatchObject({ problem: { entity: 'conversation' } });
    expect(engine.find(conversation.id, 'x')).toMatchObject({ problem: { entity: 'participant' } });
  });
});

describe('after-call work', () => {
  function ended(queue: typeof HELPDESK, wrapUpBefore?: string) {
    const stood = stage();
    const conversation = stood.call({ queue });
    const ana = at(conversation, ANA.id);
    stood.engine.answer(ana);
    if (wrapUpBefore) stood.engine.setWrapUp(ana, { code: wrapUpBefore });
    stood.clock.advance(60_000);
    stood.engine.hangUp(ana);
    return { ...stood, ana, status: () => stood.engine.agents.get(ANA.id)?.routingStatus };
  }

  it.each([
    ['optional', HELPDESK, 'Resolved', 'IDLE'],
    ['mandatory', SALES, 'Order placed', 'INTERACTING'],
    ['with a timeout', BILLING, 'Refund granted', 'INTERACTING']
  ])('%s: pending until the code is set', (_name, queue, code, meanwhile) => {
    const { ana, engine, clock, status } = ended(queue);
    expect(ana.participant.acw).toEqual({ startTime: START + 60_000 });
    expect(status()).toBe(meanwhile);
    clock.advance(12_400);
    expect(engine.setWrapUp(ana, { code, notes: 'Thanks' }).ok).toBe(true);
    expect(ana.participant.acw?.endTime).toBe(START + 72_400);
    expect(ana.participant.wrapUp).toMatchObject({
      name: code,
      notes: 'Thanks',
      durationSeconds: 12
    });
    expect(status()).toBe('IDLE');
  });

  it('ends by itself at the timeout', () => {
    const { ana, clock, status } = ended(BILLING);
    clock.advance(30_000);
    expect(ana.participant.acw?.endTime).toBe(START + 90_000);
    expect(ana.participant.wrapUp?.code).toBe('ININ-WRAP-UP-TIMEOUT');
    expect(status()).toBe('IDLE');
  });

  it('can be skipped, once', () => {
    const { ana, engine } = ended(SALES);
    expect(engine.skipWrapUp(ana).ok).toBe(true);
    expect(ana.participant.wrapUp?.code).toBe('ININ-WRAP-UP-SKIPPED');
    expect(engine.skipWrapUp(ana).ok).toBe(false);
  });

  it('takes no time when the code was set during the call', () => {
    const { ana } = ended(SALES, 'Order placed');
    expect(ana.participant.acw).toEqual({ startTime: START + 60_000, endTime: START + 60_000 });
  });

  it('lets a later code replace an earlier one without a second round', () => {
    const { ana, engine, clock, told } = ended(SALES);
    clock.advance(5_000);
    engine.setWrapUp(ana, { code: 'Order placed' });
    clock.advance(5_000);
    engine.setWrapUp(ana, { code: 'Not interested' });
    expect(ana.participant.acw?.endTime).toBe(START + 65_000);
    expect(ana.participant.wrapUp).toMatchObject({ name: 'Not interested', durationSeconds: 5 });
    expect(types(told).filter((type) => type === 'wrapup')).toHaveLength(2);
    expect(types(told).filter((type) => type === 'acw')).toHaveLength(1);
  });

  it.each([
    ['a code of another queue', 'Resolved'],
    ['no code', '']
  ])('refuses %s', (_name, code) => {
    const { ana, engine } = ended(SALES);
    expect(engine.setWrapUp(ana, { code })).toMatchObject({ problem: { field: 'code' } });
  });

  it('belongs to a transfer too, and to each leg alone', () => {
    const { engine, call } = stage();
    const conversation = call();
    const ana = at(conversation, ANA.id);
    engine.answer(ana);
    engine.transferToQueue(ana, SALES, BEN);
    expect(ana.participant.acw?.endTime).toBeUndefined();
    engine.answer(at(conversation, BEN.id));
    engine.hangUp(at(conversation, 'customer'));
    engine.setWrapUp(at(conversation, BEN.id), { code: 'Order placed' });
    expect(ana.participant.wrapUp).toBeUndefined();
  });
});

describe('an outbound call', () => {
  it('is dialed, reached and answered', () => {
    const { engine, clock, told } = stage();
    const dialed = engine.dial(ANA, { phoneNumber: '+13175550155', queue: SALES, attributes: {} });
    if (!dialed.ok) throw new Error('not dialed');
    const conversation = dialed.value;
    expect(types(told).filter((type) => type === 'conversation')).toHaveLength(2);
    expect(lines(conversation)).toEqual([
      'agent Ana Ruiz contacting',
      'customer +13175550155 contacting'
    ]);
    clock.advance(2_000);
    expect(lines(conversation)[0]).toBe('agent Ana Ruiz connected');
    expect(at(conversation, ANA.id).participant.connectedTime).toBe(START + 2_000);
    engine.hangUp(at(conversation, ANA.id));
    expect(at(conversation, ANA.id).participant.acw).toBeDefined();
  });

  it('without a queue reaches an external party and needs no wrap-up', () => {
    const { engine } = stage({ outboundAnswerMs: null });
    const dialed = engine.dial(ANA, { phoneNumber: '+13175550155', attributes: {} });
    if (!dialed.ok) throw new Error('not dialed');
    expect(lines(dialed.value)).toEqual([
      'user Ana Ruiz contacting',
      'external +13175550155 contacting'
    ]);
    engine.hangUp(at(dialed.value, 'external'));
    expect(dialed.value.endTime).toBe(START);
    expect(at(dialed.value, ANA.id).participant.connectedTime).toBeUndefined();
  });

  it('needs a station', () => {
    const { engine } = stage();
    const dialed = engine.dial(ADA, { phoneNumber: '+13175550155', attributes: {} });
    expect(dialed).toEqual({ ok: false, problem: { type: 'no_station' } });
  });

  it('between two users has no customer', () => {
    const { engine } = stage();
    const called = engine.callUser(ANA, BEN);
    if (!called.ok) throw new Error('not called');
    const conversation = called.value;
    expect(lines(conversation)).toEqual(['user Ana Ruiz contacting', 'user Ben Okafor alerting']);
    engine.answer(at(conversation, BEN.id));
    expect(lines(conversation)).toEqual(['user Ana Ruiz connected', 'user Ben Okafor connected']);
    engine.hangUp(at(conversation, BEN.id));
    expect(conversation.endTime).toBe(START);
    expect(engine.callUser(ANA, ANA).ok).toBe(false);
  });

  it('between two users can be given to a queue, where the other waits', () => {
    const { engine } = stage();
    const called = engine.callUser(ADA, ANA);
    if (called.ok) throw new Error('Ada has no station');
    engine.agents.setStation(ADA.id, { id: 's', name: 'Desk 7' });
    const again = engine.callUser(ADA, ANA);
    if (!again.ok) throw new Error('not called');
    engine.answer(at(again.value, ANA.id));
    engine.transferToQueue(at(again.value, ANA.id), SALES);
    expect(lines(again.value).slice(2)).toEqual([
      'acd Sales connected',
      'agent Ben Okafor alerting'
    ]);
    engine.hangUp(at(again.value, ADA.id));
    expect(again.value.endTime).toBe(START);
  });
});

describe('what is told', () => {
  const followers = (told: Stage['told']) => {
    const last = told.findLast((change) => change.type === 'conversation');
    return last?.type === 'conversation' ? last.userIds : undefined;
  };

  it('reaches every user who was alerted, while the conversation lives', () => {
    const { call, clock, told, engine } = stage();
    const conversation = call();
    expect(followers(told)).toEqual([ANA.id]);
    clock.advance(20_000);
    engine.answer(at(conversation, BEN.id));
    expect(followers(told)).toEqual([ANA.id, BEN.id]);
  });

  it.each([
    ['all', ['conversation', 'attributes']],
    ['detail', ['attributes']],
    ['none', []]
  ] as const)('of attributes: %s', (notify, expected) => {
    const { call, told, engine } = stage();
    const conversation = call();
    told.length = 0;
    engine.setAttributes(at(conversation, 'customer'), { survey: '9' }, notify);
    expect(types(told)).toEqual(expected);
    expect(at(conversation, 'customer').participant.attributes).toEqual({ survey: '9' });
  });

  it('of late attributes reaches users who wrap up, and soon nobody else', () => {
    const { call, told, engine, clock } = stage();
    const conversation = call();
    const ana = at(conversation, ANA.id);
    engine.answer(ana);
    engine.hangUp(ana);
    clock.advance(3_600_000);
    const late = () => engine.setAttributes(at(conversation, 'customer'), { survey: '9' });
    late();
    expect(followers(told)).toEqual([ANA.id]);
    engine.setWrapUp(ana, { code: 'Resolved' });
    clock.advance(10_000);
    late();
    expect(followers(told)).toEqual([ANA.id]);
    clock.advance(1);
    late();
    expect(followers(told)).toEqual([]);
    expect(types(told).at(-1)).toBe('attributes');
  });
});

describe('the engine', () => {
  it('keeps a bounded number of finished conversations, the newest', () => {
    const { call, engine } = stage({ keepFinished: 3 });
    const ids = Array.from({ length: 6 }, () => {
      const conversation = call();
      engine.hangUp(at(conversation, 'customer'));
      return conversation.id;
    });
    expect(engine.all().map((each) => each.id)).toEqual(ids.slice(3));
  });

  it('forgets everything on reset, timers included', () => {
    const { call, engine, clock, told } = stage();
    call();
    engine.agents.setPresence(BEN.id, presence('Meal'));
    engine.reset();
    told.length = 0;
    clock.advance(3_600_000);
    expect(engine.all()).toEqual([]);
    expect(engine.agents.get(BEN.id)?.presence.name).toBe('On Queue');
    expect(told).toEqual([]);
  });

  it('makes the same conversations from the same chance', () => {
    expect(JSON.stringify(stage().call())).toBe(JSON.stringify(stage().call()));
  });
});
