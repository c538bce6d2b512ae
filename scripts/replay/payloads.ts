/** Topics whose body is a conversation: `v2.users.{id}.conversations`, `….conversations.calls`, … */
const CONVERSATION_TOPIC = /^v2\.users\.[^.]+\.conversations(\.[a-z]+)?$/;

/** The conversations in a recorded item, and why there are none. */
export interface Payloads {
  payloads: unknown[];
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
    return { payloads: ['eventBody' in item ? item.eventBody : undefined] };
  }
  if ('entities' in item) {
    if (!Array.isArray(item.entities)) return { payloads: [], reason: 'entities is no list' };
    return { payloads: item.entities };
  }
  return { payloads: [item] };
}
