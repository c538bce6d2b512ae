import { backoff } from 'c/ports';
import type { Clock, Random } from 'c/ports';
import type { Budget } from './budget';
import { httpFailure, isHttpFailure } from './httpFailure';
import type { HttpAnswer, HttpFailure } from './httpFailure';
import type { Fetch } from './ports';
import { retryAfterMs } from './retryAfter';
import { RETRY } from './retryPolicy';
import type { GenesysSdk, HttpRequest } from './sdk';
import { sleep } from './sleep';

export interface HttpClientParts {
  fetch: Fetch;
  clock: Clock;
  random: Random;
  budget: Budget;
}

const TIMEOUT = 16_000;
const TRIES = 3;
/** A read may wait for its minute; answering a call half a minute late is worse than saying no. */
const PATIENCE = { read: 65_000, command: 3_000 };
const PASSING = new Set([500, 502, 503, 504]);

/**
 * The SDK's seam for HTTP (`setHttpClient`). The SDK itself never repeats a request and ignores
 * `Retry-After`; here reads are repeated when the network or the server stumbles, and anything
 * when the server says "too many" (it then did nothing).
 */
export function createHttpClient(sdk: GenesysSdk, parts: HttpClientParts) {
  const { clock, random, budget } = parts;

  async function request(options: HttpRequest): Promise<HttpAnswer> {
    const isCommand = options.method !== 'GET';
    for (let attempt = 0; ; attempt++) {
      await budget.take(isCommand);
      const outcome = await exchange(parts, options);
      if (!isHttpFailure(outcome)) return outcome;
      const wait = attempt + 1 < TRIES ? waitBefore(outcome, isCommand, attempt) : undefined;
      if (wait === undefined) throw outcome;
      await sleep(clock, wait);
    }
  }

  /** @returns milliseconds, or undefined when it is not worth (or not safe) to try again */
  function waitBefore(
    { response }: HttpFailure,
    isCommand: boolean,
    attempt: number
  ): number | undefined {
    const asked = retryAfterMs(response?.headers['retry-after'], clock.now());
    const tooMany = response?.status === 429;
    if (tooMany && asked) budget.pause(asked);
    if (!tooMany && (isCommand || !isPassing(response))) return undefined;
    const wait = asked ?? backoff(RETRY, attempt + 1, random());
    return wait <= (isCommand ? PATIENCE.command : PATIENCE.read) ? wait : undefined;
  }

  return new (class extends sdk.AbstractHttpClient {
    override request(options: HttpRequest): Promise<HttpAnswer> {
      return request(options);
    }
    override enableHooks(): void {
      // Nobody sets hooks: what they are for happens in `request`.
    }
  })();
}

function isPassing(response: HttpAnswer | undefined): boolean {
  return response === undefined || PASSING.has(response.status);
}

async function exchange(
  { fetch, clock }: HttpClientParts,
  { url, method, headers, params, data }: HttpRequest
): Promise<HttpAnswer | HttpFailure> {
  const abort = new AbortController();
  const timer = clock.set(() => abort.abort(), TIMEOUT);
  try {
    const query = new URLSearchParams(params).toString();
    const response = await fetch(query ? `${url}?${query}` : url, {
      method,
      headers: headers ?? {},
      body: bodyText(data),
      signal: abort.signal
    });
    const text = await response.text();
    const answer = {
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers.entries()),
      data: readBody(text),
      text
    };
    if (response.ok) return answer;
    return httpFailure(`HTTP ${response.status}`, answer);
  } catch (cause) {
    if (abort.signal.aborted) return httpFailure(`no answer within ${TIMEOUT / 1000} s`);
    return httpFailure(cause instanceof Error ? cause.message : String(cause));
  } finally {
    clock.clear(timer);
  }
}

function bodyText(data: unknown): string | undefined {
  if (data === undefined || data === null) return undefined;
  return typeof data === 'string' ? data : JSON.stringify(data);
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
