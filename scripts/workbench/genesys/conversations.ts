import { createAgents } from './agents';
import type { AgentChange, Agents } from './agents';
import * as calls from './calls';
import * as callSteps from './callSteps';
import { callBack } from './callbacks';
import type { InboundCall, OutboundCall } from './calls';
import type { Clock } from './clock';
import { compose } from './compositions';
import type { Composition } from './compositions';
import type { Conversation, Media, Supervision, Text } from './conversation';
import { findPlace, publish } from './floor';
import type { Change, Floor, Place } from './floor';
import type { Ids } from './ids';
import { receive } from './openings';
import type { Opening } from './openings';
import { done, refused } from './problem';
import type { Outcome } from './problem';
import type { Queue, User } from './roster';
import { route } from './routing';
import type { Settings } from './settings';
import { supervise } from './supervision';
import { write } from './texts';
import type { Writing } from './texts';
import * as transfers from './transfers';
import type { SpeakTo } from './transfers';
import * as wrapUp from './wrapUp';
import type { WrapUpChoice } from './wrapUp';

/** Which events a change of attributes sends: the users' own and the detail topic, or fewer. */
export type Notify = 'all' | 'detail' | 'none';

export interface ConversationsOptions {
  clock: Clock;
  ids: Ids;
  settings: Settings;
  tell(change: Change | AgentChange): void;
}

/**
 * The engine: every conversation and every agent of the simulated organization. Pure but for the
 * clock and the ids it is given; whatever happens is told as a `Change`, in order.
 */
export interface Conversations {
  agents: Agents;
  /** Oldest first. */
  all(): Conversation[];
  get(id: string): Conversation | undefined;
  find(conversationId: string, participantId: string): Outcome<Place>;
  placeCall(call: InboundCall): Conversation;
  dial(user: User, call: OutboundCall): Outcome<Conversation>;
  callUser(user: User, target: User): Outcome<Conversation>;
  answer(place: Place): Outcome<Place>;
  pickUp(place: Place): Outcome<Place>;
  /** Any inbound medium, a campaign's call, a callback. */
  receive(opening: Opening): Conversation;
  compose(user: User, composition: Composition): Conversation;
  write(place: Place, writing: Writing): Outcome<Text>;
  /** The call of a callback. */
  callBack(place: Place, phoneNumber?: string): Outcome<Place>;
  hangUp(place: Place, media?: Media): Outcome<Place>;
  hold(place: Place, on: boolean, media?: Media): Outcome<Place>;
  park(place: Place, on: boolean, media?: Media): Outcome<Place>;
  mute(place: Place, on: boolean): Outcome<Place>;
  record(conversation: Conversation, on: boolean): Outcome<Conversation>;
  secureIvr(conversation: Conversation, on: boolean): Outcome<Conversation>;
  transferToQueue(place: Place, queue: Queue, pinned?: User): Outcome<Place>;
  transferToUser(place: Place, user: User): Outcome<Place>;
  transferToNumber(place: Place, address: string): Outcome<Place>;
  consult(place: Place, user: User, speakTo: SpeakTo): Outcome<Place>;
  consultQueue(place: Place, queue: Queue, speakTo: SpeakTo, pinned?: User): Outcome<Place>;
  addNumber(place: Place, address: string): Outcome<Place>;
  addUser(place: Place, user: User): Outcome<Place>;
  supervise(place: Place, supervisor: User, how: Supervision['how']): Outcome<Place>;
  steerConsult(place: Place, speakTo: SpeakTo): Outcome<Place>;
  cancelConsult(place: Place): Outcome<Place>;
  setWrapUp(place: Place, choice: WrapUpChoice): Outcome<Place>;
  skipWrapUp(place: Place): Outcome<Place>;
  setAttributes(place: Place, attributes: Record<string, string>, notify?: Notify): Outcome<Place>;
  disconnectAll(conversation: Conversation): Outcome<Conversation>;
  reset(): void;
}

