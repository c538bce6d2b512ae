import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { listError } from './errors';
import type { Refusal } from './errors';
import type { Fault } from './faults';
import { runGraphql } from './graphqlQuery';
import type { Org } from './org';
import { fieldPicklist, masterRecordType, objectInfo, picklistValues } from './representation';
import type { ObjectSchema } from './schema';
import { workbenchRoutes } from './workbenchRoutes';
import { createRecord, deleteRecord, findRecord, updateRecord } from './write';
import type { WriteInput, WriteOutcome } from './write';
import type { OrgUser } from './orgTypes';
import { readPaths, representRecord, wholeRecordPaths } from './recordRepresentation';

export { loadOrg } from './loadOrg';

const base = '/services/data/v66.0';

declare module 'fastify' {
  interface FastifyRequest {
    orgUser?: OrgUser;
    fault?: Fault;
  }
}

/** Mounts the UI API and GraphQL of the local org, and its controls under `/workbench`. */
export function salesforceRoutes(org: Org): FastifyPluginAsync {
  return async (fastify) => {
    await fastify.register(async (api) => {
      signIn(api, org);
      playFaults(api, org);
      objectInfoRoutes(api, org);
      recordRoutes(api, org);
      api.post(`${base}/graphql`, async (request) =>
        runGraphql(org, userOf(request), request.body)
      );
    });
    await fastify.register(workbenchRoutes(org));
  };
}

function signIn(api: FastifyInstance, org: Org): void {
  api.addHook('onRequest', async (request, reply) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const user = token === undefined ? undefined : org.users.get(token);
    if (user) request.orgUser = { ...user, ...zoneOf(request) };
    else return refuse(reply, listError(401, 'INVALID_SESSION_ID', 'Session expired or invalid'));
  });
}

/** The console tells its browser's time zone; a caller that tells none, or an unknown one, has the user's own. */
function zoneOf(request: FastifyRequest): { timeZone: string } | undefined {
  const timeZone = request.headers['x-workbench-time-zone'];
  if (typeof timeZone !== 'string') return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return { timeZone };
  } catch {
    return undefined;
  }
}

function userOf(request: FastifyRequest): OrgUser {
  if (!request.orgUser) throw new Error('a route of the org was reached without its sign-in hook');
  return request.orgUser;
}

function playFaults(api: FastifyInstance, org: Org): void {
  api.addHook('preHandler', async (request, reply) => {
    const fault = org.faults.take({
      method: request.method,
      path: request.url,
      user: request.orgUser?.username
    });
    if (!fault) return;
    request.fault = fault;
    if (fault.delayMs) await sleep(fault.delayMs);
    if (fault.effect === 'respond') return answerFault(reply, fault);
    if (fault.effect === 'drop') return dropConnection(request, reply);
  });
  api.addHook('onSend', async (request, reply, payload) => {
    const effect = request.fault?.effect;
    if (effect === 'commit_then_drop') request.raw.socket.destroy();
    if (request.fault && effect === 'commit_then_respond') {
      return JSON.stringify(faultBody(faultHead(reply, request.fault)));
    }
    return payload;
  });
}

