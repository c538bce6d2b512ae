import type { FastifyInstance } from 'fastify';
import { errors, fail } from '../errors';
import { permissions } from '../roster';
import type { World } from '../world';
import { callerOf, needs } from './access';
import { answerWith } from './guards';
import type { OfParticipant } from './guards';

/** A supervisor listens, whispers or speaks: the caller joins the participant's conversation. */
export function supervisionRoutes(app: FastifyInstance, world: World): void {
  const { conversations } = world;
  const ways = [
    ['calls', 'monitor', 'monitor', permissions.monitor],
    ['calls', 'coach', 'coach', permissions.coach],
    ['calls', 'barge', 'bargeIn', permissions.bargeIn],
    ['messages', 'monitor', 'monitor', permissions.monitor]
  ] as const;
  for (const [family, path, how, permission] of ways) {
    app.post<{ Params: OfParticipant }>(
      `/conversations/${family}/:c/participants/:p/${path}`,
      { preHandler: needs(world, permission) },
      (request, reply) => {
        const found = conversations.find(request.params.c, request.params.p);
        if (!found.ok) return fail(reply, errors.notFound);
        const { user } = callerOf(request);
        return answerWith(reply, conversations.supervise(found.value, user, how), 202);
      }
    );
  }
}
