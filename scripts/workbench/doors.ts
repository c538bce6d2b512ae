import type { IncomingHttpHeaders } from 'node:http';

/**
 * Who may talk to the servers of the local org. They listen on this machine only, but every website
 * in the same browser can reach that too, and `npm start -- --genesys` puts real customers' data
 * here. So a request is answered only when it names this machine as its host (a foreign name that
 * resolves to it does not count) and comes from a page of the local org, or from no page at all.
 */

/** Both names of this machine, for each of the base URLs. */
export function ownOrigins(...urls: readonly (string | undefined)[]): string[] {
  return urls.flatMap((url) => {
    if (url === undefined) return [];
    const { protocol, port } = new URL(url);
    return ['127.0.0.1', 'localhost'].map((name) => `${protocol}//${name}:${port}`);
  });
}

/** Why a request must not be answered, as a sentence for the one who reads the network tab. */
export function refusal(
  headers: IncomingHttpHeaders,
  origins: readonly string[]
): string | undefined {
  const host = headers.host ?? '';
  if (!origins.some((origin) => new URL(origin).host === host))
    return `The local org does not answer to the name '${host}'.`;
  const from = headers.origin;
  if (from !== undefined)
    return origins.includes(from) ? undefined : `The local org does not answer pages of '${from}'.`;
  return isOwnOrVisit(headers, origins)
    ? undefined
    : 'The local org is no resource of other sites, and shows in none of their frames.';
}

/** Browsers name no origin where they fetch a script, an image or a frame, or follow a link. */
function isOwnOrVisit(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== 'cross-site' && site !== 'same-site') return true;
  if (headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document')
    return true;
  const { referer = '' } = headers;
  return URL.canParse(referer) && origins.includes(new URL(referer).origin);
}
