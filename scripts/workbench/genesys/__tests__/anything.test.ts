/** @jest-environment node */
import fc from 'fast-check';
import { communicationOf, isCustomer, isLive, isMachine, isSupervisor } from '../conversation';
import type { Conversation } from '../conversation';
import type { Place } from '../floor';
import { queues, users } from '../roster';
import { analyticsShape } from '../shapes/analyticsShape';
import { eventShape } from '../shapes/eventShape';
import { families } from '../shapes/families';
import { fullShape } from '../shapes/fullShape';
import { recordingShapes } from '../shapes/recordingShape';
import { startInteraction } from '../starts';
import { startTypes } from '../startTypes';
import { summaryOf } from '../summary';
import { stage } from './stage';
import type { StartRequest } from '../startRequest';

type Stage = ReturnType<typeof stage>;
type Step = (stage: Stage, place: Place | undefined, pick: number) => unknown;

/** Whatever anybody may try, at any moment, sensible or not. */
const steps: Record<string, Step> = {
  call: ({ call }, _place, pick) =>
    call({
      queue: queues[pick % 3],
      pinned: pick % 4 === 0 ? users[pick % 3] : undefined,
      realTime: pick % 5 === 0
    }),
  dial: ({ engine }, _place, pick) =>
    engine.dial(users[pick % 3]!, {
      phoneNumber: '+13175550155',
      queue: pick % 2 ? queues[0] : undefined,
      attributes: {}
    }),
  callUser: ({ engine }, _place, pick) =>
    engine.callUser(users[pick % 3]!, users[(pick >> 2) % 3]!),
  wait: ({ clock }, _place, pick) => clock.advance((pick % 40) * 1_000),
  presence: ({ engine }, _place, pick) => {
    const name = pick % 2 ? 'On Queue' : 'Meal';
    const presence = { id: name, name, systemPresence: name, primary: true };
    engine.agents.setPresence(users[pick % 3]!.id, presence);
  },
  answer: ({ engine }, place) => place && engine.answer(place),
  pickUp: ({ engine }, place) => place && engine.pickUp(place),
  hangUp: ({ engine }, place) => place && engine.hangUp(place),
  hold: ({ engine }, place, pick) => place && engine.hold(place, pick % 2 === 0),
  mute: ({ engine }, place, pick) => place && engine.mute(place, pick % 2 === 0),
  toQueue: ({ engine }, place, pick) => place && engine.transferToQueue(place, queues[pick % 3]!),
  toUser: ({ engine }, place, pick) => place && engine.transferToUser(place, users[pick % 3]!),
  toNumber: ({ engine }, place) => place && engine.transferToNumber(place, '+13175550160'),
  consult: ({ engine }, place, pick) =>
    place && engine.consult(place, users[pick % 3]!, 'DESTINATION'),
  steerConsult: ({ engine }, place) => place && engine.steerConsult(place, 'BOTH'),
  cancelConsult: ({ engine }, place) => place && engine.cancelConsult(place),
  secureIvr: ({ engine }, place, pick) =>
    place && engine.secureIvr(place.conversation, pick % 2 === 0),
  wrapUp: ({ engine }, place, pick) =>
    place && engine.setWrapUp(place, { code: queues[pick % 3]!.codes[0]!.id }),
  start: ({ world }, _place, pick) => {
    const { type, direction } = startTypes[pick % startTypes.length]!;
    return startInteraction(world, {
      type,
      direction,
      agent: pick % 2 || direction !== 'inbound' ? users[pick % 3]!.key : undefined,
      toAgent: users[(pick >> 2) % 3]!.key,
      queue: pick % 7 === 0 && pick % 2 ? null : queues[pick % 3]!.name,
      scheduledInSeconds: pick % 3 === 0 ? 30 : 0,
      realTime: pick % 5 === 0
    } as StartRequest);
  },
  write: ({ engine }, place, pick) =>
    place && engine.write(place, { body: pick % 5 ? 'a line' : '', sticker: 'https://x.example' }),
  callBack: ({ engine }, place) => place && engine.callBack(place),
  endCall: ({ engine }, place) => place && engine.hangUp(place, 'call'),
  consultQueue: ({ engine }, place, pick) =>
    place && engine.consultQueue(place, queues[pick % 3]!, 'DESTINATION'),
  addNumber: ({ engine }, place) => place && engine.addNumber(place, '+13175550161'),
  addUser: ({ engine }, place, pick) => place && engine.addUser(place, users[pick % 3]!),
  supervise: ({ engine }, place, pick) =>
    place &&
    engine.supervise(
      place,
      users[pick % 3]!,
      (['monitor', 'coach', 'bargeIn'] as const)[(pick >> 2) % 3]!
    ),
  skipWrapUp: ({ engine }, place) => place && engine.skipWrapUp(place),
  attributes: ({ engine }, place) => place && engine.setAttributes(place, { a: '1' }),
  end: ({ engine }, place) => place && engine.disconnectAll(place.conversation)
};

