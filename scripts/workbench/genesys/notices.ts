import type { Models } from 'purecloud-platform-client-v2';
import type { AgentChange, AgentState } from './agents';
import { communicationOf } from './conversation';
import type { Conversation } from './conversation';
import type { Change } from './floor';
import { callEventShape } from './shapes/callShape';
import { eventShape } from './shapes/eventShape';
import { iso } from './shapes/time';

export interface Notice {
  topic: string;
  body: unknown;
}

/** The notifications that a change sends. */
export function noticesOf(change: Change | AgentChange): Notice[] {
  switch (change.type) {
    case 'presence':
    case 'routingStatus':
    case 'station':
      return [agentNotice(change)];
    case 'conversation':
      return conversationNotices(change.conversation, change.userIds);
    default:
      return [
        {
          topic: `v2.detail.events.conversation.${change.conversation.id}.${change.type}`,
          body: detailBody(change)
        }
      ];
  }
}

function conversationNotices(conversation: Conversation, userIds: string[]): Notice[] {
  if (userIds.length === 0) return [];
  const body = eventShape(conversation);
  const calls = callEventShape(conversation);
  return userIds.flatMap((userId) => [
    { topic: `v2.users.${userId}.conversations`, body },
    { topic: `v2.users.${userId}.conversations.calls`, body: calls }
  ]);
}

function agentNotice({ type, agent }: AgentChange): Notice {
  const body = { presence: presenceBody, routingStatus: routingBody, station: stationBody };
  return { topic: `v2.users.${agent.userId}.${type}`, body: body[type](agent) };
}

const presenceBody = (agent: AgentState): Models.PresenceEventUserPresence => ({
  source: 'PURECLOUD',
  presenceDefinition: {
    id: agent.presence.id,
    systemPresence: agent.presence.systemPresence.toUpperCase().replaceAll(' ', '_')
  },
  primary: true,
  message: agent.presenceMessage,
  modifiedDate: iso(agent.presenceSince)
});

const routingBody = (agent: AgentState): Models.UserRoutingStatusUserRoutingStatus => ({
  id: agent.userId,
  routingStatus: { status: agent.routingStatus, startTime: iso(agent.routingSince) }
});

const stationBody = (agent: AgentState): Models.UserStationChangeTopicUserStations =>
  agent.station
    ? { associatedStation: { ...agent.station, associatedUser: { id: agent.userId } } }
    : {};

type DetailChange = Exclude<Change, { type: 'conversation' }>;

function detailBody(
  change: DetailChange
):
  | Models.AttributeDetailEventTopicAttributeUpdateEvent
  | Models.WrapupDetailEventTopicWrapupEvent
  | Models.AcwDetailEventTopicAfterCallWorkEvent {
  const { participant } = change;
  if (change.type === 'attributes') {
    return {
      ...place(change),
      attributes: { ...change.attributes },
      communications: [{ id: communicationOf(participant).id, mediaType: 'VOICE' }]
    };
  }
  const call = communicationOf(participant);
  const { wrapUp, acw } = participant;
  const details: Models.WrapupDetailEventTopicWrapupEvent = {
    ...place(change),
    sessionId: call.id,
    mediaType: 'VOICE',
    provider: 'Edge',
    direction: call.direction === 'inbound' ? 'INBOUND' : 'OUTBOUND',
    ani: participant.ani,
    dnis: participant.dnis,
    ...(participant.queueId && { queueId: participant.queueId }),
    ...(wrapUp && { wrapupCode: wrapUp.code }),
    ...(wrapUp?.notes !== undefined && { wrapupNotes: wrapUp.notes }),
    ...(acw?.endTime !== undefined && { wrapupDurationMs: acw.endTime - acw.startTime })
  };
  return change.type === 'wrapup'
    ? details
    : { ...details, ...(participant.userId && { userId: participant.userId }) };
}

const place = ({ at, conversation, participant }: DetailChange) => ({
  eventTime: at,
  conversationId: conversation.id,
  participantId: participant.id
});
