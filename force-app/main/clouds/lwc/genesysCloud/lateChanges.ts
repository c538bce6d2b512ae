import type { Result } from './result';

/** Kinds of `v2.detail.events.conversation.{id}.…` that may still change a finished interaction. */
const KINDS = ['attributes', 'wrapup', 'acw'];

/** A channel carries 1,000 topics; a few are the user's own. */
const MOST_CONVERSATIONS = Math.floor(990 / KINDS.length);

/**
 * Topics that tell of changes after the user's own have fallen silent. Of too many conversations
 * the last ones given are followed.
 */
export function detailTopics(conversationIds: readonly string[]): string[] {
  return conversationIds
    .slice(-MOST_CONVERSATIONS)
    .flatMap((id) => KINDS.map((kind) => `v2.detail.events.conversation.${id}.${kind}`));
}

/** The conversation that a detail topic is about; undefined for any other topic. */
export function conversationOfDetail(topic: string): string | undefined {
  return /^v2\.detail\.events\.conversation\.([^.]+)\./.exec(topic)?.[1];
}

export interface LateChanges {
  /** Something of this conversation has changed. */
  changed(conversationId: string): void;
  /** A whole snapshot of it was told otherwise. */
  heard(conversationId: string): void;
}

/**
 * A detail event carries a fragment in a shape of its own: the conversation is read instead, once
 * more when something came while it was being read: that answer may be older than what came.
 */
export function createLateChanges(parts: {
  read(conversationId: string): Promise<Result<unknown>>;
  tell(payload: unknown): void;
}): LateChanges {
  /** Being read; true: something came meanwhile. */
  const reading = new Map<string, boolean>();

  async function read(id: string): Promise<void> {
    do {
      reading.set(id, false);
      const answer = await parts.read(id);
      // Without an answer the next look at regular intervals finds it.
      if (answer.ok && !reading.get(id)) parts.tell(answer.value);
    } while (reading.get(id));
    reading.delete(id);
  }

  const heard = (id: string): void => {
    if (reading.has(id)) reading.set(id, true);
  };
  return {
    heard,
    changed(id) {
      if (reading.has(id)) heard(id);
      else void read(id);
    }
  };
}
