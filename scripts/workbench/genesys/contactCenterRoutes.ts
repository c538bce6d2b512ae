import type { FastifyInstance, FastifyReply } from 'fastify';
import { mediaOf } from './conversation';
import type { Conversation } from './conversation';
import type { ContactCenter } from './contactCenter';
import { errorOf, fail, invalid } from './errors';
import type { FrameFault, RequestFault } from './faults';
import type { PlayRequest } from './play';
import type { Outcome } from './problem';
import type { Settings } from './settings';

import { eventShape } from './shapes/eventShape';
import { families, familyOf } from './shapes/families';
import { fullShape } from './shapes/fullShape';
import type { World } from './world';
import type {
  AddRequest,
  AgentPatch,
  AgentRequest,
  AttributesRequest,
  CallRequest,
  CustomerRequest,
  OutboundRequest,
  SuperviseRequest,
  TransferRequest
} from './requests';
import type { StartRequest } from './startRequest';

interface OfConversation {
  Params: { id: string };
}
interface OfAgent {
  Params: { agent: string };
}

/** The contact center over HTTP; docs/workbench.md has an example of each route. */
export function contactCenterRoutes(
  app: FastifyInstance,
  center: ContactCenter,
  world: World
): void {
  const answer = (reply: FastifyReply, outcome: Outcome<unknown>, status = 200) =>
    outcome.ok ? reply.code(status).send(outcome.value) : fail(reply, errorOf(outcome.problem));

  app.get('/', () => center.overview());

  app.get<{ Querystring: { state?: string } }>('/conversations', ({ query }, reply) => {
    const state = query.state ?? 'all';
    return state === 'all' || state === 'live' || state === 'finished'
      ? reply.send(center.list(state))
      : fail(reply, invalid('The state is one of live, finished, all.'));
  });

  /** M and M-rest are of the conversation's own medium, or of the one named: `M-calls`. */
  const shapes: Record<string, (conversation: Conversation) => object | undefined> = {
    E: eventShape,
    M: (conversation) => familyOf(mediaOf(conversation)).event(conversation),
    'M-rest': (conversation) => familyOf(mediaOf(conversation)).rest?.(conversation),
    C: fullShape,
    ...Object.fromEntries(families.map(({ name, event }) => [`M-${name}`, event]))
  };

  app.get<OfConversation & { Querystring: { shape?: string } }>(
    '/conversations/:id',
    ({ params, query }, reply) => {
      const conversation = world.conversations.get(params.id);
      if (!query.shape || !conversation) return answer(reply, center.conversation(params.id));
      const shape = shapes[query.shape];
      const shaped = shape?.(conversation);
      return shaped
        ? reply.send(shaped)
        : fail(reply, invalid(`The shape is one of ${Object.keys(shapes).join(', ')}.`));
    }
  );

  app.post<{ Body: StartRequest | undefined }>('/interactions', ({ body }, reply) =>
    body ? answer(reply, center.start(body), 201) : fail(reply, noBody)
  );
  app.post<{ Params: { name: string }; Body: PlayRequest | undefined }>(
    '/scenarios/:name',
    ({ params, body }, reply) => answer(reply, center.play(params.name, body ?? {}), 201)
  );
  app.get('/scenarios', () => center.overview().scenarios);
  app.get('/types', () => center.overview().types);
  app.post<OfConversation & { Body: SuperviseRequest | undefined }>(
    '/conversations/:id/supervise',
    ({ params, body }, reply) =>
      body ? answer(reply, center.supervise(params.id, body)) : fail(reply, noBody)
  );
  app.post<OfConversation & { Body: AddRequest | undefined }>(
    '/conversations/:id/add',
    ({ params, body }, reply) => answer(reply, center.add(params.id, body ?? {}))
  );
  app.post<{ Body: CallRequest | undefined }>('/calls', (request, reply) =>
    answer(reply, center.placeCall(request.body ?? {}), 201)
  );
  app.post<{ Body: OutboundRequest }>('/calls/outbound', (request, reply) =>
    request.body?.phoneNumber
      ? answer(reply, center.dial(request.body), 201)
      : fail(reply, invalid('A phoneNumber is required.'))
  );
  app.post<{ Body: { agent: string; to: string } }>('/calls/internal', (request, reply) =>
    answer(reply, center.callUser(request.body ?? {}), 201)
  );

  app.post<OfConversation & { Body: CustomerRequest | undefined }>(
    '/conversations/:id/customer',
    ({ params, body }, reply) =>
      body ? answer(reply, center.customer(params.id, body)) : fail(reply, noBody)
  );
  app.post<OfConversation & { Body: AgentRequest | undefined }>(
    '/conversations/:id/agent',
    ({ params, body }, reply) =>
      body ? answer(reply, center.agent(params.id, body)) : fail(reply, noBody)
  );
  app.post<OfConversation & { Body: TransferRequest | undefined }>(
    '/conversations/:id/transfer',
    ({ params, body }, reply) => answer(reply, center.transfer(params.id, body ?? {}))
  );
  app.post<OfConversation & { Body: AttributesRequest | undefined }>(
    '/conversations/:id/attributes',
    ({ params, body }, reply) =>
      body?.attributes
        ? answer(reply, center.setAttributes(params.id, body))
        : fail(reply, invalid('An object of attributes is required.'))
  );

  app.patch<OfAgent & { Body: AgentPatch | undefined }>(
    '/agents/:agent',
    ({ params, body }, reply) => {
      const outcome = center.setAgent(params.agent, body ?? {});
      if (!outcome.ok) return fail(reply, errorOf(outcome.problem));
      const { userId } = outcome.value;
      return reply.send(center.overview().agents.find((agent) => agent.id === userId));
    }
  );
  app.post<OfAgent>('/agents/:agent/token', ({ params }, reply) =>
    answer(reply, center.issueToken(params.agent), 201)
  );

  type ForAgent = { Body: { agent?: string } | undefined };
  app.post<ForAgent>('/faults/expire-tokens', ({ body }) => ({
    tokens: center.expireTokens(body?.agent)
  }));
  app.post<ForAgent>('/faults/drop-sockets', ({ body }) => ({
    sockets: center.dropSockets(body?.agent)
  }));
  app.post<ForAgent>('/faults/close-sockets', ({ body }) => ({
    sockets: center.announceClose(body?.agent)
  }));
  app.post<{ Body: (RequestFault & { agent?: string }) | undefined }>(
    '/faults/requests',
    ({ body }, reply) => {
      if (!body?.status && !body?.drop && !body?.delayMs) {
        return fail(reply, invalid('A request fault needs a status, drop or delayMs.'));
      }
      if (body.status !== undefined && !(body.status >= 400 && body.status <= 599)) {
        return fail(reply, invalid('The status is between 400 and 599.'));
      }
      center.failRequests(body);
      return reply.code(201).send(center.faults());
    }
  );
  app.post<{ Body: (FrameFault & { agent?: string }) | undefined }>(
    '/faults/frames',
    ({ body }, reply) => {
      if (!body || !['duplicate', 'reorder', 'lose'].includes(body.kind)) {
        return fail(reply, invalid('The kind is one of duplicate, reorder, lose.'));
      }
      center.spoilFrames(body);
      return reply.code(201).send(center.faults());
    }
  );
  app.get('/faults', () => center.faults());
  app.delete('/faults', () => {
    center.clearFaults();
    return center.faults();
  });

  app.patch<{ Body: Partial<Settings> | undefined }>('/settings', ({ body }, reply) =>
    answer(reply, center.change(body ?? {}))
  );
  app.post('/reset', () => {
    center.reset();
    return center.overview();
  });
}

const noBody = invalid('A JSON body is required.');
