import type { FastifyInstance } from 'fastify';
import { organization } from '../roster';
import type { World } from '../world';
import { callerOf } from './access';

/** The token itself, and whose organization it opens. */
export function tokenRoutes(app: FastifyInstance, { tokens }: World): void {
  app.head('/tokens/me', (_request, reply) => reply.code(200).send());
  app.get('/tokens/me', (request) => ({
    organization,
    homeOrganization: organization,
    authorizedScope: [],
    OAuthClient: { id: callerOf(request).clientId, name: 'Local softphone', organization }
  }));
  app.delete('/tokens/me', (request, reply) => {
    tokens.revoke(callerOf(request).token);
    return reply.code(200).send();
  });
  app.get('/organizations/me', () => ({
    ...organization,
    domain: 'workbench',
    version: 1,
    state: 'active',
    selfUri: `/api/v2/organizations/${organization.id}`
  }));
}
