import type { Models } from 'purecloud-platform-client-v2';
import type { Media } from 'c/interaction';
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

export interface Handled {
  /** Newest first. */
  conversations: WatchedConversation[];
  /** When they were asked for: ms epoch, by Genesys's clock, as the browser's may be set. */
  until: number;
}

export interface History {
  handled(withinMs: number, since?: number): Promise<Result<Handled>>;
}

/** What Genesys's analytics remember of the user. Needs `analytics:conversationDetail:view`. */
export function createHistory(
  requests: Requests,
  /** Genesys's, ms epoch. */
  askTime: () => Promise<Result<number>>,
  ownId: () => string | undefined
): History {
  return {
    async handled(withinMs, since = 0) {
      const time = await askTime();
      if (!time.ok) return time;
      const until = time.value;
      const userId = ownId() ?? '';
      const found: WatchedConversation[] = [];
      const interval = `${iso(Math.max(since, until - withinMs))}/${iso(until)}`;
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
          const media = mediaOf(conversation, userId);
          if (conversationId && media) found.push({ conversationId, media });
        }
        if (conversations.length < PAGE) break;
      }
      return done({ conversations: found, until });
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

/**
 * A callback has a voice session too, once its call is placed: the callback is what it is. Undefined: nothing that makes
 * an interaction (a video meeting, a shared screen). Where nothing is told, a call is the likeliest.
 */
function mediaOf(
  { participants = [] }: Models.AnalyticsConversationWithoutAttributes,
  userId: string
): Media | undefined {
  const types = participants
    .filter((participant) => participant.userId === userId)
    .flatMap(({ sessions = [] }) => sessions.map(({ mediaType = '' }) => mediaType));
  const type = types.includes('callback')
    ? 'callback'
    : types.find((each) => Object.hasOwn(MEDIA, each));
  if (type !== undefined) return MEDIA[type];
  return types.some((each) => each !== '') ? undefined : 'call';
}

const iso = (ms: number): string => new Date(ms).toISOString();
