import type { Media } from 'c/interaction';
import type { Requests } from './requests';
import { done } from './result';
import type { Result } from './result';

export interface WatchedConversation {
  conversationId: string;
  media: Media;
  /** The user's part is over: changes after it come through topics of the conversation, if at all. */
  isOver?: boolean;
}

export interface Reading {
  /** One conversation: shape M through its medium's route, which needs no permission, else shape C. */
  one(conversationId: string, media?: Media): Promise<Result<unknown>>;
  /**
   * All live conversations of the user and the watched ones, each handed to `tell` as it comes.
   *
   * @returns the first problem that a later try might not have; what is gone or forbidden is none
   */
  all(watched: readonly WatchedConversation[], tell: (payload: unknown) => void): Promise<Result>;
}

const AT_ONCE = 4;

const BY_MEDIA = {
  call: 'getConversationsCall',
  callback: 'getConversationsCallback',
  email: 'getConversationsEmail',
  message: 'getConversationsMessage'
} as const;

export function createReading(requests: Requests): Reading {
  function one(conversationId: string, media?: Media): Promise<Result<unknown>> {
    // Web chat has no route of its own any more.
    const operation = media === undefined || media === 'chat' ? 'getConversation' : BY_MEDIA[media];
    return requests.ask('ConversationsApi', operation, conversationId);
  }

  return {
    one,
    async all(watched, tell) {
      let outcome: Result = done(undefined);
      const take = (read: Result<unknown>) => {
        if (!read.ok && !isFinal(read) && outcome.ok) outcome = read;
        return read.ok;
      };

      const live = await requests.ask('ConversationsApi', 'getConversations');
      const seen = new Set<string>();
      if (live.ok) {
        for (const conversation of live.value?.entities ?? []) {
          if (conversation.id) seen.add(conversation.id);
          tell(conversation);
        }
      } else {
        take(live);
      }

      const rest = watched.filter(({ conversationId }) => !seen.has(conversationId));
      const queue = rest.values();
      const worker = async () => {
        for (const { conversationId, media } of queue) {
          const read = await one(conversationId, media);
          if (take(read) && read.ok) tell(read.value);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return outcome;
    }
  };
}

function isFinal(read: Result<unknown>): boolean {
  return !read.ok && ['not_found', 'forbidden', 'refused'].includes(read.problem.type);
}
