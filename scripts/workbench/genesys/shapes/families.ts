import type { Conversation, Media } from '../conversation';
import { callbackEventShape, callbackRestShape } from './callbackShape';
import { callEventShape, callRestShape } from './callShape';
import { chatEventShape } from './chatShape';
import { emailEventShape, emailRestShape } from './emailShape';
import { messageEventShape, messageRestShape } from './messageShape';

/** A medium's topic and REST family, with the shape M of either. */
export interface Family {
  media: Media;
  /** Last part of `v2.users.{id}.conversations.…` and of `/conversations/…`. */
  name: 'calls' | 'callbacks' | 'chats' | 'emails' | 'messages';
  event: (conversation: Conversation) => object;
  /** Absent: the family has no REST. */
  rest?: (conversation: Conversation) => object;
}

export const families: readonly Family[] = [
  { media: 'call', name: 'calls', event: callEventShape, rest: callRestShape },
  { media: 'callback', name: 'callbacks', event: callbackEventShape, rest: callbackRestShape },
  { media: 'chat', name: 'chats', event: chatEventShape },
  { media: 'email', name: 'emails', event: emailEventShape, rest: emailRestShape },
  { media: 'message', name: 'messages', event: messageEventShape, rest: messageRestShape }
];

export const familyOf = (media: Media): Family => families.find((each) => each.media === media)!;

export const restFamilies = families.filter((each) => each.rest !== undefined);
