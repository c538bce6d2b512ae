import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import { isLive, mediaOf } from '../conversation';
import type { Conversation, Media, Text } from '../conversation';
import { errorOf, errors, fail, invalid } from '../errors';
import { permissions, queueById } from '../roster';
import { emailRestShape } from '../shapes/emailShape';
import { emailMessageShape, emailPreviewShape, messageShape } from '../shapes/textShapes';
import { startInteraction } from '../starts';
import type { World } from '../world';
import { callerOf, needs } from './access';
import { guardsOf } from './guards';
import type { InConversation } from './guards';
import { pageOf } from './paging';
import type { PageQuery } from './paging';

interface OfText extends InConversation {
  t: string;
}

/** Most ids that one bulk request may name. */
const BULK = 100;
/** Channels on which the organization may write first. */
const OUTBOUND = ['sms', 'whatsapp', 'open'] as const;

/** What was written in messages and emails, and writing more. Chats have no REST. */
export function textRoutes(app: FastifyInstance, world: World): void {
  const { conversations, settings } = world;
  const { seen } = guardsOf(world);
  const readMessages = { preHandler: needs(world, permissions.messageText) };
  const readEmails = { preHandler: needs(world, permissions.emailText) };

  const seenIn = (request: FastifyRequest, id: string, media: Media): Conversation | undefined => {
    const conversation = seen(request, id);
    return conversation && mediaOf(conversation) === media ? conversation : undefined;
  };
  const shaped = (conversation: Conversation, text: Text) =>
    messageShape(conversation, text, settings.sendTextBody);

  app.post<{ Params: InConversation; Body: unknown }>(
    '/conversations/messages/:c/messages/bulk',
    readMessages,
    (request, reply) => {
      const conversation = seenIn(request, request.params.c, 'message');
      if (!conversation) return fail(reply, errors.notFound);
      const ids = request.body;
      if (!Array.isArray(ids) || ids.length === 0 || ids.length > BULK) {
        return fail(reply, invalid(`The body must be a list of 1 to ${BULK} message ids.`));
      }
      // Ids that are not known are left out without a word.
      const wanted = conversation.texts.filter((each) => ids.includes(each.id));
      return { entities: wanted.map((each) => shaped(conversation, each)) };
    }
  );

  app.get<{ Params: OfText }>(
    '/conversations/messages/:c/messages/:t',
    readMessages,
    (request, reply) => {
      const conversation = seenIn(request, request.params.c, 'message');
      const text = conversation?.texts.find((each) => each.id === request.params.t);
      return conversation && text ? shaped(conversation, text) : fail(reply, errors.notFound);
    }
  );

  app.post<{
    Params: InConversation & { m: string };
    Body: Partial<Models.AdditionalMessage> | undefined;
  }>('/conversations/messages/:c/communications/:m/messages', (request, reply) => {
    const conversation = seenIn(request, request.params.c, 'message');
    const participant = conversation?.participants.find(
      (each) =>
        each.userId === callerOf(request).user.id &&
        each.communications.some(({ id }) => id === request.params.m)
    );
    if (!conversation || !participant) return fail(reply, errors.notFound);
    const place = { conversation, participant };
    const outcome = conversations.write(place, { body: request.body?.textBody ?? '' });
    if (!outcome.ok) return fail(reply, errorOf(outcome.problem));
    return reply.code(201).send(shaped(conversation, outcome.value));
  });

  app.post<{ Body: Partial<Models.CreateOutboundMessagingConversationRequest> | undefined }>(
    '/conversations/messages',
    (request, reply) => {
      const { queueId, toAddress, toAddressMessengerType } = request.body ?? {};
      const queue = queueById(queueId);
      const type = OUTBOUND.find((each) => each === toAddressMessengerType);
      if (!queue || !toAddress || !type) {
        const types = OUTBOUND.join(', ');
        return fail(reply, invalid(`A queueId, a toAddress and a type of ${types} are required.`));
      }
      const started = startInteraction(world, {
        type,
        direction: 'outbound',
        agent: callerOf(request).user.key,
        queue: queue.id,
        address: toAddress,
        text: ''
      });
      if (!started.ok) return fail(reply, errorOf(started.problem));
      const { id } = started.value;
      return reply.code(202).send({ id, selfUri: `/api/v2/conversations/messages/${id}` });
    }
  );

  app.get<{ Params: InConversation; Querystring: PageQuery }>(
    '/conversations/emails/:c/messages',
    readEmails,
    (request, reply) => {
      const conversation = seenIn(request, request.params.c, 'email');
      if (!conversation) return fail(reply, errors.notFound);
      const previews = conversation.texts.map((each) => emailPreviewShape(conversation, each));
      return pageOf(previews, request.query);
    }
  );

  app.get<{ Params: OfText }>(
    '/conversations/emails/:c/messages/:t',
    readEmails,
    (request, reply) => {
      const conversation = seenIn(request, request.params.c, 'email');
      const text = conversation?.texts.find((each) => each.id === request.params.t);
      if (!conversation || !text) return fail(reply, errors.notFound);
      return emailMessageShape(conversation, text);
    }
  );

  app.post<{ Params: InConversation; Body: Partial<Models.EmailMessageReply> | undefined }>(
    '/conversations/emails/:c/messages',
    (request, reply) => {
      const conversation = seenIn(request, request.params.c, 'email');
      const participant = conversation?.participants.findLast(
        (each) => each.userId === callerOf(request).user.id && isLive(each)
      );
      if (!conversation || !participant) return fail(reply, errors.notFound);
      const { textBody = '', subject } = request.body ?? {};
      const outcome = conversations.write(
        { conversation, participant },
        { body: textBody, ...(subject !== undefined && { subject }) }
      );
      if (!outcome.ok) return fail(reply, errorOf(outcome.problem));
      return reply.code(201).send(emailMessageShape(conversation, outcome.value));
    }
  );

  app.post<{ Body: Partial<Models.CreateEmailRequest> | undefined }>(
    '/conversations/emails',
    (request, reply) => {
      const { toAddress, toName, subject, queueId, attributes, textBody } = request.body ?? {};
      const queue = queueById(queueId);
      if (!toAddress || (queueId !== undefined && !queue)) {
        return fail(reply, invalid('A toAddress, and a known queueId if any, are required.'));
      }
      const started = startInteraction(world, {
        type: 'email',
        direction: 'outbound',
        agent: callerOf(request).user.key,
        queue: queue?.id ?? null,
        address: toAddress,
        text: textBody ?? '',
        ...(toName && { name: toName }),
        ...(subject !== undefined && { subject }),
        ...(attributes && { attributes })
      });
      return started.ok
        ? reply.code(202).send(emailRestShape(started.value))
        : fail(reply, errorOf(started.problem));
    }
  );
}
