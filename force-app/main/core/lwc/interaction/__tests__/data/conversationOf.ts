// Helpers of the tests: read payloads that must be readable.
import { hearConversation, readConversation } from '../../interaction';
import type { Conversation } from '../../interaction';

export function conversationOf(payload: unknown, at?: number): Conversation {
  const reading = readConversation(payload, at);
  if ('problem' in reading) throw new Error(JSON.stringify(reading.problem));
  return reading.conversation;
}

/** A payload, with the family of its topic where that is one of a medium. */
export type Told = object | [payload: object, family: string];

/** What is known of one conversation after all of these; each is a copy, as if it came out of `JSON.parse`. */
export function hearAll(told: readonly Told[]): Conversation | undefined {
  return told.reduce<Conversation | undefined>((known, each) => {
    const [payload, family] = Array.isArray(each) ? (each as [object, string]) : [each, undefined];
    const copy: unknown = JSON.parse(JSON.stringify(payload));
    const heard = hearConversation(copy, undefined, () => known, family);
    return 'conversation' in heard ? heard.conversation : known;
  }, undefined);
}
