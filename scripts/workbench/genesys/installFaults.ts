import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errorBody } from './errors';
import type { ApiError } from './errors';
import type { RequestFault } from './faults';
import { userIdOf } from './rest/access';
import type { World } from './world';

/** Lets the faults that the contact center ordered happen to requests of the softphone. */
export function installFaults(app: FastifyInstance, { faults, clock }: World): void {
  const lost = new WeakMap<FastifyRequest, RequestFault>();
  const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? '';

  app.addHook('preHandler', async (request, reply) => {
    const path = pathOf(request);
    if (path.startsWith('/contact-center')) return undefined;
    const fault = faults.forRequest(request.method, path, userIdOf(request));
    if (!fault) return undefined;
    if (fault.delayMs) await new Promise<void>((go) => clock.later(fault.delayMs ?? 0, go));
    if (fault.afterCommit) {
      lost.set(request, fault);
      return undefined;
    }
    if (fault.drop) {
      reply.hijack();
      request.raw.socket.destroy();
      return undefined;
    }
    if (!fault.status) return undefined;
    if (fault.retryAfterSeconds !== undefined) {
      reply.header('retry-after', fault.retryAfterSeconds);
    }
    return reply.code(fault.status).send(errorBody(orderedError(fault.status), request.id));
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = lost.get(request);
    if (!fault) return payload;
    if (fault.drop) {
      request.raw.socket.destroy();
      return payload;
    }
    if (!fault.status) return payload;
    reply.code(fault.status).type('application/json');
    reply.removeHeader('content-length');
    return JSON.stringify(errorBody(orderedError(fault.status), request.id));
  });
}

const CODES: Record<number, string> = {
  401: 'bad.credentials',
  403: 'not.authorized',
  404: 'not.found',
  429: 'too.many.requests.retry.after',
  500: 'internal.server.error',
  503: 'service.unavailable',
  504: 'request.timeout'
};

const orderedError = (status: number): ApiError => ({
  status,
  code: CODES[status] ?? 'bad.request',
  message: `This answer with status ${status} was ordered in the contact center.`
});
