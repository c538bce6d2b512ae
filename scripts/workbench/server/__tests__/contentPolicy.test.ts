/** @jest-environment node */
import { contentPolicy } from '../contentPolicy';
import { readTrustedSites } from '../trustedSites';
import type { TrustedSite } from '../trustedSites';

const org = { visualforce: 'http://local--c.vf.localhost:4000', lws: true };

function directive(name: string, sites: TrustedSite[], lws = true): string[] {
  const policy = contentPolicy(sites, { ...org, lws });
  const found = policy.split('; ').find((one) => one.startsWith(`${name} `)) ?? '';
  return found.split(' ').slice(1);
}

describe('the Content Security Policy of the local org', () => {
  const sites = readTrustedSites(process.cwd());
  const everywhere = sites.filter(({ directives }) => directives.includes('connect-src'));

  it('reaches what the records name, the simulated Genesys Cloud among them, and nothing else', () => {
    const urls = everywhere.map(({ endpointUrl }) => endpointUrl);
    expect(directive('connect-src', sites)).toEqual(["'self'", ...urls]);
    expect(urls).toEqual(
      expect.arrayContaining([
        'https://*.mypurecloud.ie',
        'wss://*.mypurecloud.ie',
        'http://127.0.0.1:*',
        'ws://127.0.0.1:*'
      ])
    );
    expect(directive('connect-src', [])).toEqual(["'self'"]);
  });

  it.each(everywhere.map(({ name }) => name))('without %s its address is closed', (name) => {
    const without = sites.map((site) => (site.name === name ? { ...site, isActive: false } : site));
    const { endpointUrl } = sites.find((site) => site.name === name)!;
    expect(directive('connect-src', without)).not.toContain(endpointUrl);
    expect(directive('connect-src', without)).toHaveLength(everywhere.length);
  });

  it('opens only the directives a record ticks', () => {
    const site = (directives: string[]): TrustedSite[] => [
      { name: 'One', endpointUrl: 'https://one.example.com', isActive: true, directives }
    ];
    expect(directive('img-src', site(['img-src']))).toContain('https://one.example.com');
    expect(directive('connect-src', site(['img-src']))).toEqual(["'self'"]);
    expect(directive('frame-src', site(['frame-src']))).toEqual([
      "'self'",
      org.visualforce,
      'https://one.example.com'
    ]);
  });

  it('lets scripts run as Lightning Web Security needs them, and only with it', () => {
    expect(directive('script-src', sites)).toEqual(["'self'", "'unsafe-eval'", 'blob:']);
    expect(directive('script-src', sites, false)).toEqual(["'self'"]);
  });
});