function placeAt(stage: Stage, pick: number): Place | undefined {
  const places = stage.engine
    .all()
    .flatMap((conversation) =>
      conversation.participants.map((participant) => ({ conversation, participant }))
    );
  // The youngest are the ones where something can still happen.
  return places.at(-1 - (pick % Math.max(1, Math.min(places.length, 12))));
}

function faultsOf(conversation: Conversation): string[] {
  const live = conversation.participants.filter(isLive);
  const people = live.filter((each) => !isMachine(each) && !isSupervisor(each));
  const alerting = live.filter((each) => communicationOf(each).state === 'alerting');
  const faults = [
    conversation.endTime !== undefined && live.length > 0 && 'somebody stays in a finished call',
    conversation.endTime === undefined && live.length === 0 && 'an empty call goes on',
    conversation.endTime === undefined &&
      people.length === 1 &&
      !live.some(isMachine) &&
      'somebody talks alone',
    conversation.participants.some(isCustomer) &&
      !people.some(isCustomer) &&
      (people.length === 1 || live.some(isMachine)) &&
      'the call outlives its customer',
    alerting.filter((each) => each.queueId).length > 1 && 'two alerts for one place in the queue',
    live.filter((each) => each.purpose === 'acd').length > 1 && 'two queues at once'
  ];
  for (const {
    connectedTime,
    endTime,
    startTime,
    acw,
    ...participant
  } of conversation.participants) {
    const call = participant.communications[0];
    const open = participant.communications.filter((each) => each.state !== 'disconnected');
    const times = [startTime, connectedTime, endTime, acw?.startTime, acw?.endTime].filter(
      (time) => time !== undefined
    );
    const sorted = times.toSorted((a, b) => a - b);
    faults.push(
      JSON.stringify(times) !== JSON.stringify(sorted) && 'times out of order',
      (call.state === 'disconnected') !== (endTime !== undefined) && 'an end without an end time',
      call.state === 'connected' && connectedTime === undefined && 'connected without a time',
      call.held && call.state !== 'connected' && 'held without being connected',
      participant.communications.some(
        (each) =>
          each.segments.filter((segment) => segment.endTime === undefined).length !==
          (each.state === 'disconnected' ? 0 : 1)
      ) && 'segments that do not add up',
      open.length > 0 !== (endTime === undefined) && 'a stay and its communications disagree',
      acw !== undefined && connectedTime === undefined && 'after-call work for an alert'
    );
  }
  return faults.filter((fault) => fault !== false);
}

const shapes = [
  eventShape,
  fullShape,
  summaryOf,
  analyticsShape,
  recordingShapes,
  ...families.flatMap(({ event, rest }) => [event, rest ?? event])
];

const RUNS = 60;

it('whatever anybody tries, every conversation stays sound and every shape can be sent', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(1_000)), {
        maxLength: 80,
        size: 'max'
      }),
      (script) => {
        const stood = stage({ keepFinished: 5, maxAlerts: 2 });
        for (const [name, pick] of script) {
          steps[name]?.(stood, placeAt(stood, pick), pick);
          for (const conversation of stood.engine.all()) {
            expect(faultsOf(conversation)).toEqual([]);
          }
        }
        stood.clock.advance(3_600_000);
        for (const conversation of stood.engine.all()) {
          expect(faultsOf(conversation)).toEqual([]);
          for (const shape of shapes) {
            expect(JSON.stringify(shape(conversation))).not.toContain('null');
          }
        }
        const finished = stood.engine.all().filter((each) => each.endTime !== undefined);
        expect(finished.length).toBeLessThanOrEqual(5);
      }
    ),
    { numRuns: RUNS, seed: 20_260_504 }
  );
});
