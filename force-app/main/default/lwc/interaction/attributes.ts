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
import { allData, participantData, PREFIX, valueOf } from './participantData';

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
  const participant = conversation.participants.find(({ id }) => id === participantId);
  if (!participant) return {};
  const leg = legOf(conversation, participant, context);
  const { names, namesOnly } = context;
  const data = participantData(leg);
  const attributes: Record<string, AttributeValue> = {};
  for (const { name, resolve } of definitionsOf(leg.type)) {
    const value = resolve(leg);
    if (value !== undefined) attributes[name] = value;
  }
  if (!namesOnly) for (const [name, value] of allData(data)) attributes[name] = value;
  if (names) {
    for (const name of names) {
      if (!name.startsWith(PREFIX)) continue;
      const value = valueOf(data, name.slice(PREFIX.length));
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
