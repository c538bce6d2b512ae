import { hasRoom } from './capacity';
import type { Communication, Conversation, MediaFacts, Participant } from './conversation';
import {
  communicationIn,
  communicationOf,
  customerOf,
  isLive,
  isSupervisor,
  lastStayOf,
  mediaOf
} from './conversation';
import { publish, setTimer } from './floor';
import type { Floor, Place } from './floor';
import {
  addressOf,
  join,
  leave,
  queueOf,
  settle,
  sipOfNumber,
  sipOfQueue,
  sipOfUser
} from './legs';
import { queueById, userById } from './roster';
import type { Queue, User } from './roster';

/** Queue, alert, no answer, and the next alert. */

export function enqueue(
  floor: Floor,
  conversation: Conversation,
  queue: Queue,
  at = floor.clock.now()
): Participant {
  leaveQueue(floor, conversation, at);
  const customer = customerOf(conversation);
  const address = sipOfQueue(queue);
  const asker = conversation.routing?.consultParticipantId;
  if (customer && !asker) customer.queueId = queue.id;
  const lead = leadOf(conversation);
  const isCall = lead.facts.media === 'call';
  return join(floor, conversation, {
    purpose: 'acd',
    facts: isCall ? { media: 'call' } : lead.facts,
    state: 'connected',
    direction: isCall ? 'inbound' : lead.direction,
    at,
    name: queue.name,
    queue,
    address,
    ani: isCall ? (lead.participant?.ani ?? '') : '',
    dnis: isCall ? address : '',
    self: addressOf(address, queue.name),
    other: isCall ? addressOf(lead.participant?.ani ?? '', lead.participant?.name) : lead.address,
    segment: 'delay',
    ...(asker && { consultParticipantId: asker })
  });
}

/** A conversation waits in one queue at a time: the next one ends the alerts of the last. */
function leaveQueue(floor: Floor, conversation: Conversation, at: number): void {
  for (const each of conversation.participants) {
    const isOffer = each.queueId !== undefined && isAlerting(each);
    if (isLive(each) && (each.purpose === 'acd' || isOffer)) {
      leave(floor, conversation, each, 'transfer', at);
    }
  }
}

/** Whom a newcomer will speak to, and what their communication knows of the medium. */
function leadOf(conversation: Conversation) {
  const participant = customerOf(conversation) ?? conversation.participants.find(isLive);
  const communication = participant && communicationIn(participant, mediaOf(conversation));
  return {
    participant,
    facts: factsOf(communication),
    direction: communication?.direction ?? 'inbound',
    address: communication?.self ?? addressOf('')
  } as const;
}

function factsOf(communication: Communication | undefined): MediaFacts {
  switch (communication?.media) {
    case 'callback': {
      const { media, numbers, userName, scheduledTime, voicemailId, preview } = communication;
      return {
        media,
        numbers,
        ...(userName && { userName }),
        ...(scheduledTime !== undefined && { scheduledTime }),
        ...(voicemailId && { voicemailId }),
        ...(preview && { preview })
      };
    }
    case 'chat':
      return { media: 'chat', roomId: communication.roomId };
    case 'email':
      return { media: 'email', subject: communication.subject };
    case 'message':
      return { media: 'message', type: communication.type };
    default:
      return {
        media: 'call',
        ...(communication?.uuiData && { uuiData: communication.uuiData })
      };
  }
}

const waitingIn = (conversation: Conversation) =>
  conversation.participants.find((each) => each.purpose === 'acd' && isLive(each));

const isAlerting = (participant: Participant) =>
  isLive(participant) && communicationOf(participant).state === 'alerting';

/** Alerts the next user, if there is one; else the call keeps waiting. */
export function offer(floor: Floor, conversation: Conversation): void {
  const acd = waitingIn(conversation);
  const queue = queueById(acd?.queueId);
  // A timer on the queue's participant is a pause: before the first alert or after a missed one.
  if (!acd || !queue || floor.timers.has(acd.id)) return;
  if (conversation.participants.some((each) => isAlerting(each) && each.queueId === queue.id)) {
    return;
  }
  const user = nextUser(floor, conversation, queue);
  if (user) alert(floor, conversation, user, queue, acd.consultParticipantId);
}

