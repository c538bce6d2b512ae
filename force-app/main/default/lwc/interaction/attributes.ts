import type {
  AttributeContext,
  AttributeDefinition,
  Attributes,
  AttributeValue
} from './attributeTypes';
import { catalogue } from './catalogue';
import type { Conversation } from './conversation';
import type { InteractionType } from './interactionView';
import { legOf } from './leg';
import { participantData, participantLookup, PREFIX } from './participantData';

/**
 * All attributes of one participant's stay: those of the catalogue that apply to the interaction's type, the participant
 * data or contact columns under `Participant.*`, and `context.names` under the spelling asked for. An unknown participant
 * has none. Times are ISO-8601 UTC with milliseconds, numbers whole seconds.
 */
export function attributesOf(
  conversation: Conversation,
  participantId: string,
  context: AttributeContext
): Attributes {
  const attributes: Record<string, AttributeValue> = {};
  const participant = conversation.participants.find(({ id }) => id === participantId);
  if (!participant) return attributes;
  const leg = legOf(conversation, participant, context);
  for (const { name, resolve } of definitionsOf(leg.type)) {
    const value = resolve(leg);
    if (value !== undefined) attributes[name] = value;
  }
  const data = participantData(leg);
  for (const [key, value] of data) attributes[PREFIX + key] = value;
  if (context.names) {
    const lookup = participantLookup(data);
    for (const name of context.names) {
      if (!name.startsWith(PREFIX) || name in attributes) continue;
      const value = lookup(name.slice(PREFIX.length));
      if (value !== undefined) attributes[name] = value;
    }
  }
  return attributes;
}

const byType = new Map<InteractionType, readonly AttributeDefinition[]>();

/** The rows that apply to a type, worked out once a type. */
function definitionsOf(type: InteractionType): readonly AttributeDefinition[] {
  let rows = byType.get(type);
  if (!rows) {
    rows = catalogue.filter(({ types }) => types === 'all' || types.includes(type));
    byType.set(type, rows);
  }
  return rows;
}
