import type { Models } from 'purecloud-platform-client-v2';
import type { Conversation } from '../conversation';
import { exact } from './exact';
import { flatEvent } from './flatShape';
import { speakersOf } from './speakers';

/** Body of `v2.users.{id}.conversations.chats`. Its REST family is gone from the platform. */
export function chatEventShape(
  conversation: Conversation
): Models.ConversationChatEventTopicChatConversation {
  return {
    id: conversation.id,
    participants: speakersOf(conversation, 'chat').map(([participant, chat]) =>
      exact<Models.ConversationChatEventTopicChatMediaParticipant>()({
        ...flatEvent(participant, chat),
        roomId: chat.roomId
      })
    ),
    otherMediaUris: [],
    divisions: []
  };
}
