import type { Models } from 'purecloud-platform-client-v2';
import type { Conversation } from '../conversation';
import { exact } from './exact';
import { flatEvent, flatRest } from './flatShape';
import { messageDetails, messageSides, textsOf } from './parts';
import { speakersOf } from './speakers';

/** Body of `v2.users.{id}.conversations.messages`: no addresses, and ids as references. */
export function messageEventShape(
  conversation: Conversation
): Models.ConversationMessageEventTopicMessageConversation {
  return {
    id: conversation.id,
    participants: speakersOf(conversation, 'message').map(([participant, message]) =>
      exact<Models.ConversationMessageEventTopicMessageMediaParticipant>()({
        ...flatEvent(participant, message),
        type: message.type,
        messages: textsOf(conversation, message).map((text) => ({
          message: { id: text.id },
          ...messageDetails(text)
        })),
        ...(participant.supervision && {
          monitoredParticipantId: participant.supervision.participantId
        })
      })
    ),
    otherMediaUris: [],
    divisions: []
  };
}

/** Body of `GET /api/v2/conversations/messages/{id}`. */
export function messageRestShape(conversation: Conversation): Models.MessageConversation {
  return {
    id: conversation.id,
    participants: speakersOf(conversation, 'message').map(([participant, message]) =>
      exact<Models.MessageMediaParticipant>()({
        ...flatRest(participant, message),
        ...messageSides(participant, message),
        type: message.type,
        authenticated: false,
        messages: textsOf(conversation, message).map((text) => ({
          messageId: text.id,
          messageURI: messageUri(conversation, text.id),
          ...messageDetails(text)
        })),
        ...(participant.supervision && {
          monitoredParticipantId: participant.supervision.participantId
        })
      })
    ),
    otherMediaUris: [],
    selfUri: `/api/v2/conversations/messages/${conversation.id}`
  };
}

export const messageUri = (conversation: Conversation, id: string) =>
  `/api/v2/conversations/messages/${conversation.id}/messages/${id}`;
