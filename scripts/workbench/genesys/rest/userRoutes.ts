import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import type { AgentState, RoutingStatus } from '../agents';
import { communicationIn, isLive, isWrappingUp } from '../conversation';
import type { Media } from '../conversation';
import { errors, fail, invalid } from '../errors';
import { division, organization, presences, queues, userById, users } from '../roster';
import type { User } from '../roster';
import { iso } from '../shapes/time';
import type { World } from '../world';
import { callerOf } from './access';
import { presenceDefinitionShape, queueShape } from './entityShapes';
import { pageOf } from './paging';
import type { PageQuery } from './paging';

interface Expand {
  expand?: string;
}

export function userRoutes(app: FastifyInstance, world: World): void {
  const { agents } = world.conversations;
  const expanded = (query: Expand) => (query.expand ?? '').split(',').filter(Boolean);

  app.get<{ Querystring: Expand }>('/users/me', (request) => {
    const { user } = callerOf(request);
    return userShape(world, user, expanded(request.query));
  });

  app.get<{ Querystring: Expand & PageQuery & { id?: string } }>('/users', ({ query }) => {
    const wanted = query.id?.split(',');
    const found = users.filter((user) => !wanted || wanted.includes(user.id));
    return pageOf(
      found.map((user) => userShape(world, user, expanded(query))),
      query
    );
  });

  const search = (body: Models.UserSearchRequest) => {
    const found = users
      .filter((user) => (body.query ?? []).every((criterion) => fits(user, criterion)))
      .map((user) => userShape(world, user, body.expand ?? []));
    const page = pageOf(found, {
      ...(body.pageSize && { pageSize: String(body.pageSize) }),
      ...(body.pageNumber && { pageNumber: String(body.pageNumber) })
    });
    const { entities, ...counts } = page;
    return { ...counts, types: ['users'], results: entities };
  };

  app.post<{ Body: Models.UserSearchRequest | undefined }>('/users/search', (request, reply) =>
    Array.isArray(request.body?.query)
      ? search(request.body)
      : fail(reply, invalid('The query of a user search must be a list.'))
  );

  app.get<{ Querystring: { q64?: string } & Expand }>('/users/search', (request, reply) => {
    const text = Buffer.from(request.query.q64 ?? '', 'base64').toString();
    try {
      return search({ ...(JSON.parse(text) as object), expand: expanded(request.query) });
    } catch {
      return fail(reply, invalid('q64 must be base64-encoded JSON.'));
    }
  });

  app.get<{ Params: { id: string }; Querystring: Expand }>('/users/:id', (request, reply) => {
    const user = userById(request.params.id);
    return user ? userShape(world, user, expanded(request.query)) : fail(reply, errors.notFound);
  });

  app.get<{ Params: { id: string }; Querystring: PageQuery }>(
    '/users/:id/queues',
    ({ params, query }) =>
      pageOf(queues.filter((queue) => queue.members.includes(params.id)).map(queueShape), query)
  );

  for (const source of ['purecloud', 'PURECLOUD']) {
    const path = `/users/:id/presences/${source}`;
    app.get<{ Params: { id: string } }>(path, ({ params }, reply) =>
      withAgent(reply, agents.get(params.id), presenceShape)
    );
    app.patch<{ Params: { id: string }; Body: Models.UserPresence | undefined }>(
      path,
      (request, reply) => {
        if (!isSelf(request.params.id, callerOf(request).user)) {
          return fail(reply, errors.notAuthorized);
        }
        const wanted = request.body?.presenceDefinition?.id;
        const presence = presences.find((each) => each.id === wanted);
        if (!presence) return fail(reply, invalid(`Presence definition [${wanted}] not found.`));
        agents.setPresence(request.params.id, presence, request.body?.message);
        return withAgent(reply, agents.get(request.params.id), presenceShape);
      }
    );
  }

  app.get<{ Params: { id: string } }>('/users/:id/routingstatus', ({ params }, reply) =>
    withAgent(reply, agents.get(params.id), routingShape)
  );

  app.put<{ Params: { id: string }; Body: Models.RoutingStatus | undefined }>(
    '/users/:id/routingstatus',
    (request, reply) => {
      const { id } = request.params;
      if (!isSelf(id, callerOf(request).user)) return fail(reply, errors.notAuthorized);
      const status = request.body?.status;
      if (!isRoutingStatus(status)) {
        return fail(reply, invalid(`Routing status [${status}] is not valid.`));
      }
      if (!agents.setRoutingStatus(id, status)) {
        return fail(reply, {
          status: 409,
          code: 'conflict',
          message: `Routing status [${status}] can't be set in the present presence.`
        });
      }
      return withAgent(reply, agents.get(id), routingShape);
    }
  );

  app.get<{ Params: { id: string } }>('/users/:id/station', ({ params }, reply) =>
    withAgent(reply, agents.get(params.id), stationShape)
  );
}

