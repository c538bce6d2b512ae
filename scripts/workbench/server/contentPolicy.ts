import type { TrustedSite } from './trustedSites';

/**
 * The policy Lightning puts on its pages, as far as it bears on components: everything from the
 * org itself, what Lightning Web Security needs to run scripts, plus what active `CspTrustedSite`
 * records allow. A forgotten record fails here as it would there.
 */
export function contentPolicy(
  sites: readonly TrustedSite[],
  { visualforce, lws }: { visualforce: string; lws: boolean }
): string {
  const own: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...(lws ? ["'unsafe-eval'", 'blob:'] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'font-src': ["'self'", 'data:'],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'"],
    'connect-src': ["'self'"],
    'frame-src': ["'self'", visualforce],
    'object-src': ["'none'"]
  };
  const allowed = (directive: string): string[] =>
    sites
      .filter(({ isActive, directives }) => isActive && directives.includes(directive))
      .map(({ endpointUrl }) => endpointUrl);
  return Object.entries(own)
    .map(([name, sources]) => [name, ...sources, ...allowed(name)].join(' '))
    .join('; ');
}
