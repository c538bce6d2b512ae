import type { FastifyInstance } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import type { Conversation, Participant } from '../conversation';
import { errors, fail, invalid } from '../errors';
import { permissions } from '../roster';
import { analyticsMedia, analyticsShape } from '../shapes/analyticsShape';
import { recordingShapes } from '../shapes/recordingShape';
import type { World } from '../world';
import { needs } from './access';
import { guardsOf } from './guards';
import type { InConversation } from './guards';

const DAY = 24 * 3_600_000;
const LONGEST_INTERVAL = 31 * DAY;
const LARGEST_PAGE = 100;

/** What is left of conversations once they are over: details and recordings. */
export function analyticsRoutes(app: FastifyInstance, world: World): void {
  const { conversations } = world;
  const { seen } = guardsOf(world);
  const readDetails = { preHandler: needs(world, permissions.detailEvents) };

  app.post<{ Body: Partial<Models.ConversationQuery> | undefined }>(
    '/analytics/conversations/details/query',
    readDetails,
    (request, reply) => {
      const query = request.body ?? {};
      const interval = intervalOf(query.interval);
      if (!interval) {
        return fail(reply, invalid('The interval is start/end, ISO-8601, of at most 31 days.'));
      }
      const filters = [...(query.segmentFilters ?? []), ...(query.conversationFilters ?? [])];
      const unknown = predicatesIn(filters).find(({ dimension }) => !((dimension ?? '') in tests));
      if (unknown) {
        return fail(reply, invalid(`The dimension [${unknown.dimension}] can't be filtered by.`));
      }
      const found = conversations
        .all()
        .filter((each) => overlaps(each, interval) && filters.every((filter) => fits(each, filter)))
        .sort((a, b) => a.startTime - b.startTime);
      if (query.order === 'desc') found.reverse();
      const { pageSize = 25, pageNumber = 1 } = query.paging ?? {};
      if (!(pageSize >= 1 && pageSize <= LARGEST_PAGE && pageNumber >= 1)) {
        return fail(reply, invalid(`A page has 1 to ${LARGEST_PAGE} conversations.`));
      }
      const page = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
      // No hits: the platform leaves the list out.
      return {
        ...(page.length > 0 && { conversations: page.map(analyticsShape) }),
        totalHits: found.length
      } satisfies Models.AnalyticsConversationQueryResponse;
    }
  );

  app.get<{ Params: InConversation }>(
    '/analytics/conversations/:c/details',
    readDetails,
    ({ params }, reply) => {
      const conversation = conversations.get(params.c);
      return conversation ? analyticsShape(conversation) : fail(reply, errors.notFound);
    }
  );

  app.get<{ Params: InConversation }>(
    '/conversations/:c/recordings',
    { preHandler: needs(world, permissions.recordings) },
    (request, reply) => {
      const conversation = seen(request, request.params.c);
      return conversation ? recordingShapes(conversation) : fail(reply, errors.notFound);
    }
  );
}

interface Interval {
  from: number;
  to: number;
}

function intervalOf(words: string | undefined): Interval | undefined {
  const [from = NaN, to = NaN] = (words ?? '').split('/').map((each) => Date.parse(each));
  return to > from && to - from <= LONGEST_INTERVAL ? { from, to } : undefined;
}

const overlaps = ({ startTime, endTime }: Conversation, { from, to }: Interval) =>
  startTime < to && (endTime ?? Infinity) >= from;

type Filter = Pick<Models.SegmentDetailQueryFilter, 'type' | 'clauses' | 'predicates'>;
type Predicate = Pick<Models.SegmentDetailQueryPredicate, 'dimension' | 'operator' | 'value'>;

const predicatesIn = (filters: readonly Filter[]): Predicate[] =>
  filters.flatMap(({ predicates = [], clauses = [] }) => [
    ...predicates,
    ...clauses.flatMap((clause) => clause.predicates)
  ]);

/** Dimensions that a filter may name; those of a segment are met by one participant. */
const tests: Record<
  string,
  (participant: Participant, conversation: Conversation, value: string) => boolean
> = {
  userId: ({ userId }, _conversation, value) => userId === value,
  queueId: ({ queueId }, _conversation, value) => queueId === value,
  purpose: ({ purpose }, _conversation, value) => purpose === value,
  mediaType: ({ communications }, _conversation, value) =>
    communications.some(({ media }) => analyticsMedia[media] === value),
  direction: ({ communications }, _conversation, value) =>
    communications.some(({ direction }) => direction === value),
  conversationId: (_participant, { id }, value) => id === value
};

function fits(conversation: Conversation, { type, predicates = [], clauses = [] }: Filter) {
  const meets = (participant: Participant, { dimension = '', operator, value = '' }: Predicate) =>
    operator === 'exists' || (tests[dimension]?.(participant, conversation, value) ?? false);
  return conversation.participants.some((participant) => {
    const met = [
      ...predicates.map((each) => meets(participant, each)),
      ...clauses.map((clause) =>
        clause.type === 'or'
          ? clause.predicates.some((each) => meets(participant, each))
          : clause.predicates.every((each) => meets(participant, each))
      )
    ];
    return met.length === 0 || (type === 'or' ? met.includes(true) : !met.includes(false));
  });
}
