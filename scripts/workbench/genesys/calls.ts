import type { Conversation, MediaFacts, Participant } from './conversation';
import {
  communicationIn,
  communicationOf,
  isCustomer,
  isLive,
  isUser,
  mediaOf
} from './conversation';
import { publish, setTimer } from './floor';
import type { Floor, Place } from './floor';
import { addressOf, connect, join, leave, sipOfUser, toUri } from './legs';
import { joinFlow, open, receive } from './openings';
import { done, notThisMedium, refused, wrongState } from './problem';
import type { Outcome } from './problem';
import { MAIN_NUMBER } from './roster';
import type { Queue, User } from './roster';
import { alert } from './routing';

export interface InboundCall {
  ani: string;
  name?: string;
  dnis: string;
  /** Absent: the call goes straight to the pinned user. */
  queue?: Queue;
  pinned?: User;
  ivrMs: number;
  queueMs: number;
  /** False: the times in menu and queue have already passed. */
  realTime: boolean;
  alertMs: number;
  attributes: Record<string, string>;
  uuiData?: string;
}

export function placeCall(floor: Floor, call: InboundCall): Conversation {
  const [ani, dnis] = [toUri(call.ani), toUri(call.dnis)];
  return receive(floor, {
    type: 'call',
    facts: { media: 'call', ...(call.uuiData && { uuiData: call.uuiData }) },
    direction: 'inbound',
    name: call.name ?? call.ani,
    address: ani,
    ani,
    dnis,
    self: addressOf(ani, call.name),
    other: addressOf(dnis),
    attributes: call.attributes,
    ...(call.queue && { queue: call.queue }),
    ...(call.pinned && { pinned: call.pinned }),
    stages: [{ flow: 'ivr', ms: call.ivrMs }],
    queueMs: call.queueMs,
    realTime: call.realTime,
    alertMs: call.alertMs
  });
}

/** The customer keys in something the agent must not hear; the agent's leg stays. */
export function secureIvr(
  floor: Floor,
  conversation: Conversation,
  on: boolean
): Outcome<Conversation> {
  if (mediaOf(conversation) !== 'call') return refused(notThisMedium(conversation, 'a call'));
  const running = conversation.participants.find((each) => each.purpose === 'ivr' && isLive(each));
  const connected = conversation.participants.some(
    (each) => isUser(each) && isLive(each) && each.connectedTime !== undefined
  );
  const customer = conversation.participants.some((each) => isCustomer(each) && isLive(each));
  if (on === Boolean(running) || !connected || (on && !customer)) {
    return refused({
      type: 'wrong_state',
      entity: 'conversation',
      state: running ? 'in a secure menu' : 'not in a secure menu',
      wanted: on ? 'a customer, a connected agent and no menu' : 'a running menu'
    });
  }
  if (running) leave(floor, conversation, running, 'system');
  else joinFlow(floor, conversation, 'ivr', floor.clock.now());
  publish(floor, conversation);
  return done(conversation);
}

export interface OutboundCall {
  phoneNumber: string;
  name?: string;
  /** On behalf of this queue. */
  queue?: Queue;
  attributes: Record<string, string>;
  uuiData?: string;
}

export function dial(floor: Floor, user: User, call: OutboundCall): Outcome<Conversation> {
  if (!floor.agents.get(user.id)?.station) return refused({ type: 'no_station' });
  const { queue } = call;
  const at = floor.clock.now();
  const conversation = open(floor, 'call', at);
  const number = toUri(call.phoneNumber);
  const facts = { media: 'call', ...(call.uuiData && { uuiData: call.uuiData }) } as const;
  const caller = join(floor, conversation, {
    purpose: queue ? 'agent' : 'user',
    state: 'dialing',
    direction: 'outbound',
    at,
    user,
    ...(queue && { queue }),
    address: sipOfUser(user),
    ani: sipOfUser(user),
    dnis: number,
    self: addressOf(sipOfUser(user), user.name),
    other: addressOf(number, call.name),
    segment: 'dial',
    facts
  });
  publish(floor, conversation);
  communicationOf(caller).state = 'contacting';
  const customer = reach(floor, conversation, number, {
    purpose: queue ? 'customer' : 'external',
    attributes: call.attributes,
    ...(call.name && { name: call.name }),
    ...(queue && { queue }),
    facts
  });
  communicationOf(caller).peerId = communicationOf(customer).id;
  publish(floor, conversation);
  return done(conversation);
}

