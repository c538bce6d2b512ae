import { freeze } from './freeze';
import { page } from './page';

const BASE = '/services/data/v66.0';

export interface OrgRequest {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * One call of the org's API as the user of this page.
 * Resolves with the frozen answer; rejects with a `FetchResponse`.
 */
export async function callOrg(path: string, request: OrgRequest = {}): Promise<unknown> {
  const { method = 'GET', body, headers } = request;
  const response = await send(`${BASE}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${page.user}`,
      // No part of the platform's API: the simulated user lives where the browser is.
      ...(page.timeZone ? { 'x-workbench-time-zone': page.timeZone } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
  const answer = freeze(await readBody(response));
  if (response.ok) return answer;
  throw refusal(response.status, response.statusText, oneObject(response.status, answer));
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    // What components see when the browser is offline or the connection breaks: no list of errors.
    throw refusal(0, '', { message: (error as Error).message });
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return { message: text };
  }
}

/** A list of errors reaches a component as its first one, with the status beside it. */
function oneObject(status: number, answer: unknown): unknown {
  if (!Array.isArray(answer)) return answer;
  const { errorCode, message } = (answer[0] ?? {}) as { errorCode?: unknown; message?: unknown };
  return { statusCode: status, errorCode, message };
}

/** Headers never reach a component: `Retry-After` least of all. */
function refusal(status: number, statusText: string, body: unknown): FetchResponse {
  return freeze<FetchResponse>({
    ok: false,
    status,
    statusText,
    body,
    headers: {},
    errorType: 'fetchResponse'
  });
}
