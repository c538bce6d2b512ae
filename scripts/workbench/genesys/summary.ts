import type { Conversation, InteractionType, Media, Participant } from './conversation';
import {
  communicationOf,
  isCustomer,
  isLive,
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
}

export interface ConversationSummary {
  id: string;
  media: Media;
  type: InteractionType;
  direction: 'inbound' | 'outbound' | 'internal';
  state:
    'ivr' | 'queued' | 'alerting' | 'dialing' | 'connected' | 'held' | 'wrapping_up' | 'finished';
  startTime: string;
  endTime?: string;
  queue?: { id: string; name: string };
  customer?: { participantId: string; name: string; address: string };
  /** Oldest first. */
  participants: ParticipantSummary[];
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
    participants: participants.map(participantSummary)
  };
}

function stateOf({ participants, endTime }: Conversation): ConversationSummary['state'] {
  if (endTime !== undefined) return participants.some(isWrappingUp) ? 'wrapping_up' : 'finished';
  const live = participants.filter(isLive);
  const users = live.filter(isUser).map(communicationOf);
  const connected = users.filter((call) => call.state === 'connected');
  if (connected.some((call) => !call.held)) return 'connected';
  if (connected.length > 0) return 'held';
  if (users.some((call) => call.state === 'alerting')) return 'alerting';
  if (live.some((each) => each.purpose === 'acd')) return 'queued';
  return live.some((each) => each.purpose === 'ivr') ? 'ivr' : 'dialing';
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
    ...(participant.digits && { digits: participant.digits })
  };
}
