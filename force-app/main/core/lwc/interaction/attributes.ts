import type { Attributes, AttributeValue } from './attributeTypes';
import { catalogue } from './catalogue';
import type { Conversation } from './conversation';
import { legOf } from './leg';
import type { Leg } from './leg';
import { allData, participantData, PREFIX, valueOf } from './participantData';
import type { ParticipantData } from './participantData';
import { sameJson } from './sameJson';
import type { AttributeContext } from './attributeContext';

/**
 * All attributes of one participant's stay: those of the catalogue that apply to the interaction's type, the participant
 * data or contact columns under `Participant.*`, and `context.names` under the spelling asked for; with
 * `context.namesOnly` nothing but those. An unknown participant has none, nor has one without a medium of ours. Times are ISO-8601 UTC with milliseconds, numbers
 * whole seconds.
 * `before`: what this gave last for this participant, handed back itself (`===`) when none of the names has changed.
 */
export function attributesOf(
  conversation: Conversation,
  participantId: string,
  context: AttributeContext,
  before?: Attributes
): Attributes {
  const participant = conversation.participants.find(({ id }) => id === participantId);
  const leg = participant && legOf(conversation, participant, context);
  if (!leg) return {};
  const data = participantData(leg);
  const attributes: Record<string, AttributeValue> = {};
  if (!context.namesOnly) {
    for (const { name } of catalogue) put(attributes, name, leg, data);
    for (const [name, value] of allData(data)) attributes[name] = value;
  }
  for (const name of context.names ?? []) put(attributes, name, leg, data);
  return before && sameJson(before, attributes) ? before : attributes;
}

function put(
  attributes: Record<string, AttributeValue>,
  name: string,
  leg: Leg,
  data: ParticipantData
): void {
  if (attributes[name] !== undefined) return;
  const value = valueOfName(name, leg, data);
  if (value !== undefined) attributes[name] = value;
}

const DEFINITIONS = new Map(catalogue.map((definition) => [definition.name, definition]));

function valueOfName(name: string, leg: Leg, data: ParticipantData): AttributeValue | undefined {
  if (name.startsWith(PREFIX)) return valueOf(data, name.slice(PREFIX.length));
  const definition = DEFINITIONS.get(name);
  if (!definition) return undefined;
  const { types, resolve } = definition;
  return types === 'all' || types.includes(leg.type) ? resolve(leg) : undefined;
}
