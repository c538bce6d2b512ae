/**
 * Why Genesys Cloud did not do what was asked. A value, never thrown.
 *
 * | type | meaning | what helps |
 * |---|---|---|
 * | `forbidden` | the user lacks a permission (403); said once per operation | an admin |
 * | `not_found` | the thing is gone (404, 410) | read again |
 * | `refused` | the request makes no sense now (400, 409, 412 …), see `message` | another request |
 * | `throttled` | too many requests, also after waiting | wait `retryAfterMs` |
 * | `signed_out` | no token, or it is no longer valid (401) | `signIn()` |
 * | `server` | Genesys failed (5xx) after the retries | try later |
 * | `unreachable` | no answer: offline, DNS, CSP, timeout. A command may have been carried out | try later |
 * | `malformed_frame` | a notification that nobody can read was left out; `count` so far | nothing |
 * | `topic_rejected` | a subscription was refused; `operation` names the topic | an admin |
 * | `no_communication` | the interaction has no communication to steer (yet) | read again |
 * | `unsupported` | this medium has no such control | – |
 * | `unexpected` | the SDK threw something else | a bug report |
 */
export interface GenesysProblem {
  type:
    | 'forbidden'
    | 'not_found'
    | 'refused'
    | 'throttled'
    | 'signed_out'
    | 'server'
    | 'unreachable'
    | 'malformed_frame'
    | 'topic_rejected'
    | 'no_communication'
    | 'unsupported'
    | 'unexpected';
  /** SDK operation (`getRoutingQueues`), topic, or `channel`. */
  operation: string;
  /** Words of the server or ours; no personal data of ours is put in. */
  message: string;
  /** HTTP status, when there was an answer. */
  status?: number;
  /** Genesys error code such as `missing.any.permissions`. */
  code?: string;
  retryAfterMs?: number;
  count?: number;
}

/** Outcome of every request. `void` results carry `value: undefined`. */
export type Result<T = void> = { ok: true; value: T } | { ok: false; problem: GenesysProblem };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(problem: GenesysProblem): { ok: false; problem: GenesysProblem } {
  return { ok: false, problem };
}
