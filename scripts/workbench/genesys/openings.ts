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
import {
  addressOf,
  connect,
  endCommunication,
  join,
  leave,
  settle,
  sipOfFlow,
  speak
} from './legs';
import { flows } from './roster';
import type { Queue, User } from './roster';
import { alert, enqueue, offer } from './routing';
import { keep } from './texts';
import type { Writing } from './texts';

export interface Stage {
  flow: 'ivr' | 'workflow' | 'dialer' | 'voicemail';
  ms: number;
}

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
  /** Where the customer is before the queue, one after the other. */
  stages: Stage[];
  /** What the customer wrote to begin with. */
  texts?: Writing[];
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

export function receive(floor: Floor, opening: Opening): Conversation {
  const { queue, pinned, queueMs, realTime, facts } = opening;
  const stages = opening.stages.filter(({ ms }) => ms > 0);
  const now = floor.clock.now();
  const past = stages.reduce((sum, { ms }) => sum + ms, queueMs);
  const start = realTime ? now : now - past;
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
  // A callback that was asked for by telephone began as a call.
  const call =
    facts.media === 'callback' && stages.length > 0
      ? speak(floor, conversation, customer, {
          state: 'connected',
          direction: opening.direction,
          at: start,
          self: opening.self,
          other: opening.other,
          segment: 'interact'
        })
      : undefined;
  for (const text of opening.texts ?? []) keep(floor, conversation, customer, text, start);

  const toQueue = (at: number) => {
    if (call) endCommunication(call, 'endpoint', at);
    if (queue) return enqueue(floor, conversation, queue, at);
    if (pinned) alert(floor, conversation, pinned);
    else settle(floor, conversation);
    return undefined;
  };

  const due = facts.media === 'callback' ? facts.scheduledTime : undefined;
  if (realTime) {
    const arrive = () => {
      const acd = toQueue(floor.clock.now());
      if (acd && queueMs > 0) setTimer(floor, acd, queueMs, () => offer(floor, conversation));
      else offer(floor, conversation);
    };
    passThrough(floor, conversation, stages, arrive);
  } else {
    let at = start;
    for (const { flow, ms } of stages) {
      const participant = joinFlow(floor, conversation, flow, at);
      at += ms;
      leave(floor, conversation, participant, 'transfer', at);
    }
    const acd = toQueue(at);
    if (acd && due !== undefined && due > now) schedule(floor, conversation, acd, due);
    else if (acd) offer(floor, conversation);
  }
  return conversation;
}

/** One stage after the other, in real time. */
function passThrough(
  floor: Floor,
  conversation: Conversation,
  [stage, ...later]: Stage[],
  arrive: () => void
): void {
  if (!stage) return arrive();
  const participant = joinFlow(floor, conversation, stage.flow, floor.clock.now());
  setTimer(floor, participant, stage.ms, () => {
    leave(floor, conversation, participant, 'transfer');
    passThrough(floor, conversation, later, arrive);
  });
}

/** The queue has it already, and waits for its time. */
function schedule(floor: Floor, conversation: Conversation, acd: Participant, due: number): void {
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
  purpose: Stage['flow'],
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
    other: isCall ? addressOf(customer?.ani ?? '', customer?.name) : (lead?.self ?? addressOf('')),
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
