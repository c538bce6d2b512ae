import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import { errorOf, errors, fail, invalid } from '../errors';
import type { Place } from '../floor';
import type { Outcome } from '../problem';
import { findQueue, findUser, userById } from '../roster';
import type { SpeakTo } from '../transfers';
import type { World } from '../world';
import { answerWith, type OfParticipant } from './guards';
import { restFamilies } from '../shapes/families';

export function transferRoutes(
  app: FastifyInstance,
  { conversations }: World,
  placeIn: (request: FastifyRequest<{ Params: OfParticipant }>) => Place | undefined,
  isMine: (request: FastifyRequest, place: Place) => boolean
): void {
  const noTarget = (what: string, value: unknown) =>
    invalid(`The ${what} [${String(value)}] was not found.`);

  /** A route on one's own participant. */
  function own<Body>(
    path: string,
    act: (place: Place, body: Partial<Body>, reply: FastifyReply) => FastifyReply | object,
    method: 'POST' | 'PATCH' | 'DELETE' = 'POST'
  ): void {
    app.route<{ Params: OfParticipant; Body: Partial<Body> | undefined }>({
      method,
      url: path,
      handler(request, reply) {
        const place = placeIn(request);
        if (!place) return fail(reply, errors.notFound);
        if (!isMine(request, place)) return fail(reply, errors.notAuthorized);
        return act(place, request.body ?? {}, reply);
      }
    });
  }

  const toUser = (place: Place, words: string | undefined, reply: FastifyReply) => {
    const user = findUser(words);
    if (!user) return fail(reply, noTarget('user', words));
    return answerWith(reply, conversations.transferToUser(place, user), 202);
  };
  const toQueue = (place: Place, words: string | undefined, reply: FastifyReply) => {
    const queue = findQueue(words);
    if (!queue) return fail(reply, noTarget('queue', words));
    return answerWith(reply, conversations.transferToQueue(place, queue), 202);
  };
  const toNumber = (place: Place, address: string | undefined, reply: FastifyReply) =>
    address
      ? answerWith(reply, conversations.transferToNumber(place, address), 202)
      : fail(reply, invalid('An address is required.'));

  const participant = '/conversations/:c/participants/:p';
  own<Models.TransferToAgentRequest>(`${participant}/replace/agent`, (place, body, reply) =>
    toUser(place, body.userId ?? body.userName, reply)
  );
  own<Models.TransferToQueueRequest>(`${participant}/replace/queue`, (place, body, reply) =>
    toQueue(place, body.queueId ?? body.queueName, reply)
  );
  own<Models.TransferToExternalRequest>(`${participant}/replace/external`, (place, body, reply) =>
    toNumber(place, body.address, reply)
  );
  own<Models.TransferToExternalContactRequest>(
    `${participant}/replace/contact/external`,
    (_place, body, reply) => fail(reply, noTarget('external contact', body.contactId))
  );
  const bases = restFamilies.map(({ name }) => `/conversations/${name}/:c/participants/:p`);
  for (const base of [participant, ...bases]) {
    own<Models.TransferRequest>(`${base}/replace`, (place, body, reply) => {
      if (body.queueId) return toQueue(place, body.queueId, reply);
      if (body.userId ?? body.userName) return toUser(place, body.userId ?? body.userName, reply);
      return toNumber(place, body.address, reply);
    });
  }

  const consult = '/conversations/calls/:c/participants/:p/consult';
  const destination = (reply: FastifyReply, outcome: Outcome<Place>) =>
    outcome.ok
      ? reply.code(202).send({ destinationParticipantId: outcome.value.participant.id })
      : fail(reply, errorOf(outcome.problem));
  own<Models.ConsultTransferToAgent>(`${consult}/agent`, (place, body, reply) => {
    const user = userById(body.userId);
    if (!user) return fail(reply, noTarget('user', body.userId));
    return destination(reply, conversations.consult(place, user, speakTo(body.speakTo)));
  });
  own<Models.ConsultTransferToQueue>(`${consult}/queue`, (place, body, reply) => {
    const words = body.queueId ?? body.queueName;
    const queue = findQueue(words);
    if (!queue) return fail(reply, noTarget('queue', words));
    return destination(reply, conversations.consultQueue(place, queue, speakTo(body.speakTo)));
  });
  own<Models.ConsultTransfer>(consult, (place, body, reply) => {
    const user = userById(body.destination?.userId);
    if (!user) return fail(reply, noTarget('user', body.destination?.userId));
    return destination(reply, conversations.consult(place, user, speakTo(body.speakTo)));
  });
  own<Models.ConsultTransferUpdate>(
    consult,
    (place, body, reply) =>
      destination(reply, conversations.steerConsult(place, speakTo(body.speakTo))),
    'PATCH'
  );
  own<object>(
    consult,
    (place, _body, reply) => answerWith(reply, conversations.cancelConsult(place), 200),
    'DELETE'
  );
}

const speakTo = (words: string | undefined): SpeakTo =>
  words === 'BOTH' || words === 'OBJECT' ? words : 'DESTINATION';
