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
import type { Leg } from './leg';
import { allData, participantData, PREFIX, valueOf } from './participantData';
import type { ParticipantData } from './participantData';

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
  if (!participant) return {};
  const leg = legOf(conversation, participant, context);
  if (!leg) return {};
  const data = participantData(leg);
  const questions = questionsOf(context.names ?? NONE, leg.type);
  if (context.namesOnly) return answersTo(questions, leg, data, before);
  const attributes: Record<string, AttributeValue> = {};
  for (const { name, resolve } of definitionsOf(leg.type)) {
    const value = resolve(leg);
    if (value !== undefined) attributes[name] = value;
  }
  for (const [name, value] of allData(data)) attributes[name] = value;
  for (const { name, find } of questions) {
    if (attributes[name] !== undefined) continue;
    const value = find(leg, data);
    if (value !== undefined) attributes[name] = value;
  }
  return attributes;
}

const NONE: readonly string[] = [];

/** Making an object of the answers costs more than finding them, and most events leave them as they are. */
function answersTo(
  questions: readonly Question[],
  leg: Leg,
  data: ParticipantData,
  before?: Attributes
): Attributes {
  const answers: (AttributeValue | undefined)[] = [];
  let known = before;
  let count = 0;
  for (const { name, find } of questions) {
    const answer = find(leg, data);
    answers.push(answer);
    if (answer !== undefined) count++;
    if (known?.[name] !== answer) known = undefined;
  }
  if (known && isOfSize(known, count)) return known;
  const attributes: Record<string, AttributeValue> = {};
  for (let index = 0; index < questions.length; index++) {
    const answer = answers[index];
    if (answer !== undefined) attributes[questions[index]!.name] = answer;
  }
  return attributes;
}

/** Whether the names are all there are: an interaction may have become one of another type. */
function isOfSize(attributes: Attributes, size: number): boolean {
  return Object.keys(attributes).length === size;
}

interface Question {
  name: string;
  find(leg: Leg, data: ParticipantData): AttributeValue | undefined;
}

const asked = new WeakMap<readonly string[], Map<InteractionType, readonly Question[]>>();

/** What a list of names asks of an interaction of this type, worked out once. */
function questionsOf(names: readonly string[], type: InteractionType): readonly Question[] {
  let lists = asked.get(names);
  if (!lists) asked.set(names, (lists = new Map<InteractionType, readonly Question[]>()));
  let questions = lists.get(type);
  if (!questions) {
    const rows = definitionsOf(type).filter(({ name }) => names.includes(name));
    const keys = names.filter((name) => name.startsWith(PREFIX));
    questions = [
      ...rows.map(({ name, resolve }) => ({ name, find: resolve })),
      ...keys.map((name) => ({ name, find: valueOfKey(name.slice(PREFIX.length)) }))
    ];
    lists.set(type, questions);
  }
  return questions;
}

function valueOfKey(key: string): Question['find'] {
  return (_leg, data) => valueOf(data, key);
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
