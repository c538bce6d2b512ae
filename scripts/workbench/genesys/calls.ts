import type { Conversation, Participant } from './conversation';
import { communicationOf, customerOf, isCustomer, isLive, isMachine, isUser } from './conversation';
import { publish, setTimer, turnSegment } from './floor';
import type { Floor, Place } from './floor';
import { addressOf, connect, join, leave, settle, sipOfIvr, sipOfUser, toUri } from './legs';
import { done, refused } from './problem';
import type { Outcome } from './problem';
import { ivrFlow, MAIN_NUMBER } from './roster';
import type { Queue, User } from './roster';
import { alert, enqueue, freeCustomer, giveUpAlert, offer } from './routing';

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

function open(floor: Floor, startTime: number): Conversation {
  const conversation: Conversation = {
    id: floor.ids.uuid(),
    startTime,
    participants: [],
    recording: false
  };
  floor.conversations.set(conversation.id, conversation);
  return conversation;
}

export function placeCall(floor: Floor, call: InboundCall): Conversation {
  const { queue, pinned, ivrMs, queueMs, realTime } = call;
  const now = floor.clock.now();
  const start = realTime ? now : now - ivrMs - queueMs;
  const conversation = open(floor, start);
  conversation.routing = {
    ...(pinned && { pinnedUserId: pinned.id }),
    alertMs: call.alertMs,
    missed: 0
  };
  const [ani, dnis] = [toUri(call.ani), toUri(call.dnis)];
  join(floor, conversation, {
    purpose: 'customer',
    state: 'connected',
    direction: 'inbound',
    at: start,
    name: call.name ?? call.ani,
    address: ani,
    ani,
    dnis,
    self: addressOf(ani, call.name),
    other: addressOf(dnis),
    segment: 'interact',
    attributes: call.attributes,
    ...(call.uuiData && { uuiData: call.uuiData })
  });
  const ivr = ivrMs > 0 ? joinIvr(floor, conversation, start) : undefined;
  const leaveIvr = (at: number) => ivr && leave(floor, conversation, ivr, 'transfer', at);
  const toQueue = (at: number) => {
    leaveIvr(at);
    if (queue) return enqueue(floor, conversation, queue, at);
    if (pinned) alert(floor, conversation, pinned);
    else settle(floor, conversation);
    return undefined;
  };

  if (!realTime) {
    if (toQueue(start + ivrMs)) offer(floor, conversation);
  } else {
    const arrive = () => {
      const acd = toQueue(floor.clock.now());
      if (acd && queueMs > 0) setTimer(floor, acd, queueMs, () => offer(floor, conversation));
      else offer(floor, conversation);
    };
    if (ivr) setTimer(floor, ivr, ivrMs, arrive);
    else arrive();
  }
  return conversation;
}

function joinIvr(floor: Floor, conversation: Conversation, at: number): Participant {
  const customer = customerOf(conversation);
  return join(floor, conversation, {
    purpose: 'ivr',
    state: 'connected',
    direction: 'inbound',
    at,
    name: ivrFlow.name,
    address: sipOfIvr(),
    ani: customer?.ani ?? '',
    dnis: sipOfIvr(),
    self: addressOf(sipOfIvr(), ivrFlow.name),
    other: addressOf(customer?.ani ?? '', customer?.name),
    segment: 'ivr'
  });
}

