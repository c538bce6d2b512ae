import type { Models } from 'purecloud-platform-client-v2';
import type { Conversation } from '../conversation';
import { exact } from './exact';
import { flatEvent, flatRest } from './flatShape';
import { callbackFacts, previewShape } from './parts';
import { speakersOf } from './speakers';

/** Body of `v2.users.{id}.conversations.callbacks`; voicemails and previews are callbacks too. */
export function callbackEventShape(
  conversation: Conversation
): Models.ConversationCallbackEventTopicCallbackConversation {
  return {
    id: conversation.id,
    participants: speakersOf(conversation, 'callback').map(([participant, callback]) => {
      const preview = previewShape(callback);
      return exact<Models.ConversationCallbackEventTopicCallbackMediaParticipant>()({
        ...flatEvent(participant, callback),
        ...callbackFacts(callback),
        ...(preview && { outboundPreview: preview })
      });
    }),
    otherMediaUris: [],
    divisions: []
  };
}

/** Body of `GET /api/v2/conversations/callbacks/{id}`. */
export function callbackRestShape(conversation: Conversation): Models.CallbackConversation {
  return {
    id: conversation.id,
    participants: speakersOf(conversation, 'callback').map(([participant, callback]) => {
      const preview = previewShape(callback);
      return exact<Models.CallbackMediaParticipant>()({
        ...flatRest(participant, callback),
        ...callbackFacts(callback),
        ...(preview && { outboundPreview: preview })
      });
    }),
    otherMediaUris: [],
    selfUri: `/api/v2/conversations/callbacks/${conversation.id}`
  };
}
