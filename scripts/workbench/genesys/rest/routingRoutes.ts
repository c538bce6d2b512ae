import type { FastifyInstance } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import { errors, fail } from '../errors';
import { permissions, presences, queueById, queues, wrapUpCodes } from '../roster';
import { iso } from '../shapes/time';
import type { World } from '../world';
import { callerOf, needs } from './access';
import { codeShape, presenceDefinitionShape, queueShape } from './entityShapes';
import { pageOf } from './paging';
import type { PageQuery } from './paging';

/** Queues, wrap-up codes, presence definitions and the platform's clock. */
export function routingRoutes(app: FastifyInstance, world: World): void {
  const readQueues = { preHandler: needs(world, permissions.queues) };
  const readOwnQueues = { preHandler: needs(world, permissions.ownQueues) };
  const readCodes = { preHandler: needs(world, permissions.wrapUpCodes) };
  const named = (name: string | undefined) => (each: { name: string }) =>
    !name || each.name.toLowerCase().includes(name.replaceAll('*', '').toLowerCase());

  app.get<{ Querystring: PageQuery & { name?: string; id?: string } }>(
    '/routing/queues',
    readQueues,
    ({ query }) =>
      pageOf(
        queues
          .filter(named(query.name))
          .filter((queue) => !query.id || query.id.split(',').includes(queue.id))
          .map(queueShape),
        query
      )
  );

  app.get<{ Querystring: PageQuery }>('/routing/queues/me', readOwnQueues, (request) => {
    const { user } = callerOf(request);
    const own = queues.filter((queue) => queue.members.includes(user.id));
    return pageOf(
      own.map((queue) => ({ ...queueShape(queue), joined: true })),
      request.query
    );
  });

  app.get<{ Params: { id: string } }>('/routing/queues/:id', readQueues, ({ params }, reply) => {
    const queue = queueById(params.id);
    return queue ? queueShape(queue) : fail(reply, errors.notFound);
  });

  app.get<{ Params: { id: string }; Querystring: PageQuery }>(
    '/routing/queues/:id/wrapupcodes',
    readCodes,
    ({ params, query }, reply) => {
      const queue = queueById(params.id);
      return queue ? pageOf(queue.codes.map(codeShape), query) : fail(reply, errors.notFound);
    }
  );

  app.get<{ Querystring: PageQuery & { name?: string } }>(
    '/routing/wrapupcodes',
    readCodes,
    ({ query }) => pageOf(wrapUpCodes.filter(named(query.name)).map(codeShape), query)
  );

  app.get<{ Params: { id: string } }>('/routing/wrapupcodes/:id', readCodes, (request, reply) => {
    const code = wrapUpCodes.find((each) => each.id === request.params.id);
    return code ? codeShape(code) : fail(reply, errors.notFound);
  });

  app.get<{ Querystring: PageQuery }>('/presencedefinitions', ({ query }) =>
    pageOf(presences.map(presenceDefinitionShape), query)
  );

  app.get<{ Params: { id: string } }>('/presencedefinitions/:id', ({ params }, reply) => {
    const presence = presences.find((each) => each.id === params.id);
    return presence ? presenceDefinitionShape(presence) : fail(reply, errors.notFound);
  });

  app.get('/presence/definitions', () => {
    const entities = presences.map((presence): Models.OrganizationPresenceDefinition => ({
      id: presence.id,
      name: presence.name,
      type: presence.primary ? 'System' : 'User',
      languageLabels: presence.languageLabels ?? { en_US: presence.name },
      systemPresence: presence.systemPresence,
      deactivated: false,
      selfUri: `/api/v2/presence/definitions/${presence.id}`
    }));
    return { entities, total: entities.length };
  });

  app.get('/systempresences', (): Models.SystemPresence[] =>
    presences
      .filter((presence) => presence.primary)
      .map((presence) => ({ id: presence.id, name: presence.name }))
  );

  app.get('/date', (): Models.ServerDate => ({ currentDate: iso(world.clock.now()) }));
}