/** The customer keys in something the agent must not hear; the agent's leg stays. */
export function secureIvr(
  floor: Floor,
  conversation: Conversation,
  on: boolean
): Outcome<Conversation> {
  const running = conversation.participants.find((each) => each.purpose === 'ivr' && isLive(each));
  const connected = conversation.participants.some(
    (each) => isUser(each) && isLive(each) && each.connectedTime !== undefined
  );
  if (on === Boolean(running) || !connected) {
    return refused({
      type: 'wrong_state',
      entity: 'conversation',
      state: running ? 'in a secure menu' : 'not in a secure menu',
      wanted: on ? 'a connected agent and no menu' : 'a running menu'
    });
  }
  if (running) leave(floor, conversation, running, 'system');
  else joinIvr(floor, conversation, floor.clock.now());
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
  const conversation = open(floor, at);
  const number = toUri(call.phoneNumber);
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
    ...(call.uuiData && { uuiData: call.uuiData })
  });
  publish(floor, conversation);
  communicationOf(caller).state = 'contacting';
  const customer = reach(floor, conversation, number, {
    purpose: queue ? 'customer' : 'external',
    attributes: call.attributes,
    ...(call.name && { name: call.name }),
    ...(queue && { queue }),
    ...(call.uuiData && { uuiData: call.uuiData })
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
  uuiData?: string;
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
  const conversation = open(floor, at);
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

const wrongState = (participant: Participant, wanted: string) =>
  refused({
    type: 'wrong_state',
    entity: 'participant',
    state: communicationOf(participant).state,
    wanted
  });

/** A user takes the call that alerts them. */
export function answer(floor: Floor, place: Place): Outcome<Place> {
  const { conversation, participant } = place;
  if (communicationOf(participant).state !== 'alerting') return wrongState(participant, 'alerting');
  const agent = participant.userId && floor.agents.get(participant.userId);
  if (agent && !agent.station) return refused({ type: 'no_station' });
  connect(floor, participant);
  if (conversation.routing) conversation.routing.missed = 0;
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
  const { state } = communicationOf(participant);
  if (isUser(participant) || (state !== 'contacting' && state !== 'dialing')) {
    return wrongState(participant, 'a party outside that is being called');
  }
  connect(floor, participant);
  connectWaiting(floor, conversation);
  publish(floor, conversation);
  return done(place);
}

/** Users who were waiting for the other end. */
function connectWaiting(floor: Floor, conversation: Conversation): void {
  for (const each of conversation.participants) {
    const { state } = communicationOf(each);
    if (isUser(each) && (state === 'contacting' || state === 'dialing')) connect(floor, each);
  }
}

/** Ends the party's stay; for an alert it is the decline. */
export function hangUp(floor: Floor, place: Place): Outcome<Place> {
  const { conversation, participant } = place;
  const call = communicationOf(participant);
  if (!isLive(participant)) return wrongState(participant, 'live');
  if (isMachine(participant)) return wrongState(participant, 'a person');
  if (call.state === 'alerting') {
    giveUpAlert(floor, place, 'client');
    return done(place);
  }
  leave(floor, conversation, participant, isCustomer(participant) ? 'endpoint' : 'client');
  if (conversation.participants.some((each) => each.consultParticipantId === participant.id)) {
    freeCustomer(conversation);
  }
  settle(floor, conversation);
  publish(floor, conversation);
  return done(place);
}

export function hold(floor: Floor, place: Place, on: boolean): Outcome<Place> {
  const { conversation, participant } = place;
  const call = communicationOf(participant);
  if (call.state !== 'connected') return wrongState(participant, 'connected');
  if (call.held === on) return done(place);
  const now = floor.clock.now();
  call.held = on;
  if (on) call.startHoldTime = now;
  else delete call.startHoldTime;
  turnSegment(participant, now, on ? 'hold' : 'interact');
  publish(floor, conversation);
  return done(place);
}

export function mute(floor: Floor, place: Place, on: boolean): Outcome<Place> {
  const { conversation, participant } = place;
  const call = communicationOf(participant);
  if (call.state !== 'connected') return wrongState(participant, 'connected');
  if (call.muted === on) return done(place);
  call.muted = on;
  publish(floor, conversation);
  return done(place);
}

export function record(
  floor: Floor,
  conversation: Conversation,
  on: boolean
): Outcome<Conversation> {
  conversation.recording = on;
  publish(floor, conversation);
  return done(conversation);
}

/** The platform ends the call for everybody. */
export function endAll(floor: Floor, conversation: Conversation): Outcome<Conversation> {
  for (const each of conversation.participants) leave(floor, conversation, each, 'system');
  settle(floor, conversation);
  publish(floor, conversation);
  return done(conversation);
}
