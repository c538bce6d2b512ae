/**
 * The regions of Genesys Cloud, by domain and by the name that their `CspTrustedSite` records have
 * (`Genesys_<name>_Https`, `Genesys_<name>_Wss`). The settings form offers them, the panel takes any
 * other host for a foreign one, and `npm run check:package` wants the records of each.
 */
export const REGIONS = [
  { domain: 'mypurecloud.com', name: 'US_East' },
  { domain: 'use2.us-gov-pure.cloud', name: 'US_East_2' },
  { domain: 'usw2.pure.cloud', name: 'US_West' },
  { domain: 'cac1.pure.cloud', name: 'Canada' },
  { domain: 'sae1.pure.cloud', name: 'Sao_Paulo' },
  { domain: 'mypurecloud.ie', name: 'Ireland' },
  { domain: 'euw2.pure.cloud', name: 'London' },
  { domain: 'mypurecloud.de', name: 'Frankfurt' },
  { domain: 'euc2.pure.cloud', name: 'Zurich' },
  { domain: 'mec1.pure.cloud', name: 'UAE' },
  { domain: 'aps1.pure.cloud', name: 'Mumbai' },
  { domain: 'apne2.pure.cloud', name: 'Seoul' },
  { domain: 'mypurecloud.jp', name: 'Tokyo' },
  { domain: 'apne3.pure.cloud', name: 'Osaka' },
  { domain: 'mypurecloud.com.au', name: 'Sydney' }
] as const;

export type RegionDomain = (typeof REGIONS)[number]['domain'];

export function isListed(domain: string): boolean {
  return REGIONS.some((region) => region.domain === domain);
}

/** @returns the host of an address that is of no region's login; undefined: it is one */
export function foreignHost(address: string): string | undefined {
  const { protocol, host } = new URL(address);
  const isGenesys = REGIONS.some(({ domain }) => host === `login.${domain}`);
  return isGenesys && protocol === 'https:' ? undefined : host;
}