export function createConversations(options: ConversationsOptions): Conversations {
  let depth = 0;
  const clock: Clock = {
    now: () => options.clock.now(),
    later: (ms, run) => options.clock.later(ms, () => act(run))
  };
  const agents = createAgents(clock, (change) => {
    options.tell(change);
    if (depth === 0) act(() => undefined);
  });
  const floor: Floor = {
    ...options,
    clock,
    agents,
    conversations: new Map(),
    timers: new Map(),
    tell: (change) => options.tell(change)
  };

  /** Waiting calls are offered when an action is over, never in the middle of one. */
  function act<T>(run: () => T): T {
    depth += 1;
    try {
      const result = run();
      if (depth === 1) route(floor);
      return result;
    } finally {
      depth -= 1;
    }
  }

  return {
    agents,
    all: () => [...floor.conversations.values()],
    get: (id) => floor.conversations.get(id),
    find: (conversationId, participantId) => findPlace(floor, conversationId, participantId),
    placeCall: (call) => act(() => calls.placeCall(floor, call)),
    dial: (user, call) => act(() => calls.dial(floor, user, call)),
    callUser: (user, target) => act(() => calls.callUser(floor, user, target)),
    answer: (place) => act(() => calls.answer(floor, place)),
    pickUp: (place) => act(() => calls.pickUp(floor, place)),
    receive: (opening) => act(() => receive(floor, opening)),
    compose: (user, composition) => act(() => compose(floor, user, composition)),
    write: (place, writing) => act(() => write(floor, place, writing)),
    callBack: (place, phoneNumber) => act(() => callBack(floor, place, phoneNumber)),
    hangUp: (place, media) => act(() => callSteps.hangUp(floor, place, media)),
    hold: (place, on, media) => act(() => callSteps.hold(floor, place, on, media)),
    park: (place, on, media) => act(() => callSteps.park(floor, place, on, media)),
    mute: (place, on) => act(() => callSteps.mute(floor, place, on)),
    record: (conversation, on) => act(() => callSteps.record(floor, conversation, on)),
    secureIvr: (conversation, on) => act(() => calls.secureIvr(floor, conversation, on)),
    transferToQueue: (place, queue, pinned) =>
      act(() => transfers.transferToQueue(floor, place, queue, pinned)),
    transferToUser: (place, user) => act(() => transfers.transferToUser(floor, place, user)),
    transferToNumber: (place, address) =>
      act(() => transfers.transferToNumber(floor, place, address)),
    consult: (place, user, speakTo) => act(() => transfers.consult(floor, place, user, speakTo)),
    consultQueue: (place, queue, speakTo, pinned) =>
      act(() => transfers.consultQueue(floor, place, queue, speakTo, pinned)),
    addNumber: (place, address) => act(() => transfers.addNumber(floor, place, address)),
    addUser: (place, user) => act(() => transfers.addUser(floor, place, user)),
    supervise: (place, supervisor, how) => act(() => supervise(floor, place, supervisor, how)),
    steerConsult: (place, speakTo) => act(() => transfers.steerConsult(floor, place, speakTo)),
    cancelConsult: (place) => act(() => transfers.cancelConsult(floor, place)),
    setWrapUp: (place, choice) => act(() => wrapUp.setWrapUp(floor, place, choice)),
    skipWrapUp: (place) => act(() => wrapUp.skipWrapUp(floor, place)),
    setAttributes: (place, attributes, notify = 'all') =>
      act(() => {
        const { conversation, participant } = place;
        Object.assign(participant.attributes, attributes);
        if (notify === 'all') publish(floor, conversation);
        if (notify !== 'none') {
          floor.tell({
            type: 'attributes',
            conversation,
            participant,
            attributes,
            at: clock.now()
          });
        }
        return done(place);
      }),
    disconnectAll: (conversation) =>
      act(() =>
        conversation.endTime === undefined
          ? callSteps.endAll(floor, conversation)
          : refused({
              type: 'wrong_state',
              entity: 'conversation',
              state: 'finished',
              wanted: 'live'
            })
      ),
    reset() {
      for (const cancel of floor.timers.values()) cancel();
      floor.timers.clear();
      floor.conversations.clear();
      agents.reset();
    }
  };
}