function dropConnection(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

function faultHead(reply: FastifyReply, fault: Fault): Fault {
  reply.code(fault.status ?? 503).type('application/json; charset=utf-8');
  if (fault.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
  // The handler's own length no longer holds.
  reply.removeHeader('content-length');
  return fault;
}

function faultBody(fault: Fault): unknown {
  return (
    fault.body ?? [
      {
        errorCode: 'SERVER_UNAVAILABLE',
        message: 'The server is temporarily unavailable. Try again later.'
      }
    ]
  );
}

function answerFault(reply: FastifyReply, fault: Fault): FastifyReply {
  return reply.send(faultBody(faultHead(reply, fault)));
}

function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(refusal.status).send(refusal.body);
}

function objectInfoRoutes(api: FastifyInstance, org: Org): void {
  const readable = (request: FastifyRequest, name: string): ObjectSchema | Refusal => {
    const object = org.object(name);
    if (!object) return listError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return org.objectAccess(userOf(request), object).read
      ? object
      : listError(
          403,
          'INSUFFICIENT_ACCESS',
          `You don't have access to this object: ${name}. Ask your administrator for help or to request access.`
        );
  };

  api.get<{ Params: { object: string } }>(
    `${base}/ui-api/object-info/:object`,
    async (request, reply) => {
      const object = readable(request, request.params.object);
      return 'ok' in object ? refuse(reply, object) : objectInfo(org, userOf(request), object);
    }
  );
  api.get<{ Params: { object: string; recordType: string; field?: string } }>(
    `${base}/ui-api/object-info/:object/picklist-values/:recordType/:field?`,
    async (request, reply) => {
      const { recordType, field } = request.params;
      const object = readable(request, request.params.object);
      if ('ok' in object) return refuse(reply, object);
      if (!masterRecordType.startsWith(recordType.slice(0, 15)))
        return refuse(
          reply,
          listError(400, 'INVALID_ID_FIELD', `Invalid record type ${recordType}`)
        );
      if (field === undefined || field === '') return picklistValues(org, userOf(request), object);
      const values = fieldPicklist(org, userOf(request), object, field);
      return (
        values ??
        refuse(
          reply,
          listError(
            400,
            'INVALID_FIELD',
            `${field} is not a valid picklist field on ${object.apiName}`
          )
        )
      );
    }
  );
}

interface RecordQuery {
  fields?: string;
  optionalFields?: string;
  layoutTypes?: string;
}

function recordRoutes(api: FastifyInstance, org: Org): void {
  const path = `${base}/ui-api/records/:id`;
  type ById = { Params: { id: string }; Querystring: RecordQuery };

  api.get<ById>(path, async (request, reply) => {
    const user = userOf(request);
    const found = findRecord(org, user, request.params.id);
    if ('ok' in found) return refuse(reply, found);
    const { fields, optionalFields, layoutTypes } = request.query;
    if (!fields && !optionalFields && !layoutTypes)
      return refuse(
        reply,
        listError(
          400,
          'INVALID_INPUT_COMBINATION',
          "Must provide either 'fields' or 'layoutTypes'."
        )
      );
    const read = readPaths(org, user, found.object, names(fields), names(optionalFields));
    if ('ok' in read) return refuse(reply, read);
    const layout = layoutTypes ? wholeRecordPaths(org, user, found.object) : [];
    return representRecord(org, user, found.object, found.record, [...layout, ...read.paths]);
  });

  const answer = (reply: FastifyReply, user: OrgUser, outcome: WriteOutcome, status: number) => {
    if (!outcome.ok) return refuse(reply, outcome);
    const object = org.object(outcome.record.object);
    if (!object) throw new Error(`a record of an unknown object: ${outcome.record.object}`);
    const paths = wholeRecordPaths(org, user, object);
    return reply.code(status).send(representRecord(org, user, object, outcome.record, paths));
  };

  api.post(`${base}/ui-api/records`, async (request, reply) => {
    const user = userOf(request);
    return answer(reply, user, createRecord(org, user, body(request)), 201);
  });

  api.patch<ById>(path, async (request, reply) => {
    const user = userOf(request);
    const since = request.headers['if-unmodified-since'];
    const outcome = updateRecord(
      org,
      user,
      request.params.id,
      body(request),
      typeof since === 'string' ? since : undefined
    );
    return answer(reply, user, outcome, 200);
  });

  api.delete<ById>(path, async (request, reply) => {
    const outcome = deleteRecord(org, userOf(request), request.params.id);
    return outcome.ok ? reply.code(204).send() : refuse(reply, outcome);
  });
}

function body(request: FastifyRequest): WriteInput {
  return typeof request.body === 'object' && request.body !== null ? request.body : {};
}

function names(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
