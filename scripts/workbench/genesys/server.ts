import cors from '@fastify/cors';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AddressInfo } from 'node:net';
import { ownOrigins, refusal } from '../doors';
import type { Clock } from './clock';
import { createContactCenter } from './contactCenter';
import type { ContactCenter } from './contactCenter';
import { contactCenterRoutes } from './contactCenterRoutes';
import { errors, fail } from './errors';
import { installFaults } from './installFaults';
import { oauthRoutes } from './oauth';
import { authenticate } from './rest/access';
import { analyticsRoutes } from './rest/analyticsRoutes';
import { conversationRoutes } from './rest/conversationRoutes';
import { notificationRoutes } from './rest/notificationRoutes';
import { outboundRoutes } from './rest/outboundRoutes';
import { routingRoutes } from './rest/routingRoutes';
import { tokenRoutes } from './rest/tokenRoutes';
import { userRoutes } from './rest/userRoutes';
import type { Settings } from './settings';
import { attachSockets } from './sockets';
import { createWorld } from './world';

export type { ContactCenter } from './contactCenter';

export interface GenesysOptions {
  /** 0: any free port. */
  port: number;
  clock?: Clock;
  /** Yields numbers in [0, 1). */
  random?: () => number;
  /** Whose pages are answered beside its own: the console's. Asked at each request. */
  origins?: () => readonly string[];
  /** Redirect URIs beside the sign-in pages of local orgs. */
  signInAllowedRedirects?: string[];
  settings?: Partial<Settings>;
}

export interface GenesysServer {
  /** Base for sign-in, REST and the contact center alike. */
  url: string;
  center: ContactCenter;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * The simulated Genesys Cloud: OAuth, REST and notification sockets for the real SDK, and the
 * contact center that plays everybody else. Reachable from this machine only. Rejects with the
 * system's error when the port is taken.
 */
export async function startGenesys(options: GenesysOptions): Promise<GenesysServer> {
  const world = createWorld(options);
  const center = createContactCenter(world);
  const app = fastify({
    logger: false,
    genReqId: () => world.ids.uuid(),
    forceCloseConnections: true
  });
  const port = () => (app.server.address() as AddressInfo).port;
  const origins = () => [...ownOrigins(`http://${HOST}:${port()}`), ...(options.origins?.() ?? [])];

  readBodies(app);
  app.addHook('onRequest', async ({ headers, id }, reply) => {
    reply.header('ININ-Correlation-Id', id);
    const message = refusal(headers, origins());
    return message ? fail(reply, { ...errors.notAuthorized, message }) : undefined;
  });
  await app.register(cors, {
    origin: (origin, allow) => allow(null, origin !== undefined && origins().includes(origin)),
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: [
      'ININ-Correlation-Id',
      'Retry-After',
      'inin-ratelimit-allowed',
      'inin-ratelimit-count',
      'inin-ratelimit-reset'
    ],
    maxAge: 600
  });
  app.setNotFoundHandler((_request, reply) => fail(reply, errors.notFound));
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    failUnexpected(error, reply)
  );
  installFaults(app, world);

  oauthRoutes(app, {
    tokens: world.tokens,
    clock: world.clock,
    settings: world.settings,
    redirects: options.signInAllowedRedirects ?? []
  });
  await app.register(
    async (api) => {
      api.addHook('onRequest', async (request, reply) => authenticate(world, request, reply));
      userRoutes(api, world);
      routingRoutes(api, world);
      notificationRoutes(api, world, () => `ws://${HOST}:${port()}`);
      conversationRoutes(api, world);
      analyticsRoutes(api, world);
      outboundRoutes(api, world);
      tokenRoutes(api, world);
    },
    { prefix: '/api/v2' }
  );
  await app.register(async (routes) => contactCenterRoutes(routes, center, world), {
    prefix: '/contact-center'
  });

  const closeSockets = attachSockets(
    app.server,
    world.channels,
    (headers) => !refusal(headers, origins())
  );
  await app.listen({ port: options.port, host: HOST });
  return {
    url: `http://${HOST}:${port()}`,
    center,
    async close() {
      center.reset();
      closeSockets();
      await app.close();
    }
  };
}

/** JSON that may be absent (the SDK names the type also then), and forms for the token. */
function readBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (_request, text, done) => {
      if (text.trim() === '') return done(null, undefined);
      try {
        return done(null, JSON.parse(text));
      } catch (error) {
        return done(Object.assign(error as Error, { statusCode: 400 }), undefined);
      }
    }
  );
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(text)))
  );
}

function failUnexpected(error: Error & { statusCode?: number }, reply: FastifyReply) {
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return fail(reply, { ...errors.badRequest, status: error.statusCode });
  }
  return fail(reply, {
    status: 500,
    code: 'internal.server.error',
    message: `The server encountered an unexpected condition which prevented it from fulfilling the request. (${error.message})`
  });
}
