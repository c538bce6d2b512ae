// What other rooms may use of this bundle. It imports nothing: payloads in, values out.
export { attributesOf } from './attributes';
export type {
  AttributeDataType,
  AttributeDefinition,
  AttributeDescription,
  Attributes,
  AttributeValue
} from './attributeTypes';
export type { AttributeContext } from './attributeContext';
export { attributeFamilies, catalogue, isKnownAttribute } from './catalogue';
export { cleanText } from './cleanText';
export { cutBefore } from './cutText';
export type { Conversation } from './conversation';
export { interactionUrl, unknownPlaceholders, URL_TEMPLATE } from './interactionUrl';
export { interactionsOf } from './interactionsOf';
export type {
  Interaction,
  InteractionState,
  InteractionType,
  Media,
  Peer,
  WrapUp
} from './interactionView';
export { familyOfTopic } from './media';
export { messageIdsOf } from './messageIds';
export { hearConversation, mergeConversation } from './mergeConversation';
export type { PayloadProblem } from './payloadProblem';
export { sameJson } from './sameJson';
export { readConversation } from './readConversation';
export type { Reading } from './readConversation';
export { hasEnded, isComplete, isDone, isInHand, isWrapUpDue, placeOf, stageOf } from './stage';
export type { Stage } from './stage';
export { timeOf } from './time';
