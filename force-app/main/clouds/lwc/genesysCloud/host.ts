import type { GenesysOptions } from './options';
import type { ApiClient } from './sdk';

/**
 * Points the SDK at the region, or at a gateway that plays all of it.
 *
 * @returns what tells this Genesys from others
 */
export function connectTo(
  client: ApiClient,
  { region, gateway }: Pick<GenesysOptions, 'region' | 'gateway'>
): string {
  if (region) client.setEnvironment(region);
  if (!gateway) return client.config.environment;
  const { protocol, hostname, port, pathname } = new URL(gateway);
  client.setGateway({
    host: hostname,
    protocol: protocol.replace(':', ''),
    ...(port && { port: Number(port) }),
    path_params_login: pathname,
    path_params_api: pathname
  });
  return gateway;
}
