/** @jest-environment node */
import fc from 'fast-check';
import { communicationOf, isCustomer, isLive, isMachine } from '../conversation';
import type { Conversation } from '../conversation';
import type { Place } from '../floor';
import { queues, users } from '../roster';
import { callEventShape, callRestShape } from '../shapes/callShape';
import { eventShape } from '../shapes/eventShape';
import { fullShape } from '../shapes/fullShape';
import { summaryOf } from '../summary';
import { stage } from './stage';

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
  const people = live.filter((each) => !isMachine(each));
  const alerting = live.filter((each) => communicationOf(each).state === 'alerting');
  const faults = [
    conversation.endTime !== undefined && live.length > 0 && 'somebody stays in a finished call',
    conversation.endTime === undefined && live.length === 0 && 'an empty call goes on',
    conversation.endTime === undefined &&
      people.length === 1 &&
      live.length === 1 &&
      'somebody talks alone',
    conversation.participants.some(isCustomer) &&
      !people.some(isCustomer) &&
      (people.length === 1 || live.length > people.length) &&
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
    const times = [startTime, connectedTime, endTime, acw?.startTime, acw?.endTime].filter(
      (time) => time !== undefined
    );
    const sorted = times.toSorted((a, b) => a - b);
    faults.push(
      JSON.stringify(times) !== JSON.stringify(sorted) && 'times out of order',
      (call.state === 'disconnected') !== (endTime !== undefined) && 'an end without an end time',
      call.state === 'connected' && connectedTime === undefined && 'connected without a time',
      call.held && call.state !== 'connected' && 'held without being connected',
      call.segments.filter((each) => each.endTime === undefined).length !==
        (endTime === undefined ? 1 : 0) && 'segments that do not add up',
      acw !== undefined && connectedTime === undefined && 'after-call work for an alert'
    );
  }
  return faults.filter((fault) => fault !== false);
}

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
          for (const shape of [eventShape, callEventShape, callRestShape, fullShape, summaryOf]) {
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
