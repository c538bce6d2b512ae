import { isDomain, isLoopback, isSafe, urlOf } from './address';

/** What reaches Genesys Cloud, as the settings record has it: text that anybody may have written. */
export interface Connection {
  region?: string;
  gateway?: string;
  clientId: string;
  redirectUri: string;
}

/** The first setting that can't be used. */
export type ConnectionFault = 'bad_region' | 'bad_gateway' | 'bad_client_id' | 'bad_redirect_url';

/**
 * Whether tokens and codes may go where these settings say. The form checks too; but a record is also
 * written by data loaders, packages and whoever has the right.
 */
export function connectionFault(connection: Connection): ConnectionFault | undefined {
  const { region, gateway, clientId, redirectUri } = connection;
  if (gateway ? region && !isRegion(region) : !isRegion(region)) return 'bad_region';
  if (gateway && !isGateway(gateway)) return 'bad_gateway';
  if (!CLIENT_ID.test(clientId)) return 'bad_client_id';
  return isRedirect(redirectUri) ? undefined : 'bad_redirect_url';
}

/** Ids of OAuth clients are UUIDs; the local org has a word. */
const CLIENT_ID = /^[\w-]{1,128}$/;
/** As written: a parser would hide backslashes, tabs, and dots that climb. */
const PLAIN_URL = /^https?:\/\/[\w.-]+(?::\d{1,5})?((?:\/[\w.~-]+)*)\/?$/;
/** Visualforce pages, with enhanced domains, without, and before `my.salesforce.com`. */
const PAGES =
  /\.(?:vf\.force\.com|vf\.crmforce\.mil|vf\.sfcrmapps\.cn|vf\.sfcrmproducts\.cn|visualforce\.com|visual\.force\.com)$/;
/** A package's page carries its namespace. */
const PAGE = /^\/apex\/(?:\w+__)?GenesysSignIn$/;

/** Not only the regions of the list: Genesys opens new ones. The panel shows the host of those. */
function isRegion(region: string | undefined): boolean {
  return region !== undefined && region.length <= 253 && isDomain(region) && !isNumber(region);
}

/** An IPv4 address, whatever way it is written, ends with a number; no domain does. */
function isNumber(host: string): boolean {
  return /\.(?:\d+|0x[\da-f]*)$/.test(host);
}

function isGateway(gateway: string): boolean {
  const url = plainUrl(gateway);
  return url !== undefined && (isLoopback(url.hostname) || isRegion(url.hostname));
}

/** The softphone believes what this origin posts. */
function isRedirect(redirectUri: string): boolean {
  const url = plainUrl(redirectUri);
  if (!url || !PAGE.test(url.pathname)) return false;
  return isLoopback(url.hostname) || PAGES.test(url.hostname);
}

/** No user info, no query, no fragment, nothing that climbs in the path. */
function plainUrl(text: string): URL | undefined {
  const path = PLAIN_URL.exec(text)?.[1];
  const url = urlOf(text);
  if (path === undefined || !url || !isSafe(url)) return undefined;
  return path.split('/').some((part) => part === '.' || part === '..') ? undefined : url;
}
