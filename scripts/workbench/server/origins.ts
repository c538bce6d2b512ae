import type { FastifyInstance } from 'fastify';

/**
 * The local org's names follow My Domain: `acme.lightning.force.com` beside `acme--c.vf.force.com`
 * becomes `local.lightning.localhost` beside `local--c.vf.localhost`. So one part of an org is as
 * foreign to another here as it is there, and what derives one origin from another is the same code.
 */
const HOSTS = {
  lightning: 'local.lightning.localhost',
  visualforce: 'local--c.vf.localhost',
  file: 'local.file.localhost'
} as const;

type Part = keyof typeof HOSTS;

/** Base URL of each part of the org, for one port. */
export function originsAt(port: number): Record<Part, string> {
  const at = (part: Part): string => `http://${HOSTS[part]}:${port}`;
  return { lightning: at('lightning'), visualforce: at('visualforce'), file: at('file') };
}

/**
 * Keeps each part to its own host. A page asked of another host is redirected to its own, as an org
 * does; what a part does not have is not found there. The org's API and the modules also answer at
 * the bare address, where scripts and curl ask.
 */
export function separateOrigins(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const part = partOf(request.hostname);
    const home = homeOf(path);
    if (home && home !== part)
      return reply.redirect(originsAt(request.port ?? 80)[home] + request.url);
    if (part === 'file' || (part === 'visualforce' && !isVisualforce(path)))
      return reply.code(404).send('This host serves no such thing.');
    return undefined;
  });
}

function partOf(hostname: string): Part | undefined {
  return (Object.keys(HOSTS) as Part[]).find((part) => HOSTS[part] === hostname);
}

/** The part a page belongs to; undefined for what is not a page. */
function homeOf(path: string): Part | undefined {
  if (path === '/' || path.startsWith('/lightning/')) return 'lightning';
  return path.startsWith('/apex/') ? 'visualforce' : undefined;
}

function isVisualforce(path: string): boolean {
  return path.startsWith('/apex/') || path.startsWith('/resource/');
}