/** Every waiting call, the longest waiting first. */
export function route(floor: Floor): void {
  for (const conversation of floor.conversations.values()) offer(floor, conversation);
}

function nextUser(floor: Floor, conversation: Conversation, queue: Queue): User | undefined {
  const { routing } = conversation;
  const media = mediaOf(conversation);
  const isFree = (id: string) => floor.agents.isAvailable(id) && hasRoom(floor, id, media);
  const pinned = userById(routing?.pinnedUserId);
  if (!routing || !pinned) {
    const free = queue.members.flatMap((id) => (isFree(id) ? [userById(id)] : []));
    // Whoever just gave the call away is the last to get it back.
    return free.find((user) => user && !lastStayOf(conversation, user.id)) ?? free[0];
  }
  if (routing.missed < floor.settings.maxAlerts) return pinned;
  if (!isFree(pinned.id)) return undefined;
  routing.missed = 0;
  return pinned;
}

/** A new participant for each alert, with the customer as the other end. */
export function alert(
  floor: Floor,
  conversation: Conversation,
  user: User,
  queue?: Queue,
  consultParticipantId?: string
): Place {
  const { participant: customer, facts, direction, address } = leadOf(conversation);
  const isCall = facts.media === 'call';
  const number = customer?.purpose === 'user' ? customer.address : (callerOf(customer) ?? '');
  const alertMs = conversation.routing?.alertMs ?? floor.settings.alertMs;
  const participant = join(floor, conversation, {
    purpose: queue ? 'agent' : 'user',
    facts,
    state: 'alerting',
    direction,
    at: floor.clock.now(),
    user,
    ...(queue && { queue }),
    ...(isCall
      ? {
          address: sipOfUser(user),
          ani: sipOfNumber(number),
          dnis: sipOfUser(user),
          self: addressOf(sipOfUser(user), user.name),
          other: addressOf(number, customer?.name)
        }
      : {
          address: '',
          ani: '',
          dnis: '',
          self: customer ? communicationOf(customer).other : addressOf(''),
          other: address
        }),
    segment: 'alert',
    alertMs,
    ...(consultParticipantId && { consultParticipantId })
  });
  const place = { conversation, participant };
  setTimer(floor, participant, alertMs, () => {
    giveUpAlert(floor, place, 'transfer.noanswer');
  });
  publish(floor, conversation);
  return place;
}

const callerOf = (customer: Participant | undefined) =>
  customer && communicationOf(customer).direction === 'outbound' ? customer.dnis : customer?.ani;

/** Nobody took it, or the user declined: the queue has it again. */
export function giveUpAlert(
  floor: Floor,
  { conversation, participant }: Place,
  disconnectType: 'transfer.noanswer' | 'client'
): void {
  leave(floor, conversation, participant, disconnectType);
  const acd = waitingIn(conversation);
  if (participant.queueId && acd) {
    if (participant.userId) floor.agents.missedAlert(participant.userId);
    if (conversation.routing) conversation.routing.missed += 1;
    setTimer(floor, acd, floor.settings.realertMs, () => offer(floor, conversation));
  } else if (participant.consultParticipantId) {
    freeCustomer(conversation);
  } else {
    fallBack(floor, conversation);
  }
  settle(floor, conversation);
  publish(floor, conversation);
}

/** A blind transfer to a person who does not answer goes back to the queue it last came from. */
function fallBack(floor: Floor, conversation: Conversation): void {
  const customer = customerOf(conversation);
  const queue = queueOf(conversation);
  const people = conversation.participants.filter((each) => isLive(each) && !isSupervisor(each));
  if (!queue || !customer || people.length !== 1 || people[0] !== customer) return;
  if (conversation.routing) delete conversation.routing.pinnedUserId;
  enqueue(floor, conversation, queue);
}

/** The customer hears everybody again. */
export function freeCustomer(conversation: Conversation): void {
  const customer = customerOf(conversation);
  if (customer) communicationOf(customer).confined = false;
}
