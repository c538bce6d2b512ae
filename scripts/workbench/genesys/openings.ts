import type {
  Address,
  Conversation,
  InteractionType,
  MediaFacts,
  Participant
} from './conversation';
import { communicationIn, customerOf } from './conversation';
import { setTimer, turnSegment } from './floor';
import type { Floor } from './floor';
import { addressOf, connect, join, leave, settle, sipOfFlow } from './legs';
import { flows } from './roster';
import type { Queue, User } from './roster';
import { alert, enqueue, offer } from './routing';

/** How every conversation begins that a customer, a web page or a campaign starts. */
export interface Opening {
  type: InteractionType;
  facts: MediaFacts;
  direction: 'inbound' | 'outbound';
  name?: string;
  /** The customer's participant: phone number, mail address, or nothing. */
  address: string;
  ani: string;
  dnis: string;
  self: Address;
  other: Address;
  attributes: Record<string, string>;
  /** Absent: straight to the pinned user. */
  queue?: Queue;
  pinned?: User;
  /** What entertains the customer before the queue does. */
  flow: 'ivr' | 'workflow' | 'dialer';
  flowMs: number;
  queueMs: number;
  /** False: the times in flow and queue have already passed. */
  realTime: boolean;
  alertMs: number;
}

export function open(floor: Floor, type: InteractionType, startTime: number): Conversation {
  const conversation: Conversation = {
    id: floor.ids.uuid(),
    type,
    startTime,
    participants: [],
    recording: false,
    texts: []
  };
  floor.conversations.set(conversation.id, conversation);
  return conversation;
}

/** `began` is told the customer's participant before anybody is alerted. */
export function receive(
  floor: Floor,
  opening: Opening,
  began: (conversation: Conversation, customer: Participant, at: number) => void = () => undefined
): Conversation {
  const { queue, pinned, flowMs, queueMs, realTime, facts } = opening;
  const now = floor.clock.now();
  const start = realTime ? now : now - flowMs - queueMs;
  const conversation = open(floor, opening.type, start);
  conversation.routing = {
    ...(pinned && { pinnedUserId: pinned.id }),
    alertMs: opening.alertMs,
    missed: 0
  };
  const customer = join(floor, conversation, {
    purpose: 'customer',
    state: 'connected',
    direction: opening.direction,
    at: start,
    ...(opening.name && { name: opening.name }),
    address: opening.address,
    ani: opening.ani,
    dnis: opening.dnis,
    self: opening.self,
    other: opening.other,
    segment: 'interact',
    attributes: opening.attributes,
    facts
  });
  began(conversation, customer, start);
  const flow = flowMs > 0 ? joinFlow(floor, conversation, opening.flow, start) : undefined;
  const toQueue = (at: number) => {
    if (flow) leave(floor, conversation, flow, 'transfer', at);
    if (queue) return enqueue(floor, conversation, queue, at);
    if (pinned) alert(floor, conversation, pinned);
    else settle(floor, conversation);
    return undefined;
  };

  const due = facts.media === 'callback' ? facts.scheduledTime : undefined;
  if (due !== undefined && due > now) {
    const acd = toQueue(start);
    if (acd) schedule(floor, conversation, acd, due);
  } else if (!realTime) {
    if (toQueue(start + flowMs)) offer(floor, conversation);
  } else {
    const arrive = () => {
      const acd = toQueue(floor.clock.now());
      if (acd && queueMs > 0) setTimer(floor, acd, queueMs, () => offer(floor, conversation));
      else offer(floor, conversation);
    };
    if (flow) setTimer(floor, flow, flowMs, arrive);
    else arrive();
  }
  return conversation;
}

/** The queue has it already, and waits for its time. */
function schedule(
  floor: Floor,
  conversation: Conversation,
  acd: Participant,
  due: number
): void {
  const communication = communicationIn(acd, 'callback');
  if (!communication) return;
  communication.state = 'scheduled';
  communication.initialState = 'scheduled';
  delete communication.connectedTime;
  delete acd.connectedTime;
  turnSegment(communication, acd.startTime, 'scheduled');
  setTimer(floor, acd, due - floor.clock.now(), () => {
    connect(floor, acd, communication);
    offer(floor, conversation);
  });
}

export function joinFlow(
  floor: Floor,
  conversation: Conversation,
  purpose: Opening['flow'] | 'voicemail',
  at: number
): Participant {
  const customer = customerOf(conversation);
  const flow = flows[purpose];
  const address = sipOfFlow(flow.id, purpose);
  const call = customer && communicationIn(customer, 'call');
  const isCall = purpose !== 'workflow';
  const lead = customer?.communications[0];
  return join(floor, conversation, {
    purpose,
    state: 'connected',
    direction: isCall ? (call?.direction ?? 'inbound') : (lead?.direction ?? 'inbound'),
    at,
    name: flow.name,
    address,
    ani: isCall ? (customer?.ani ?? '') : '',
    dnis: isCall ? address : '',
    self: addressOf(address, flow.name),
    other: isCall
      ? addressOf(customer?.ani ?? '', customer?.name)
      : (lead?.self ?? addressOf('')),
    segment: purpose === 'voicemail' ? 'voicemail' : 'ivr',
    ...(!isCall && lead && { facts: plainFacts(lead) })
  });
}

/** A flow has the medium of the conversation, and nothing else of it. */
function plainFacts(facts: MediaFacts): MediaFacts {
  switch (facts.media) {
    case 'chat':
      return { media: 'chat', roomId: facts.roomId };
    case 'email':
      return { media: 'email', subject: facts.subject };
    case 'message':
      return { media: 'message', type: facts.type };
    case 'callback':
      return { media: 'callback', numbers: facts.numbers };
    default:
      return { media: 'call' };
  }
}
