import type { Models } from 'purecloud-platform-client-v2';
import type { AgentChange, AgentState } from './agents';
import { communicationIn, communicationOf } from './conversation';
import type { Conversation, Media } from './conversation';
import type { Change } from './floor';
import { eventShape } from './shapes/eventShape';
import { families } from './shapes/families';
import type { Family } from './shapes/families';
import { providers } from './shapes/parts';
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

/** The combined topic of each user, and that of every medium the user speaks through. */
function conversationNotices(conversation: Conversation, userIds: string[]): Notice[] {
  if (userIds.length === 0) return [];
  const body = eventShape(conversation);
  const bodies = new Map<Family, object>();
  return userIds.flatMap((userId) => {
    const topic = `v2.users.${userId}.conversations`;
    const spoken = families.filter(({ media }) =>
      conversation.participants.some(
        (each) => each.userId === userId && communicationIn(each, media)
      )
    );
    return [
      { topic, body },
      ...spoken.map((family) => {
        const flat = bodies.get(family) ?? family.event(conversation);
        bodies.set(family, flat);
        return { topic: `${topic}.${family.name}`, body: flat };
      })
    ];
  });
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

/** Words of the detail topics. */
const detailMedia: Readonly<Record<Media, string>> = {
  call: 'VOICE',
  callback: 'CALLBACK',
  chat: 'CHAT',
  email: 'EMAIL',
  message: 'MESSAGE'
};

type DetailChange = Exclude<Change, { type: 'conversation' }>;

function detailBody(
  change: DetailChange
):
  | Models.AttributeDetailEventTopicAttributeUpdateEvent
  | Models.WrapupDetailEventTopicWrapupEvent
  | Models.AcwDetailEventTopicAfterCallWorkEvent {
  const { participant } = change;
  const { id, media, direction } = communicationOf(participant);
  if (change.type === 'attributes') {
    return {
      ...place(change),
      attributes: { ...change.attributes },
      communications: [{ id, mediaType: detailMedia[media] }]
    };
  }
  const { wrapUp, acw } = participant;
  const details: Models.WrapupDetailEventTopicWrapupEvent = {
    ...place(change),
    sessionId: id,
    mediaType: detailMedia[media],
    provider: providers[media],
    direction: direction === 'inbound' ? 'INBOUND' : 'OUTBOUND',
    ...(participant.ani && { ani: participant.ani }),
    ...(participant.dnis && { dnis: participant.dnis }),
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
