import type { Models } from 'purecloud-platform-client-v2';
import { customerOf } from '../conversation';
import type { Communication, Conversation, Media, Participant } from '../conversation';
import { exact } from './exact';
import { providers, supervisionShape } from './parts';
import { iso } from './time';

/** The words of analytics, which has its own for everything. */
export const analyticsMedia: Readonly<Record<Media, string>> = {
  call: 'voice',
  callback: 'callback',
  chat: 'chat',
  email: 'email',
  message: 'message'
};

/** A conversation as `POST analytics/conversations/details/query` tells it: no attributes. */
export function analyticsShape(
  conversation: Conversation
): Models.AnalyticsConversationWithoutAttributes {
  const customer = customerOf(conversation);
  return exact<Models.AnalyticsConversationWithoutAttributes>()({
    conversationId: conversation.id,
    conversationStart: iso(conversation.startTime),
    ...(conversation.endTime !== undefined && { conversationEnd: iso(conversation.endTime) }),
    originatingDirection: customer?.communications[0].direction ?? 'outbound',
    divisionIds: [],
    participants: conversation.participants.map(participantShape)
  });
}

const participantShape = (participant: Participant): Models.AnalyticsParticipantWithoutAttributes =>
  exact<Models.AnalyticsParticipantWithoutAttributes>()({
    participantId: participant.id,
    ...(participant.name && { participantName: participant.name }),
    purpose: participant.purpose,
    ...(participant.userId && { userId: participant.userId }),
    sessions: participant.communications.map((each) => sessionShape(participant, each))
  });

function sessionShape(
  participant: Participant,
  communication: Communication
): Models.AnalyticsSession {
  const { wrapUp, acw } = participant;
  const queue = participant.queueId ? { queueId: participant.queueId } : {};
  return exact<Models.AnalyticsSession>()({
    sessionId: communication.id,
    mediaType: analyticsMedia[communication.media],
    direction: communication.direction,
    provider: providers[communication.media],
    ...(participant.ani && { ani: participant.ani }),
    ...(participant.dnis && { dnis: participant.dnis }),
    ...(communication.peerId && { peerId: communication.peerId }),
    ...(communication.media === 'message' && { messageType: communication.type }),
    ...(communication.media === 'callback' && {
      callbackNumbers: communication.numbers,
      ...(communication.userName && { callbackUserName: communication.userName })
    }),
    ...supervisionShape(participant),
    segments: [
      ...communication.segments.map((segment) => ({
        segmentStart: iso(segment.startTime),
        ...(segment.endTime !== undefined && { segmentEnd: iso(segment.endTime) }),
        segmentType: segment.type,
        ...queue,
        ...(segment.disconnectType && { disconnectType: segment.disconnectType }),
        ...(communication.media === 'email' && { subject: communication.subject })
      })),
      ...(acw
        ? [
            {
              segmentStart: iso(acw.startTime),
              ...(acw.endTime !== undefined && { segmentEnd: iso(acw.endTime) }),
              segmentType: 'wrapup',
              ...queue,
              ...(wrapUp && { wrapUpCode: wrapUp.code }),
              ...(wrapUp?.notes !== undefined && { wrapUpNote: wrapUp.notes })
            }
          ]
        : [])
    ]
  });
}
