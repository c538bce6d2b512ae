import type { FastifyInstance } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import { communicationIn, isLive } from '../conversation';
import type { Conversation, Participant } from '../conversation';
import { errorOf, errors, fail, invalid } from '../errors';
import { queueById, userById } from '../roster';
import { startInteraction } from '../starts';
import type { World } from '../world';
import { callerOf } from './access';
import { guardsOf } from './guards';
import type { InConversation } from './guards';

/** Callbacks that are asked for, and the calls they lead to; more parties in a call. */
export function callbackRoutes(app: FastifyInstance, world: World): void {
  const { conversations } = world;
  const { seen } = guardsOf(world);

  const ownStay = (conversation: Conversation, userId: string): Participant | undefined =>
    conversation.participants.findLast((each) => each.userId === userId && isLive(each));

  app.post<{ Body: Partial<Models.CreateCallbackCommand> | undefined }>(
    '/conversations/callbacks',
    (request, reply) => {
      const body = request.body ?? {};
      const [number] = body.callbackNumbers ?? [];
      if (!number) return fail(reply, invalid('At least one callback number is required.'));
      const queueId = body.queueId ?? body.routingData?.queueId;
      const queue = queueById(queueId);
      if (!queue) return fail(reply, invalid(`The queue [${String(queueId)}] was not found.`));
      const due = body.callbackScheduledTime;
      if (due !== undefined && Number.isNaN(Date.parse(due))) {
        return fail(reply, invalid(`The time [${due}] is not valid.`));
      }
      const agent = userById(body.routingData?.preferredAgentIds?.[0]);
      const started = startInteraction(world, {
        type: 'callback',
        address: number,
        queue: queue.id,
        queueSeconds: 0,
        ...(agent && { agent: agent.key }),
        ...(body.callbackUserName && { name: body.callbackUserName }),
        ...(body.data && { attributes: body.data }),
        ...(due && { scheduledTime: Date.parse(due) })
      });
      if (!started.ok) return fail(reply, errorOf(started.problem));
      const { id, participants } = started.value;
      return {
        conversation: { id, selfUri: `/api/v2/conversations/${id}` },
        callbackIdentifiers: participants.slice(0, 1).map((each) => ({
          type: 'ACD',
          id: each.communications[0].id
        }))
      } satisfies Models.CreateCallbackResponse;
    }
  );

  app.post<{ Params: InConversation; Body: Partial<Models.CallCommand> | undefined }>(
    '/conversations/calls/:c',
    (request, reply) => {
      const conversation = seen(request, request.params.c);
      const participant = conversation && ownStay(conversation, callerOf(request).user.id);
      if (!participant || !communicationIn(participant, 'callback')) {
        return fail(reply, errors.notFound);
      }
      const place = { conversation, participant };
      const outcome = conversations.callBack(place, request.body?.callNumber);
      if (!outcome.ok) return fail(reply, errorOf(outcome.problem));
      const { id } = conversation;
      return reply.code(202).send({ id, selfUri: `/api/v2/conversations/${id}` });
    }
  );

  /** A conference: further parties come in, nobody leaves. */
  app.post<{ Params: InConversation; Body: Partial<Models.Conversation> | undefined }>(
    '/conversations/calls/:c/participants',
    (request, reply) => {
      const conversation = seen(request, request.params.c);
      const participant = conversation && ownStay(conversation, callerOf(request).user.id);
      if (!participant) return fail(reply, errors.notFound);
      for (const { address, userId } of request.body?.participants ?? []) {
        const user = userById(userId);
        if (userId ? !user : !address) {
          return fail(reply, invalid('A participant needs an address or a known userId.'));
        }
        const place = { conversation, participant };
        const outcome = user
          ? conversations.addUser(place, user)
          : conversations.addNumber(place, address ?? '');
        if (!outcome.ok) return fail(reply, errorOf(outcome.problem));
      }
      const { id } = conversation;
      return reply.code(202).send({ id, selfUri: `/api/v2/conversations/${id}` });
    }
  );
}
