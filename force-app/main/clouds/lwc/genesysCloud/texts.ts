import type { GenesysCloud } from './cloud';
import type { Requests } from './requests';
import { done } from './result';
import type { Result } from './result';

export type Texts = Pick<GenesysCloud, 'messages' | 'emails' | 'recordings'>;

/** What was written in an interaction. Each needs a permission; without it: `forbidden`. */
export function createTexts(requests: Requests): Texts {
  return {
    async messages(conversationId, ids) {
      const read = await requests.ask(
        'ConversationsApi',
        'postConversationsMessageMessagesBulk',
        conversationId,
        { body: [...ids] }
      );
      return entities(read);
    },
    async emails(conversationId) {
      return entities(
        await requests.ask('ConversationsApi', 'getConversationsEmailMessages', conversationId)
      );
    },
    async recordings(conversationId) {
      // A chat's transcript comes with the listing: no media has to be made ready for it.
      const read = await requests.ask('RecordingApi', 'getConversationRecordings', conversationId, {
        formatId: 'NONE'
      });
      if (!read.ok) return read;
      return done(Array.isArray(read.value) ? read.value : []);
    }
  };
}

/** An answer without a list is an empty one. */
function entities(read: Result<{ entities?: unknown }>): Result<unknown[]> {
  if (!read.ok) return read;
  const list = read.value?.entities;
  return done(Array.isArray(list) ? list : []);
}
