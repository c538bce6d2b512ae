import type { Clock } from 'c/ports';
import { isHttpFailure } from './httpFailure';
import type { HttpAnswer } from './httpFailure';
import { operations } from './operations';
import { done, failed } from './result';
import type { GenesysProblem, Result } from './result';
import { retryAfterMs } from './retryAfter';
import type { Api, ApiClient, ApiName, Arguments, Body, GenesysSdk, OperationName } from './sdk';

export interface Requests {
  /** Calls one operation of the SDK; again, when its token was renewed before it was refused. Never rejects. */
  ask<A extends ApiName, N extends OperationName<A>>(
    api: A,
    operation: N,
    ...input: Arguments<A, N>
  ): Promise<Result<Body<A, N>>>;
}

export interface RequestParts {
  sdk: GenesysSdk;
  client: ApiClient;
  clock: Clock;
  /** The token in use, if there is one. */
  token(): string | undefined;
  /** The server refused this token. */
  onRefused(token: string): void;
  onForbidden(problem: GenesysProblem): void;
}

export function createRequests(parts: RequestParts): Requests {
  const { sdk, client, clock } = parts;
  client.setReturnExtendedResponses(true);
  const apis = new Map<ApiName, Api>(
    (Object.keys(operations) as ApiName[]).map((name) => [name, new sdk[name](client)])
  );
  const forbidden = new Set<string>();

  function fail(problem: GenesysProblem, token: string): { ok: false; problem: GenesysProblem } {
    if (problem.type === 'signed_out') parts.onRefused(token);
    if (problem.type === 'forbidden' && !forbidden.has(problem.operation)) {
      forbidden.add(problem.operation);
      parts.onForbidden(problem);
    }
    return failed(problem);
  }

  const requests: Requests = {
    async ask(api, operation, ...input) {
      const token = parts.token();
      if (!token) {
        return failed({ type: 'signed_out', operation, message: 'not signed in' });
      }
      try {
        const answer = await apis.get(api)![operation]!(...input);
        return done(answer.body as never);
      } catch (cause) {
        const problem = problemOf(operation, cause, clock.now());
        const isRenewed = problem.type === 'signed_out' && (parts.token() ?? token) !== token;
        return isRenewed ? requests.ask(api, operation, ...input) : fail(problem, token);
      }
    }
  };
  return requests;
}

const TYPE_OF_STATUS: Record<number, GenesysProblem['type']> = {
  401: 'signed_out',
  403: 'forbidden',
  404: 'not_found',
  410: 'not_found',
  429: 'throttled'
};

/**
 * @param cause what the SDK rejected with: `{status, headers, body, error}` for an answer, our
 * `HttpFailure` when there was none, a string for a missing parameter
 */
export function problemOf(operation: string, cause: unknown, now: number): GenesysProblem {
  const answer = answerOf(cause);
  if (!answer) {
    const type = isHttpFailure(cause) ? 'unreachable' : 'unexpected';
    return { type, operation, message: cause instanceof Error ? cause.message : String(cause) };
  }
  const { status, headers, body } = answer;
  const type = TYPE_OF_STATUS[status] ?? (status >= 500 ? 'server' : 'refused');
  const retry = retryAfterMs(headers['retry-after'], now);
  return {
    type,
    operation,
    message: textOf(body, 'message') ?? `HTTP ${status}`,
    status,
    ...(textOf(body, 'code') && { code: textOf(body, 'code') }),
    ...(retry !== undefined && { retryAfterMs: retry })
  };
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

function answerOf(cause: unknown): Answer | undefined {
  if (isHttpFailure(cause)) return cause.response && fromHttp(cause.response);
  if (typeof cause !== 'object' || cause === null || !('status' in cause)) return undefined;
  const { status, headers, body } = cause as Answer;
  return typeof status === 'number' ? { status, headers: headers ?? {}, body } : undefined;
}

function fromHttp({ status, headers, data }: HttpAnswer): Answer {
  return { status, headers, body: data };
}

/** A text property of a body that may be anything. */
export function textOf(body: unknown, key: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value = (body as Record<string, unknown>)[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
