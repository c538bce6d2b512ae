import { familyOfTopic } from 'c/interaction';

/** Topics whose body is a conversation: `v2.users.{id}.conversations`, `….conversations.calls`, … */
const CONVERSATION_TOPIC = /^v2\.users\.[^.]+\.conversations(\.[a-z]+)?$/i;

/** The conversations in a recorded item, and why there are none. */
export interface Payloads {
  payloads: unknown[];
  /** Of a topic of one medium: `calls`. */
  family?: string;
  reason?: string;
}

/** An item is a notification frame, a listing `{entities}`, or a conversation itself. */
export function payloadsOf(item: unknown): Payloads {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { payloads: [], reason: 'not_an_object' };
  }
  if ('topicName' in item) {
    const topic = String(item.topicName);
    if (!CONVERSATION_TOPIC.test(topic)) return { payloads: [], reason: `topic ${topic}` };
    const family = familyOfTopic(topic);
    const body: unknown = 'eventBody' in item ? item.eventBody : undefined;
    return { payloads: [body], ...(family && { family }) };
  }
  if ('entities' in item) {
    if (!Array.isArray(item.entities)) return { payloads: [], reason: 'entities is no list' };
    return { payloads: item.entities };
  }
  return { payloads: [item] };
}
