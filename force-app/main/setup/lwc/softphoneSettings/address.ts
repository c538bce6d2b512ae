import { isDomain, isListed, isLoopback, urlOf } from 'c/genesysAddress';

const LIGHTNING =
  /^([^.]+)((?:\.[^.]+)?)\.lightning\.(force\.com|crmforce\.mil|sfcrmapps\.cn|localhost)$/;
const PAGE = '/apex/GenesysSignIn';

/**
 * Where this org serves the page GenesysSignIn. Visualforce has a domain of its own beside the one
 * of Lightning: `acme--uat.sandbox.lightning.force.com` → `acme--uat--c.sandbox.vf.force.com`
 * (enhanced domains; the local org, below `localhost`, follows the pattern). Pages of other hosts are
 * taken to be on the same one.
 */
export function suggestedRedirect({
  origin,
  hostname
}: {
  origin: string;
  hostname: string;
}): string {
  const match = LIGHTNING.exec(hostname);
  if (!match) return origin + PAGE;
  const [, name, partition, suffix] = match;
  const url = new URL(origin);
  url.hostname = `${name}--c${partition}.vf.${suffix}`;
  return url.origin + PAGE;
}

/** What an admin has to add to the org's trusted URLs for this region and gateway. */
export function missingTrustedSites(region: string, gateway: string): string[] {
  const hosts = [
    ...(isDomain(region) && !isListed(region) ? [`*.${region}`] : []),
    ...gatewayHosts(gateway)
  ];
  return hosts.flatMap((host) => [`https://${host}`, `wss://${host}`]);
}

/** A gateway on this machine is the local org's, which trusts itself. */
function gatewayHosts(gateway: string): string[] {
  const url = urlOf(gateway);
  return url?.protocol === 'https:' && !isLoopback(url.hostname) ? [url.host] : [];
}
