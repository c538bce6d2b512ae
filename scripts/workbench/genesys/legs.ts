import type {
  Address,
  CallCommunication,
  CallState,
  Conversation,
  DisconnectType,
  Participant,
  Purpose,
  Segment
} from './conversation';
import { communicationOf, isCustomer, isLive, isMachine, isUser } from './conversation';
import { clearTimer, prune, turnSegment } from './floor';
import type { Floor } from './floor';
import { ivrFlow, queueById } from './roster';
import type { Queue, User } from './roster';
import { beginWrapUp } from './wrapUp';

/** Parties join and leave here, and nowhere else. */

const EDGE = '10.0.0.1';

/** `tel:+1317…` and `sip:…` keep their scheme, a bare number gets one. */
export const toUri = (address: string) =>
  /^(tel|sips?):/i.test(address) ? address : `tel:${address}`;
const bare = (address: string) => address.replace(/^tel:/i, '');

export const sipOfQueue = (queue: Queue) => `sip:${queue.id}@127.0.0.1;language=en-US;user=acd`;
export const sipOfIvr = () => `sip:${ivrFlow.id}@127.0.0.1;language=en-US;user=ivr`;
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

export interface Joining {
  purpose: Purpose;
  state: CallState;
  direction: 'inbound' | 'outbound';
  at: number;
  name?: string;
  user?: User;
  queue?: Queue;
  address: string;
  ani: string;
  dnis: string;
  self: Address;
  other: Address;
  segment: Segment['type'];
  attributes?: Record<string, string>;
  uuiData?: string;
  consultParticipantId?: string;
  alertMs?: number;
}

export function join(floor: Floor, conversation: Conversation, joining: Joining): Participant {
  const { at, state, queue, user } = joining;
  const call: CallCommunication = {
    media: 'call',
    id: floor.ids.uuid(),
    state,
    initialState: state,
    direction: joining.direction,
    self: joining.self,
    other: joining.other,
    held: false,
    muted: false,
    confined: false,
    ...(state === 'alerting' && { startAlertingTime: at }),
    ...(state === 'connected' && { connectedTime: at }),
    ...(joining.uuiData && { uuiData: joining.uuiData }),
    segments: [{ type: joining.segment, startTime: at }]
  };
  // Peers meet in the customer's call, as on the real platform.
  const peer = conversation.participants.find(isCustomer);
  if (peer) call.peerId = communicationOf(peer).id;
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
    communications: [call],
    ...(joining.alertMs && { alertingTimeoutMs: joining.alertMs }),
    ...(user && queue && { wrapUpRule: queue.wrapUp }),
    ...(joining.consultParticipantId && { consultParticipantId: joining.consultParticipantId })
  };
  conversation.participants.push(participant);
  return participant;
}

export function connect(floor: Floor, participant: Participant, at = floor.clock.now()): void {
  clearTimer(floor, participant);
  const call = communicationOf(participant);
  call.state = 'connected';
  call.connectedTime = at;
  participant.connectedTime = at;
  turnSegment(participant, at, 'interact');
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
  const call = communicationOf(participant);
  call.state = 'disconnected';
  call.disconnectType = disconnectType;
  call.disconnectedTime = at;
  call.held = false;
  delete call.startHoldTime;
  turnSegment(participant, at);
  participant.endTime = at;
  if (isUser(participant) && participant.connectedTime !== undefined) {
    beginWrapUp(floor, conversation, participant);
  }
}

/**
 * Nobody talks alone: when one party is left and no queue or menu entertains it, it goes too; when
 * the customer has gone, so does the queue. In a call between users, whoever waits in a queue is as
 * good as a customer.
 */
export function settle(floor: Floor, conversation: Conversation): void {
  const live = conversation.participants.filter(isLive);
  const people = live.filter((each) => !isMachine(each));
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
