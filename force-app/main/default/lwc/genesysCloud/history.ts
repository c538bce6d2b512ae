import type { Models } from 'purecloud-platform-client-v2';
import type { Media } from './cloud';
import type { Clock } from './ports';
import type { WatchedConversation } from './reading';
import type { Requests } from './requests';
import { done } from './result';
import type { Result } from './result';

const PAGE = 100;
/** 2,000 conversations: more than anybody handles within a watch window. */
const PAGES = 20;

const MEDIA: Readonly<Record<string, Media>> = {
  voice: 'call',
  callback: 'callback',
  chat: 'chat',
  email: 'email',
  message: 'message'
};

export interface History {
  /** Conversations the user took part in since then (ms epoch), newest first. */
  handledSince(since: number): Promise<Result<WatchedConversation[]>>;
}

/** What Genesys's analytics remember of the user. Needs `analytics:conversationDetail:view`. */
export function createHistory(
  requests: Requests,
  clock: Clock,
  ownId: () => string | undefined
): History {
  return {
    async handledSince(since) {
      const userId = ownId() ?? '';
      const found: WatchedConversation[] = [];
      const interval = `${iso(since)}/${iso(clock.now())}`;
      for (let pageNumber = 1; pageNumber <= PAGES; pageNumber++) {
        const read = await requests.ask(
          'ConversationsApi',
          'postAnalyticsConversationsDetailsQuery',
          query(interval, userId, pageNumber)
        );
        if (!read.ok) return read;
        const { conversations = [] } = read.value ?? {};
        for (const conversation of conversations) {
          const { conversationId } = conversation;
          if (conversationId) found.push({ conversationId, media: mediaOf(conversation, userId) });
        }
        if (conversations.length < PAGE) break;
      }
      return done(found);
    }
  };
}

const query = (interval: string, userId: string, pageNumber: number): Models.ConversationQuery => ({
  interval,
  order: 'desc',
  orderBy: 'conversationStart',
  paging: { pageSize: PAGE, pageNumber },
  segmentFilters: [
    {
      type: 'and',
      predicates: [{ type: 'dimension', dimension: 'userId', operator: 'matches', value: userId }]
    }
  ]
});

/** A callback has a voice session too, once its call is placed: the callback is what it is. */
function mediaOf(
  { participants = [] }: Models.AnalyticsConversationWithoutAttributes,
  userId: string
): Media {
  const types = participants
    .filter((participant) => participant.userId === userId)
    .flatMap(({ sessions = [] }) => sessions.map(({ mediaType = '' }) => mediaType));
  const type = types.includes('callback') ? 'callback' : types.find((each) => each in MEDIA);
  return MEDIA[type ?? ''] ?? 'call';
}

const iso = (ms: number): string => new Date(ms).toISOString();
