import type {
  Address,
  Communication,
  CommunicationState,
  Conversation,
  DisconnectType,
  MediaFacts,
  Participant,
  Purpose,
  Segment,
  Supervision
} from './conversation';
import {
  communicationIn,
  communicationOf,
  isCustomer,
  isLive,
  isMachine,
  isSupervisor,
  isUser
} from './conversation';
import { clearTimer, prune, turnSegment } from './floor';
import type { Floor } from './floor';
import { queueById } from './roster';
import type { Queue, User } from './roster';
import { beginWrapUp } from './wrapUp';

/** Parties join and leave here, and nowhere else. */

const EDGE = '10.0.0.1';

/** `tel:+1317…` and `sip:…` keep their scheme, a bare number gets one. */
export const toUri = (address: string) =>
  /^(tel|sips?):/i.test(address) ? address : `tel:${address}`;
const bare = (address: string) => address.replace(/^tel:/i, '');

export const sipOfQueue = (queue: Queue) => `sip:${queue.id}@127.0.0.1;language=en-US;user=acd`;
export const sipOfFlow = (id: string, user: string) =>
  `sip:${id}@127.0.0.1;language=en-US;user=${user}`;
export const sipOfUser = (user: User) =>
  `sip:${user.id.replaceAll('-', '').slice(0, 24)}+workbench.orgspan.com;tgrp=${user.id};trunk-context=workbench@localhost`;
/** How a phone number looks from inside the platform. */
export const sipOfNumber = (uri: string) =>
  uri.startsWith('tel:') ? `sip:${bare(uri)}@${EDGE};user=phone` : uri;

export function addressOf(uri: string, name?: string): Address {
  return {
    ...(name && { name }),
    normalized: bare(uri),
    raw: sipOfNumber(uri),
    displayable: bare(uri)
  };
}

/** A digital address stands for itself. */
export function plainAddress(address: string, name?: string, displayable = address): Address {
  return { ...(name && { name }), normalized: address, raw: address, displayable };
}

export interface Speaking {
  /** Default: a call. */
  facts?: MediaFacts;
  state: CommunicationState;
  direction: 'inbound' | 'outbound';
  at: number;
  self: Address;
  other: Address;
  segment: Segment['type'];
}

export interface Joining extends Speaking {
  purpose: Purpose;
  name?: string;
  user?: User;
  queue?: Queue;
  address: string;
  /** Empty where the medium has no numbers. */
  ani: string;
  dnis: string;
  attributes?: Record<string, string>;
  consultParticipantId?: string;
  supervision?: Supervision;
  alertMs?: number;
}

export function join(floor: Floor, conversation: Conversation, joining: Joining): Participant {
  const { at, state, queue, user, supervision } = joining;
  const name = joining.name ?? user?.name;
  const participant: Participant = {
    id: floor.ids.uuid(),
    purpose: joining.purpose,
    ...(name && { name }),
    ...(user && { userId: user.id }),
    ...(queue && { queueId: queue.id }),
    address: joining.address,
    ani: joining.ani,
    dnis: joining.dnis,
    startTime: at,
    ...(state === 'connected' && { connectedTime: at }),
    attributes: { ...joining.attributes },
    communications: [communicationFrom(floor, conversation, joining)],
    ...(joining.alertMs && { alertingTimeoutMs: joining.alertMs }),
    ...(user && queue && { wrapUpRule: queue.wrapUp }),
    ...(joining.consultParticipantId && { consultParticipantId: joining.consultParticipantId }),
    ...(supervision && { supervision })
  };
  conversation.participants.push(participant);
  return participant;
}

/** A further communication of a party that is already there: the call of a callback. */
export function speak(
  floor: Floor,
  conversation: Conversation,
  participant: Participant,
  speaking: Speaking
): Communication {
  const communication = communicationFrom(floor, conversation, speaking);
  participant.communications.push(communication);
  return communication;
}

