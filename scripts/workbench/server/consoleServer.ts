import { createReadStream, existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Compiler } from '../compile/compiler';
import type { Mode } from '../compile/mode';
import { refusal } from '../doors';
import type { Org } from '../salesforce/org';
import type { AppMetadata } from './appMetadata';
import { contentPolicy } from './contentPolicy';
import { originsAt, separateOrigins } from './origins';
import { failureScript, pageHtml } from './page';
import { session, sessionScript } from './session';
import { staticResource } from './staticResource';
import { readTrustedSites } from './trustedSites';
import { visualforcePage } from './visualforce';

/** Of the org the page runs in. */
export interface Conditions extends Mode {
  /** Newest release whose changes in Lightning Web Security are on; absent: all. */
  lwsGates?: number;
}

export interface ConsoleOptions {
  /** Project root. */
  root: string;
  org: Org;
  compiler: Compiler;
  app: AppMetadata;
  conditions: Conditions;
  /** Base URL of the simulated Genesys Cloud; asked late, because it may start after this server. */
  genesys(): string | undefined;
  /** Whose pages are answered, under which names: this server's own and the contact center's. */
  origins(): readonly string[];
}

const SLDS = 'node_modules/@salesforce-ux/design-system/assets';
const SCRIPT = 'text/javascript; charset=utf-8';
const DEFAULT_USER = 'agent';

/** Everything the browser needs besides the org's API: page, modules, SLDS, resources, Visualforce. */
export function consoleServer(options: ConsoleOptions): FastifyInstance {
  const { root, org, compiler, app, conditions } = options;
  const { lws, ...shown } = conditions;
  const server = fastify({ forceCloseConnections: true });
  // Before any route, so that none is left out.
  server.addHook('onRequest', async ({ headers }, reply) => {
    const message = refusal(headers, options.origins());
    return message ? reply.code(403).type('text/plain; charset=utf-8').send(message) : undefined;
  });
  separateOrigins(server);

  server.register(fastifyStatic, {
    root: join(root, SLDS),
    prefix: '/assets/',
    maxAge: '1d',
    decorateReply: false
  });

  server.get('/', (request, reply) => reply.redirect(`/lightning/page/home${query(request.url)}`));
  const sites = readTrustedSites(root);
  server.get('/lightning/*', (request, reply) => {
    const { visualforce } = originsAt(request.port ?? 80);
    return reply
      .header('content-security-policy', contentPolicy(sites, { visualforce, lws }))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(pageHtml());
  });
  server.get('/workbench/trusted-sites', () => sites);
  server.post<{ Body: { name?: string; isActive?: boolean } }>(
    '/workbench/trusted-sites',
    (request, reply) => {
      const { name, isActive = true } = request.body ?? {};
      const site = sites.find((one) => one.name === name);
      if (!site) return reply.code(400).send({ message: `there is no trusted site ${name}` });
      site.isActive = isActive;
      return site;
    }
  );
  server.get('/workbench/page.css', (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(createReadStream(join(root, 'scripts/workbench/console/page.css')))
  );
  server.get('/workbench/session.js', (request, reply) => {
    // The page's own address carries the user; a script's request tells it only as its referrer.
    const wanted = new URL(request.headers.referer ?? '/', 'http://localhost').searchParams;
    const user = org.users.get(wanted.get('user') ?? DEFAULT_USER) ?? org.users.get(DEFAULT_USER);
    if (!user) return reply.code(500).send('The org has no users.');
    const value = session(org, user, app, { ...shown, genesys: options.genesys() });
    return reply.type(SCRIPT).header('cache-control', 'no-store').send(sessionScript(value));
  });

  server.get<{ Params: { '*': string } }>('/modules/app/*', async (request, reply) => {
    reply.type(SCRIPT).header('cache-control', 'no-store');
    try {
      const { files } = await compiler.current();
      const code = files.get(request.params['*']);
      return code ?? (await reply.code(404).send('// No such module.'));
    } catch (error) {
      return failureScript(error);
    }
  });
  server.get<{ Params: { key: string; '*': string } }>(
    '/modules/:key/*',
    async (request, reply) => {
      const { base } = await compiler.current();
      const file = normalize(join(base.folder, request.params['*']));
      if (request.params.key !== base.key || !file.startsWith(base.folder) || !existsSync(file))
        return reply.code(404).send('// No such module.');
      return reply
        .type(SCRIPT)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(createReadStream(file));
    }
  );

  server.get<{ Params: { name: string } }>('/resource/:name', (request, reply) => {
    const resource = staticResource(root, request.params.name);
    if (!resource) return reply.code(404).send(`No static resource '${request.params.name}'.`);
    return reply.type(resource.contentType).header('cache-control', 'no-cache').send(resource.body);
  });
  server.get<{ Params: { name: string } }>('/apex/:name', (request, reply) => {
    const page = visualforcePage(root, request.params.name);
    if (page === undefined)
      return reply.code(404).send(`No Visualforce page '${request.params.name}'.`);
    return reply.type('text/html; charset=utf-8').send(page);
  });
  return server;
}

function query(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at);
}
