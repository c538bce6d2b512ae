import type { Conversation } from './conversation';

/**
 * Ids of the messages of a conversation, each once, in the order they became known. Their texts are
 * no part of any snapshot. Not a part of `Interaction`: most readers of snapshots need none.
 */
export function messageIdsOf(conversation: Conversation): string[] {
  const ids = new Set<string>();
  for (const { now } of conversation.participants) {
    for (const { messageIds = [] } of now.communications) {
      for (const id of messageIds) ids.add(id);
    }
  }
  return [...ids];
}