function communicationFrom(
  floor: Floor,
  conversation: Conversation,
  speaking: Speaking
): Communication {
  const { at, state } = speaking;
  const facts = speaking.facts ?? { media: 'call' };
  const communication: Communication = {
    ...facts,
    id: floor.ids.uuid(),
    state,
    initialState: state,
    direction: speaking.direction,
    self: speaking.self,
    other: speaking.other,
    held: false,
    muted: false,
    confined: false,
    ...(state === 'alerting' && { startAlertingTime: at }),
    ...(state === 'connected' && { connectedTime: at }),
    segments: [{ type: speaking.segment, startTime: at }]
  };
  // Peers meet in the customer's communication, as on the real platform.
  const customer = conversation.participants.find(isCustomer);
  const peer = customer && communicationIn(customer, facts.media);
  if (peer) communication.peerId = peer.id;
  return communication;
}

export function connect(
  floor: Floor,
  participant: Participant,
  communication = communicationOf(participant),
  at = floor.clock.now()
): void {
  clearTimer(floor, participant);
  communication.state = 'connected';
  communication.connectedTime = at;
  participant.connectedTime ??= at;
  turnSegment(communication, at, participant.purpose === 'acd' ? 'delay' : 'interact');
}

export function endCommunication(
  communication: Communication,
  disconnectType: DisconnectType,
  at: number
): void {
  if (communication.state === 'disconnected') return;
  communication.state = 'disconnected';
  communication.disconnectType = disconnectType;
  communication.disconnectedTime = at;
  communication.held = false;
  delete communication.startHoldTime;
  turnSegment(communication, at);
}

/** The party leaves; a user of a queue goes on to after-call work. */
export function leave(
  floor: Floor,
  conversation: Conversation,
  participant: Participant,
  disconnectType: DisconnectType,
  at = floor.clock.now()
): void {
  if (!isLive(participant)) return;
  clearTimer(floor, participant);
  for (const each of participant.communications) endCommunication(each, disconnectType, at);
  participant.endTime = at;
  endLonelyCall(conversation, at);
  for (const each of conversation.participants) {
    if (each.supervision?.participantId === participant.id) {
      leave(floor, conversation, each, 'peer', at);
    }
  }
  if (isUser(participant) && participant.connectedTime !== undefined) {
    beginWrapUp(floor, conversation, participant);
  }
}

/** The agent who called back has gone: the customer keeps the callback, not the call. */
function endLonelyCall(conversation: Conversation, at: number): void {
  const customer = conversation.participants.find(isCustomer);
  const call = customer && communicationIn(customer, 'call');
  if (!call || !communicationIn(customer, 'callback')) return;
  const others = conversation.participants.some(
    (each) =>
      each !== customer &&
      communicationIn(each, 'call')?.disconnectedTime === undefined &&
      communicationIn(each, 'call') !== undefined
  );
  if (!others && call.state !== 'disconnected') endCommunication(call, 'peer', at);
}

/**
 * Nobody talks alone (a supervisor does not count): when one party is left and no queue or menu entertains it, it goes too; when
 * the customer has gone, so does the queue. In a call between users, whoever waits in a queue is as
 * good as a customer.
 */
export function settle(floor: Floor, conversation: Conversation): void {
  const live = conversation.participants.filter(isLive);
  const people = live.filter((each) => !isMachine(each) && !isSupervisor(each));
  const machines = live.filter(isMachine);
  const customerHasGone = conversation.participants.some(isCustomer) && !people.some(isCustomer);
  const [waiting] = people;
  const waits =
    machines.length > 0 &&
    !customerHasGone &&
    waiting !== undefined &&
    communicationOf(waiting).state === 'connected';
  const over = people.length === 0 || (people.length === 1 && !waits);
  const leaving = over ? live : customerHasGone ? machines : [];
  for (const participant of leaving) leave(floor, conversation, participant, 'peer');
  if (conversation.participants.some(isLive) || conversation.endTime !== undefined) return;
  conversation.endTime = floor.clock.now();
  prune(floor);
}

export const queueOf = (conversation: Conversation): Queue | undefined =>
  queueById(conversation.participants.findLast((each) => each.purpose === 'acd')?.queueId);