interface Reached {
  purpose: 'customer' | 'external';
  name?: string;
  queue?: Queue;
  attributes?: Record<string, string>;
  facts?: MediaFacts;
}

/** Somebody outside is called; they answer by themselves when the settings say so. */
export function reach(
  floor: Floor,
  conversation: Conversation,
  number: string,
  reached: Reached
): Participant {
  const participant = join(floor, conversation, {
    ...reached,
    state: 'contacting',
    direction: 'outbound',
    at: floor.clock.now(),
    name: reached.name ?? number.replace(/^tel:/, ''),
    address: number,
    ani: toUri(MAIN_NUMBER),
    dnis: number,
    self: addressOf(number, reached.name),
    other: addressOf(toUri(MAIN_NUMBER)),
    segment: 'dial'
  });
  if (floor.settings.outboundAnswerMs !== null) {
    setTimer(floor, participant, floor.settings.outboundAnswerMs, () => {
      pickUp(floor, { conversation, participant });
    });
  }
  return participant;
}

export function callUser(floor: Floor, user: User, target: User): Outcome<Conversation> {
  if (!floor.agents.get(user.id)?.station) return refused({ type: 'no_station' });
  if (user.id === target.id) {
    return refused({
      type: 'invalid',
      field: 'callUserId',
      value: target.id,
      expected: 'another user'
    });
  }
  const at = floor.clock.now();
  const conversation = open(floor, 'call', at);
  join(floor, conversation, {
    purpose: 'user',
    state: 'contacting',
    direction: 'outbound',
    at,
    user,
    address: sipOfUser(user),
    ani: sipOfUser(user),
    dnis: sipOfUser(target),
    self: addressOf(sipOfUser(user), user.name),
    other: addressOf(sipOfUser(target), target.name),
    segment: 'dial'
  });
  const callee = alert(floor, conversation, target);
  communicationOf(callee.participant).direction = 'inbound';
  publish(floor, conversation);
  return done(conversation);
}

/** A user takes the call that alerts them. */
export function answer(floor: Floor, place: Place): Outcome<Place> {
  const { conversation, participant } = place;
  const { state, media } = communicationOf(participant);
  if (state !== 'alerting') return wrongState(participant, 'alerting');
  const agent = participant.userId && floor.agents.get(participant.userId);
  if (media === 'call' && agent && !agent.station) return refused({ type: 'no_station' });
  connect(floor, participant);
  if (conversation.routing) {
    conversation.routing.missed = 0;
    delete conversation.routing.consultParticipantId;
  }
  for (const each of conversation.participants) {
    if (each.purpose === 'acd') leave(floor, conversation, each, 'transfer');
  }
  connectWaiting(floor, conversation);
  publish(floor, conversation);
  return done(place);
}

/** Somebody outside takes the call that reaches them. */
export function pickUp(floor: Floor, place: Place): Outcome<Place> {
  const { conversation, participant } = place;
  const call = communicationIn(participant, 'call');
  if (isUser(participant) || (call?.state !== 'contacting' && call?.state !== 'dialing')) {
    return wrongState(participant, 'a party outside that is being called');
  }
  connect(floor, participant, call);
  connectWaiting(floor, conversation);
  publish(floor, conversation);
  return done(place);
}

/** Users who were waiting for the other end. */
function connectWaiting(floor: Floor, conversation: Conversation): void {
  for (const each of conversation.participants) {
    const call = communicationIn(each, 'call');
    if (isUser(each) && (call?.state === 'contacting' || call?.state === 'dialing')) {
      connect(floor, each, call);
    }
  }
}