const isSelf = (id: string, user: User) => user.id === id || user.admin;

function withAgent<Shape>(
  reply: FastifyReply,
  agent: AgentState | undefined,
  shape: (agent: AgentState) => Shape
) {
  return agent ? shape(agent) : fail(reply, errors.notFound);
}

const STATUSES: readonly RoutingStatus[] = [
  'OFF_QUEUE',
  'IDLE',
  'INTERACTING',
  'NOT_RESPONDING',
  'COMMUNICATING'
];
const isRoutingStatus = (status: unknown): status is RoutingStatus =>
  STATUSES.some((each) => each === status);

/** Criteria about other fields than name and address pass: the roster has no such fields. */
function fits(user: User, criterion: Models.UserSearchCriteria): boolean {
  const texts: Record<string, string> = { name: user.name, email: user.email, id: user.id };
  const fields = (criterion.fields ?? ['name']).filter((field) => field in texts);
  const words = criterion.values ?? (criterion.value === undefined ? [] : [criterion.value]);
  if (fields.length === 0 || words.length === 0) return true;
  return fields.some((field) =>
    words.some((word) => texts[field]?.toLowerCase().includes(word.toLowerCase()))
  );
}

function userShape(world: World, user: User, expand: readonly string[]): Models.UserMe {
  const agent = world.conversations.agents.get(user.id);
  const selfUri = `/api/v2/users/${user.id}`;
  const address = { address: user.email, mediaType: 'EMAIL' };
  return {
    id: user.id,
    name: user.name,
    division: { ...division, selfUri: `/api/v2/authorization/divisions/${division.id}` },
    chat: { jabberId: `${user.id.slice(0, 8)}@workbench.orgspan.com` },
    email: user.email,
    primaryContactInfo: [{ ...address, type: 'PRIMARY' }],
    addresses: [{ ...address, type: 'WORK' }],
    state: 'active',
    title: user.title,
    username: user.email,
    version: 1,
    acdAutoAnswer: false,
    ...(agent && expand.includes('presence') && { presence: presenceShape(agent) }),
    ...(agent && expand.includes('routingStatus') && { routingStatus: routingShape(agent) }),
    ...(agent && expand.includes('station') && { station: stationShape(agent) }),
    ...(expand.includes('conversationSummary') && {
      conversationSummary: summaryShape(world, user.id)
    }),
    ...(expand.includes('organization') && { organization: { ...organization, version: 1 } }),
    ...(expand.includes('authorization') && {
      authorization: { roles: [], permissions: [...(world.permissions.get(user.id) ?? [])] }
    }),
    ...(expand.includes('presenceDefinitions') && {
      presenceDefinitions: presences.map(presenceDefinitionShape)
    }),
    ...(expand.includes('date') && { date: { currentDate: iso(world.clock.now()) } }),
    selfUri
  };
}

const presenceShape = (agent: AgentState): Models.UserPresence => ({
  source: 'PURECLOUD',
  primary: true,
  presenceDefinition: {
    id: agent.presence.id,
    systemPresence: agent.presence.systemPresence,
    selfUri: `/api/v2/presencedefinitions/${agent.presence.id}`
  },
  message: agent.presenceMessage,
  modifiedDate: iso(agent.presenceSince),
  selfUri: `/api/v2/users/${agent.userId}/presences`
});

const routingShape = (agent: AgentState): Models.RoutingStatus => ({
  userId: agent.userId,
  status: agent.routingStatus,
  startTime: iso(agent.routingSince)
});

const stationShape = (agent: AgentState): Models.UserStations => {
  if (!agent.station) return {};
  const station = { ...agent.station, type: 'inin_webrtc_softphone' };
  return { associatedStation: station, effectiveStation: station, defaultStation: station };
};

function summaryShape(world: World, userId: string): Models.UserConversationSummary {
  const stays = world.conversations
    .all()
    .flatMap((conversation) => conversation.participants)
    .filter((each) => each.userId === userId);
  const of = (media: Media) => {
    const own = stays.filter((each) => communicationIn(each, media));
    const active = (queue: boolean) =>
      own.filter((each) => isLive(each) && Boolean(each.queueId) === queue).length;
    return {
      contactCenter: { active: active(true), acw: own.filter(isWrappingUp).length },
      enterprise: { active: active(false) }
    };
  };
  const none = { contactCenter: { active: 0, acw: 0 }, enterprise: { active: 0 } };
  return {
    userId,
    call: of('call'),
    callback: of('callback'),
    email: of('email'),
    message: of('message'),
    chat: of('chat'),
    socialExpression: none,
    video: none
  };
}
