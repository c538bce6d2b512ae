import type { Conversation, InteractionType, Media, Participant, Text } from './conversation';
import {
  communicationIn,
  communicationOf,
  isCustomer,
  isLive,
  isMachine,
  isSupervisor,
  isUser,
  isWrappingUp,
  mediaOf
} from './conversation';
import { queueById, userById } from './roster';
import { iso } from './shapes/time';

export interface ParticipantSummary {
  id: string;
  purpose: string;
  name?: string;
  /** Workbench name of the user: agent, agent2, admin. */
  agent?: string;
  userId?: string;
  queue?: string;
  communicationId: string;
  state: string;
  held: boolean;
  muted: boolean;
  startTime: string;
  connectedTime?: string;
  endTime?: string;
  disconnectType?: string;
  attributes: Record<string, string>;
  wrapUp?: { code: string; name: string; notes?: string };
  afterCallWork?: { startTime: string; endTime?: string };
  digits?: string;
  /** A supervisor's stay. */
  supervision?: { how: string; participantId: string };
}

export interface TextSummary {
  id: string;
  time: string;
  direction: 'inbound' | 'outbound';
  from: string;
  text: string;
  subject?: string;
  /** File names. */
  attachments: string[];
  sticker?: string;
}

export interface ConversationSummary {
  id: string;
  media: Media;
  type: InteractionType;
  direction: 'inbound' | 'outbound' | 'internal';
  state:
    | 'ivr'
    | 'scheduled'
    | 'queued'
    | 'alerting'
    | 'dialing'
    | 'connected'
    | 'held'
    | 'wrapping_up'
    | 'finished';
  startTime: string;
  endTime?: string;
  queue?: { id: string; name: string };
  customer?: { participantId: string; name: string; address: string };
  /** Oldest first. */
  participants: ParticipantSummary[];
  /** What was written; always empty for calls and callbacks. Oldest first. */
  texts: TextSummary[];
  subject?: string;
  /** A callback's. */
  numbers?: string[];
  scheduledTime?: string;
}

/** What the contact center shows of a conversation: ids, states and times, flat. */
export function summaryOf(conversation: Conversation): ConversationSummary {
  const { participants } = conversation;
  const customer = participants.find(isCustomer);
  const queue = queueById(participants.findLast((each) => each.queueId)?.queueId);
  return {
    id: conversation.id,
    media: mediaOf(conversation),
    type: conversation.type,
    direction: customer ? communicationOf(customer).direction : 'internal',
    state: stateOf(conversation),
    startTime: iso(conversation.startTime),
    ...(conversation.endTime !== undefined && { endTime: iso(conversation.endTime) }),
    ...(queue && { queue: { id: queue.id, name: queue.name } }),
    ...(customer && {
      customer: {
        participantId: customer.id,
        name: customer.name ?? '',
        address: customer.address
      }
    }),
    participants: participants.map(participantSummary),
    texts: conversation.texts.map(textSummary),
    ...subjectOf(conversation)
  };
}

function subjectOf(conversation: Conversation) {
  const first = conversation.participants[0];
  const communication = first && communicationIn(first, mediaOf(conversation));
  if (communication?.media === 'email') return { subject: communication.subject };
  if (communication?.media !== 'callback') return {};
  const { numbers, scheduledTime } = communication;
  return { numbers, ...(scheduledTime !== undefined && { scheduledTime: iso(scheduledTime) }) };
}

const textSummary = (text: Text): TextSummary => ({
  id: text.id,
  time: iso(text.time),
  direction: text.direction,
  from: text.from.name ?? text.from.displayable,
  text: text.body,
  ...(text.subject !== undefined && { subject: text.subject }),
  attachments: text.attachments.map(({ name }) => name),
  ...(text.sticker && { sticker: text.sticker.url })
});

function stateOf({ participants, endTime }: Conversation): ConversationSummary['state'] {
  if (endTime !== undefined) return participants.some(isWrappingUp) ? 'wrapping_up' : 'finished';
  const live = participants.filter(isLive);
  const users = live.filter((each) => isUser(each) && !isSupervisor(each)).map(communicationOf);
  const connected = users.filter((call) => call.state === 'connected');
  if (connected.some((call) => !call.held)) return 'connected';
  if (connected.length > 0) return 'held';
  if (users.some((call) => call.state === 'alerting')) return 'alerting';
  const acd = live.find((each) => each.purpose === 'acd');
  if (acd) return communicationOf(acd).state === 'scheduled' ? 'scheduled' : 'queued';
  return live.some(isMachine) ? 'ivr' : 'dialing';
}

function participantSummary(participant: Participant): ParticipantSummary {
  const call = communicationOf(participant);
  const user = userById(participant.userId);
  const queue = queueById(participant.queueId);
  const { acw, wrapUp } = participant;
  return {
    id: participant.id,
    purpose: participant.purpose,
    ...(participant.name && { name: participant.name }),
    ...(user && { agent: user.key, userId: user.id }),
    ...(queue && { queue: queue.name }),
    communicationId: call.id,
    state: call.state,
    held: call.held,
    muted: call.muted,
    startTime: iso(participant.startTime),
    ...(participant.connectedTime !== undefined && {
      connectedTime: iso(participant.connectedTime)
    }),
    ...(participant.endTime !== undefined && { endTime: iso(participant.endTime) }),
    ...(call.disconnectType && { disconnectType: call.disconnectType }),
    attributes: { ...participant.attributes },
    ...(wrapUp && {
      wrapUp: {
        code: wrapUp.code,
        name: wrapUp.name,
        ...(wrapUp.notes !== undefined && { notes: wrapUp.notes })
      }
    }),
    ...(acw && {
      afterCallWork: {
        startTime: iso(acw.startTime),
        ...(acw.endTime !== undefined && { endTime: iso(acw.endTime) })
      }
    }),
    ...(participant.digits && { digits: participant.digits }),
    ...(participant.supervision && { supervision: participant.supervision })
  };
}
