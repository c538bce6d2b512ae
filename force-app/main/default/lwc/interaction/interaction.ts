// What other rooms may use of this bundle.
import type {
  AttributeContext,
  AttributeDescription,
  Attributes,
  AttributeValue
} from './attributeTypes';
import type { Conversation } from './conversation';
import type { Interaction } from './interactionView';
import type { PayloadProblem } from './payloadProblem';

export type { AttributeDataType } from './attributeTypes';
export type { InteractionState, InteractionType, Media, Peer, WrapUp } from './interactionView';
export type { Shape } from './payloadProblem';
export type {
  AttributeContext,
  Attributes,
  AttributeValue,
  Conversation,
  Interaction,
  PayloadProblem
};

export type Reading =
  { conversation: Conversation; problems: PayloadProblem[] } | { problem: PayloadProblem };

export interface AttributeDefinition extends AttributeDescription {
  resolve: (leg: never) => AttributeValue | undefined;
}

export function readConversation(_payload: unknown, _at?: number): Reading {
  return { problem: { type: 'no_conversation_id' } };
}
export function mergeConversation(
  _older: Conversation | undefined,
  newer: Conversation
): Conversation {
  return newer;
}
export function interactionsOf(_conversation: Conversation, _userId: string): Interaction[] {
  return [];
}
export function attributesOf(
  _conversation: Conversation,
  _participantId: string,
  _context: AttributeContext
): Attributes {
  return {};
}
export const catalogue: readonly AttributeDefinition[] = [];
export const attributeFamilies: readonly AttributeDescription[] = [];
export function isKnownAttribute(name: string): boolean {
  return name.startsWith('Participant.');
}
