import type { Models } from 'purecloud-platform-client-v2';
import type { FastifyReply } from 'fastify';
import { problemText } from './problem';
import type { Problem } from './problem';

/** An answer that is not a success, before it has its context id. */
export interface ApiError {
  status: number;
  code: string;
  message: string;
  /** Named values inside the message, as the platform repeats them. */
  params?: Record<string, string>;
  retryAfterSeconds?: number;
}

export const errors = {
  noToken: {
    status: 401,
    code: 'authentication.required',
    message: 'No authentication bearer token specified in authorization header.'
  },
  badToken: { status: 401, code: 'bad.credentials', message: 'Invalid login credentials.' },
  notFound: { status: 404, code: 'not.found', message: 'The requested resource was not found.' },
  notAuthorized: {
    status: 403,
    code: 'not.authorized',
    message: 'You are not authorized to perform the requested action.'
  },
  badRequest: {
    status: 400,
    code: 'bad.request',
    message: 'The request could not be understood by the server due to malformed syntax.'
  }
} as const satisfies Record<string, ApiError>;

export const missingPermission = (permission: string): ApiError => ({
  status: 403,
  code: 'missing.any.permissions',
  message: `Unable to perform the requested action. You must have at least one of the following permissions assigned: [${permission}]`,
  params: { permissions: `[${permission}]` }
});

/** Body and header as announced for all interfaces in "Normalized Platform API 429 responses". */
export const tooManyRequests = (seconds: number): ApiError => ({
  status: 429,
  code: 'too.many.requests.retry.after',
  message: `Rate limit exceeded the maximum. Retry the request in [${seconds}] seconds`,
  retryAfterSeconds: seconds
});

export const invalid = (message: string): ApiError => ({ ...errors.badRequest, message });

const statusOf: Record<Problem['type'], Pick<ApiError, 'status' | 'code'>> = {
  not_found: { status: 404, code: 'not.found' },
  wrong_state: { status: 400, code: 'bad.request' },
  not_yours: { status: 403, code: 'not.authorized' },
  no_station: { status: 400, code: 'bad.request' },
  invalid: { status: 400, code: 'invalid.value' }
};

export const errorOf = (problem: Problem): ApiError => ({
  ...statusOf[problem.type],
  message: problemText(problem)
});

export function errorBody(error: ApiError, contextId: string): Models.ErrorBody {
  return {
    message: error.message,
    code: error.code,
    status: error.status,
    ...(error.params && { messageWithParams: error.message, messageParams: error.params }),
    contextId,
    details: [],
    errors: []
  };
}

export function fail(reply: FastifyReply, error: ApiError): FastifyReply {
  if (error.retryAfterSeconds !== undefined) reply.header('retry-after', error.retryAfterSeconds);
  return reply.code(error.status).send(errorBody(error, reply.request.id));
}
