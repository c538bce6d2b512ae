/** @jest-environment node */
import type { Models } from 'purecloud-platform-client-v2';
import type { Conversation } from '../conversation';
import { callEventShape, callRestShape } from '../shapes/callShape';
import { eventShape } from '../shapes/eventShape';
import { fullShape } from '../shapes/fullShape';
import { ANA, at, BEN, HELPDESK, SALES, stage } from './stage';

/** A call that was missed, answered, held, transferred, ended and wrapped up. */
function story(): Conversation {
  const { engine, call, clock } = stage();
  const conversation = call({ attributes: { policyNumber: 'P-1' }, uuiData: '3132;encoding=hex' });
  clock.advance(20_000);
  const ben = at(conversation, BEN.id);
  engine.answer(ben);
  clock.advance(1_500);
  engine.hold(ben, true);
  clock.advance(1_500);
  engine.transferToQueue(ben, SALES, ANA);
  engine.answer(at(conversation, ANA.id));
  clock.advance(60_000);
  engine.hangUp(at(conversation, 'customer'));
  clock.advance(9_000);
  engine.setWrapUp(at(conversation, ANA.id), { code: 'Order placed', notes: 'Two of them' });
  return conversation;
}

const only = <Entity extends object>(entity: Entity | undefined, ...keys: Array<keyof Entity>) =>
  Object.fromEntries(keys.map((key) => [key, entity?.[key]]));

describe('shape E', () => {
  const shape = eventShape(story());
  const agents = shape.participants!.filter((each) => each.purpose === 'agent');

  it('has the people in order of joining', () => {
    expect(shape.participants!.map((each) => each.purpose)).toEqual([
      'customer',
      'ivr',
      'acd',
      'agent',
      'agent',
      'acd',
      'agent'
    ]);
    expect(agents.map((each) => each.userId)).toEqual([ANA.id, BEN.id, ANA.id]);
  });

  it('knows neither start times nor queue names, ani, dnis or wrap-up names', () => {
    const text = JSON.stringify(shape);
    for (const key of ['startTime":"2026-05-04T08', 'queueName', 'ani', 'dnis', 'Order placed']) {
      expect(text).not.toContain(key.startsWith('startTime') ? key : `"${key}"`);
    }
    expect(Object.keys(shape)).not.toContain('startTime');
  });

  it('says disconnected, and why', () => {
    expect(agents.map((each) => each.calls![0]!.state)).toEqual([
      'disconnected',
      'disconnected',
      'disconnected'
    ]);
    expect(agents.map((each) => each.calls![0]!.disconnectType)).toEqual([
      'transfer.noanswer',
      'transfer',
      'peer'
    ]);
    expect(agents[0]!.calls![0]!.errorInfo?.code).toBe(
      'error.ininedgecontrol.connection.station.noanswer'
    );
  });

  it('has the times of a leg, and none for an alert that was missed', () => {
    expect(only(agents[0], 'connectedTime', 'endTime', 'alertingTimeoutMs')).toEqual({
      connectedTime: undefined,
      endTime: '2026-05-04T09:00:20.000Z',
      alertingTimeoutMs: 20_000
    });
    expect(only(agents[2], 'connectedTime', 'endTime')).toEqual({
      connectedTime: '2026-05-04T09:00:23.000Z',
      endTime: '2026-05-04T09:01:23.000Z'
    });
  });

  it('has the wrap-up as a code, pending or complete', () => {
    expect(agents[2]!.wrapup).toEqual({
      code: SALES.codes[0]!.id,
      notes: 'Two of them',
      tags: [],
      durationSeconds: 9,
      endTime: '2026-05-04T09:01:32.000Z'
    });
    expect(agents[2]!.calls![0]!.afterCallWork).toEqual({
      state: 'complete',
      startTime: '2026-05-04T09:01:23.000Z',
      endTime: '2026-05-04T09:01:32.000Z'
    });
    expect(agents[1]!.calls![0]!.afterCallWork).toEqual({
      state: 'pending',
      startTime: '2026-05-04T09:00:23.000Z'
    });
    expect(agents.map((each) => each.wrapupPrompt)).toEqual(['optional', 'optional', 'mandatory']);
  });

  it('has the customer with numbers, user-to-user information and data', () => {
    const customer = shape.participants![0]!;
    expect(customer.attributes).toEqual({ policyNumber: 'P-1' });
    expect(customer.calls![0]).toMatchObject({
      uuiData: '3132;encoding=hex',
      direction: 'inbound',
      self: { name: 'Casey Doe', addressNormalized: '+13175550101' },
      other: { addressNormalized: '+13175550100' }
    });
  });

  it('is the same again after a round through JSON', () => {
    expect(JSON.parse(JSON.stringify(shape))).toEqual(shape);
  });
});

