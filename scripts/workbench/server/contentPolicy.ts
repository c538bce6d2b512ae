/**
 * The policy Lightning puts on its pages, as far as it bears on components: everything from the
 * org itself, plus what `CspTrustedSite` records allow. A forgotten record fails here as it would there.
 */
export function contentPolicy(
  trustedSites: Record<string, string[]>,
  /** The simulated Genesys Cloud, which no metadata of ours may name. */
  local: readonly string[]
): string {
  const own: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'font-src': ["'self'", 'data:'],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': ["'self'", ...local],
    'frame-src': ["'self'", ...local],
    'object-src': ["'none'"]
  };
  return Object.entries(own)
    .map(([name, sources]) => [name, ...sources, ...(trustedSites[name] ?? [])].join(' '))
    .join('; ');
}
