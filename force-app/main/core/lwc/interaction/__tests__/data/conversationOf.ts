// Helper of the tests: reads a payload that must be readable.
import { readConversation } from '../../interaction';
import type { Conversation } from '../../interaction';

export function conversationOf(payload: unknown, at?: number): Conversation {
  const reading = readConversation(payload, at);
  if ('problem' in reading) throw new Error(JSON.stringify(reading.problem));
  return reading.conversation;
}