describe('shape M', () => {
  const conversation = story();
  const topic = callEventShape(conversation);
  const rest = callRestShape(conversation);

  it.each([
    ['topic', topic.participants, 'disconnected'],
    ['REST', rest.participants, 'terminated']
  ])('in the dialect of %s has an ended call %s', (_name, participants, state) => {
    const ended = participants as Models.CallMediaParticipant[];
    expect(new Set(ended.map((each) => each.state))).toEqual(new Set([state]));
  });

  it('has start times, numbers and references without names', () => {
    expect(only(rest.participants![0], 'startTime', 'ani', 'dnis')).toEqual({
      startTime: '2026-05-04T08:59:53.000Z',
      ani: 'tel:+13175550101',
      dnis: 'tel:+13175550100'
    });
    const agent = rest.participants!.at(-1)!;
    expect(agent.queue).toEqual({ id: SALES.id, selfUri: `/api/v2/routing/queues/${SALES.id}` });
    expect(agent.user).toEqual({ id: ANA.id, selfUri: `/api/v2/users/${ANA.id}` });
    expect(agent.ani).toBe('sip:+13175550101@10.0.0.1;user=phone');
    expect(agent.dnis).toMatch(/^sip:/);
    expect(agent.wrapup).not.toHaveProperty('name');
  });

  it('of the topic has empty references, and no user-to-user information', () => {
    expect(topic.participants![1]).toMatchObject({ purpose: 'ivr', queue: {}, script: {} });
    expect(JSON.stringify(topic)).not.toContain('uuiData');
    expect(rest.participants![0]!.uuiData).toBe('3132;encoding=hex');
  });
});

describe('shape C', () => {
  const shape = fullShape(story());

  it('has what the others lack: start times, queue names, segments, wrap-up names', () => {
    const agent = shape.participants.at(-1)!;
    expect(only(shape, 'startTime', 'endTime', 'recordingState')).toEqual({
      startTime: '2026-05-04T08:59:53.000Z',
      endTime: '2026-05-04T09:01:23.000Z',
      recordingState: 'NONE'
    });
    expect(shape.participants.map((each) => each.queueName)).toEqual([
      'Sales',
      undefined,
      HELPDESK.name,
      HELPDESK.name,
      HELPDESK.name,
      'Sales',
      'Sales'
    ]);
    expect(agent.wrapup).toMatchObject({ code: SALES.codes[0]!.id, name: 'Order placed' });
    expect(agent.calls![0]!.state).toBe('terminated');
    expect(agent.calls![0]!.segments!.map((each) => each.type)).toEqual(['alert', 'interact']);
  });

  it('of an outbound call has the number called as dnis', () => {
    const { engine } = stage();
    const dialed = engine.dial(ANA, { phoneNumber: '+13175550155', attributes: {} });
    const [agent, customer] = dialed.ok ? fullShape(dialed.value).participants : [];
    expect(only(customer, 'purpose', 'ani', 'dnis')).toEqual({
      purpose: 'external',
      ani: 'tel:+13175550100',
      dnis: 'tel:+13175550155'
    });
    expect(only(agent, 'purpose', 'dnis')).toEqual({ purpose: 'user', dnis: 'tel:+13175550155' });
    expect(customer!.calls![0]).toMatchObject({
      direction: 'outbound',
      self: { addressNormalized: '+13175550155' }
    });
  });
});
