import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import { communicationIn } from '../conversation';
import type { Conversation, Media } from '../conversation';
import { errorOf, errors, fail, invalid } from '../errors';
import type { Place } from '../floor';
import { wrongState } from '../problem';
import type { Outcome } from '../problem';
import { findQueue, findUser, permissions, queueById, userById } from '../roster';
import type { Queue, User } from '../roster';
import { families } from '../shapes/families';
import { fullShape } from '../shapes/fullShape';
import { speakersOf } from '../shapes/speakers';
import { iso } from '../shapes/time';
import type { SpeakTo } from '../transfers';
import type { World } from '../world';
import { callerOf, needs } from './access';
import { callbackRoutes } from './callbackRoutes';
import { codeShape } from './entityShapes';
import { answerWith, guardsOf } from './guards';
import type { InConversation, OfCommunication, OfParticipant } from './guards';
import { pageOf } from './paging';
import { supervisionRoutes } from './supervisionRoutes';
import { textRoutes } from './textRoutes';

type Text = Record<string, string>;

const restFamilies = families.filter((each) => each.rest !== undefined);

/** To put an email or message aside, and to take it up again. */
const PARKING_STATES = ['parked', 'connected'];

export function conversationRoutes(app: FastifyInstance, world: World): void {
  const { conversations } = world;
  const { seen, placeIn, isMine, ownLive } = guardsOf(world);

  app.get('/conversations', (request) => pageOf(ownLive(request).map(fullShape), {}, 500));

  for (const { media, name, rest } of restFamilies) {
    const speaks = (conversation: Conversation) => speakersOf(conversation, media).length > 0;

    app.get(`/conversations/${name}`, (request) =>
      pageOf(
        ownLive(request)
          .filter(speaks)
          .map((each) => rest?.(each)),
        {},
        500
      )
    );

    app.get<{ Params: InConversation }>(`/conversations/${name}/:c`, (request, reply) => {
      const conversation = seen(request, request.params.c);
      return conversation && speaks(conversation)
        ? rest?.(conversation)
        : fail(reply, errors.notFound);
    });

    app.patch<{ Params: InConversation; Body: Models.Conversation | undefined }>(
      `/conversations/${name}/:c`,
      (request, reply) => {
        const conversation = seen(request, request.params.c);
        if (!conversation || !speaks(conversation)) return fail(reply, errors.notFound);
        const { state, recordingState } = request.body ?? {};
        if (state === 'disconnected') {
          const outcome = conversations.disconnectAll(conversation);
          if (!outcome.ok) return fail(reply, errorOf(outcome.problem));
        } else if (recordingState && media === 'call') {
          conversations.record(conversation, recordingState.toLowerCase() === 'active');
        } else {
          return fail(reply, invalid('Nothing in this request can be changed.'));
        }
        return rest?.(conversation);
      }
    );
  }

  app.get<{ Params: InConversation }>(
    '/conversations/:c',
    { preHandler: needs(world, permissions.conversation) },
    (request, reply) => {
      const conversation = seen(request, request.params.c);
      return conversation ? fullShape(conversation) : fail(reply, errors.notFound);
    }
  );

  app.post<{ Body: Models.CreateCallRequest | undefined }>(
    '/conversations/calls',
    (request, reply) => {
      const body = request.body ?? {};
      const { user } = callerOf(request);
      const outcome = startCall(world, user, body);
      if (!outcome.ok) return fail(reply, errorOf(outcome.problem));
      const { id } = outcome.value;
      return reply.code(202).send({ id, selfUri: `/api/v2/conversations/calls/${id}` });
    }
  );

  app.post<{ Params: InConversation }>('/conversations/:c/disconnect', (request, reply) => {
    const conversation = seen(request, request.params.c);
    if (!conversation) return fail(reply, errors.notFound);
    return answerWith(reply, conversations.disconnectAll(conversation), 200);
  });

  function steer(
    request: FastifyRequest<{
      Params: OfParticipant;
      Body: Models.MediaParticipantRequest | undefined;
    }>,
    reply: FastifyReply,
    media?: Media
  ) {
    const place = placeIn(request);
    if (!place) return fail(reply, errors.notFound);
    const body = request.body ?? {};
    const wrong = wrongField(body);
    if (wrong) return fail(reply, invalid(wrong));
    // Anyone in the call may put anyone else out of it; the rest is one's own.
    const onlyDisconnect = body.state === 'disconnected';
    if (!onlyDisconnect && !isMine(request, place)) return fail(reply, errors.notAuthorized);
    const steps: Array<() => Outcome<unknown>> = [];
    const { held, muted, wrapup, state } = body;
    if (state === 'connected') steps.push(() => conversations.answer(place));
    if (held !== undefined) steps.push(() => conversations.hold(place, held, media));
    if (muted !== undefined) steps.push(() => conversations.mute(place, muted));
    if (body.recording !== undefined) {
      steps.push(() => conversations.record(place.conversation, body.recording === true));
    }
    if (wrapup) steps.push(() => conversations.setWrapUp(place, choiceOf(wrapup)));
    if (body.wrapupSkipped) steps.push(() => conversations.skipWrapUp(place));
    if (state === 'disconnected') steps.push(() => conversations.hangUp(place, media));
    for (const step of steps) {
      const outcome = step();
      if (!outcome.ok) return fail(reply, errorOf(outcome.problem));
    }
    return reply.code(200).send();
  }

  for (const { media, name } of [{ media: undefined, name: '' }, ...restFamilies]) {
    const participant = `/conversations${name && `/${name}`}/:c/participants/:p`;
    const fits = ({ participant: { communications } }: Place) =>
      media === undefined || communications.some((each) => each.media === media);

    app.patch<{ Params: OfParticipant; Body: Models.MediaParticipantRequest | undefined }>(
      participant,
      (request, reply) => {
        const place = placeIn(request);
        return place && !fits(place) ? fail(reply, errors.notFound) : steer(request, reply, media);
      }
    );

    app.patch<{ Params: OfParticipant; Body: Models.ParticipantAttributes | undefined }>(
      `${participant}/attributes`,
      (request, reply) => {
        const place = placeIn(request);
        if (!place) return fail(reply, errors.notFound);
        const attributes = request.body?.attributes;
        if (!isText(attributes)) {
          return fail(reply, invalid('The attributes must be an object of strings.'));
        }
        return answerWith(reply, conversations.setAttributes(place, attributes), 200);
      }
    );

    app.get<{ Params: OfParticipant }>(`${participant}/wrapupcodes`, (request, reply) => {
      const place = placeIn(request);
      if (!place) return fail(reply, errors.notFound);
      return (queueById(place.participant.queueId)?.codes ?? []).map(codeShape);
    });

    app.get<{ Params: OfParticipant }>(`${participant}/wrapup`, (request, reply) => {
      const wrapUp = placeIn(request)?.participant.wrapUp;
      if (!wrapUp) return fail(reply, errors.notFound);
      const { name: _name, endTime, ...rest } = wrapUp;
      return { ...rest, endTime: iso(endTime) } satisfies Models.AssignedWrapupCode;
    });
  }

  for (const { media, name } of restFamilies) {
    const communication = `/conversations/${name}/:c/participants/:p/communications/:m`;
    const has = (place: Place, id: string) =>
      place.participant.communications.some((each) => each.id === id && each.media === media);

    app.patch<{ Params: OfCommunication; Body: Models.MediaParticipantRequest | undefined }>(
      communication,
      (request, reply) => {
        const place = placeIn(request);
        if (place && !has(place, request.params.m)) return fail(reply, errors.notFound);
        return steer(request, reply, media);
      }
    );

    if (media === 'email' || media === 'message') {
      app.patch<{ Params: OfParticipant; Body: Partial<Models.ParkingStateRequest> | undefined }>(
        `/conversations/${name}/:c/participants/:p/parkingstate`,
        (request, reply) => {
          const place = placeIn(request);
          if (!place) return fail(reply, errors.notFound);
          if (!isMine(request, place)) return fail(reply, errors.notAuthorized);
          const { state = '' } = request.body ?? {};
          if (!PARKING_STATES.includes(state))
            return fail(reply, invalid(`State [${state}] is not valid.`));
          return answerWith(reply, conversations.park(place, state === 'parked', media), 200);
        }
      );
    }

    app.get<{ Params: OfCommunication }>(`${communication}/wrapup`, (request, reply) => {
      const place = placeIn(request);
      const wrapUp = place && has(place, request.params.m) && place.participant.wrapUp;
      if (!wrapUp) return fail(reply, errors.notFound);
      const { name: _name, endTime, ...rest } = wrapUp;
      return { ...rest, endTime: iso(endTime) } satisfies Models.AssignedWrapupCode;
    });

    app.route<{ Params: OfCommunication; Body: Models.WrapupInput | undefined }>({
      method: ['POST', 'PUT'],
      url: `${communication}/wrapup`,
      handler(request, reply) {
        const place = placeIn(request);
        if (!place || !has(place, request.params.m)) return fail(reply, errors.notFound);
        if (!isMine(request, place)) return fail(reply, errors.notAuthorized);
        return answerWith(reply, conversations.setWrapUp(place, choiceOf(request.body ?? {})), 204);
      }
    });
  }

  app.post<{ Params: OfParticipant; Body: Models.Digits | undefined }>(
    '/conversations/:c/participants/:p/digits',
    (request, reply) => {
      const place = placeIn(request);
      if (!place) return fail(reply, errors.notFound);
      const digits = request.body?.digits ?? '';
      if (!/^[0-9A-Da-d*#]+$/.test(digits)) {
        return fail(reply, invalid(`Digits [${digits}] are not valid.`));
      }
      if (communicationIn(place.participant, 'call')?.state !== 'connected') {
        return answerWith(reply, wrongState(place.participant, 'connected in a call'), 202);
      }
      place.participant.digits = (place.participant.digits ?? '') + digits;
      return reply.code(202).send();
    }
  );

  transferRoutes(app, world, placeIn, isMine);
  callbackRoutes(app, world);
  textRoutes(app, world);
  supervisionRoutes(app, world);
}

function transferRoutes(
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

function startCall(
  { conversations }: World,
  user: User,
  body: Models.CreateCallRequest
): Outcome<Conversation> {
  const wrong = (field: string, value: unknown, expected: string): Outcome<Conversation> => ({
    ok: false,
    problem: { type: 'invalid', field, value: String(value), expected }
  });
  if (body.callUserId) {
    const target = userById(body.callUserId);
    return target
      ? conversations.callUser(user, target)
      : wrong('callUserId', body.callUserId, 'a user');
  }
  let queue: Queue | undefined;
  if (body.callFromQueueId) {
    queue = queueById(body.callFromQueueId);
    if (!queue) return wrong('callFromQueueId', body.callFromQueueId, 'a queue');
  }
  const phoneNumber = body.phoneNumber?.trim() ?? '';
  const isSip = /^sips?:/i.test(phoneNumber);
  const number = phoneNumber.replace(/^tel:/i, '');
  if (!isSip && !/^\+?[\d\s().*#-]*\d[\d\s().*#-]*$/.test(number)) {
    return wrong('phoneNumber', phoneNumber, 'a phone number or a SIP address');
  }
  return conversations.dial(user, {
    phoneNumber: isSip ? phoneNumber : number.replaceAll(/[^\d+*#]/g, ''),
    attributes: isText(body.attributes) ? body.attributes : {},
    ...(queue && { queue }),
    ...(body.uuiData && { uuiData: body.uuiData })
  });
}

const choiceOf = (input: Models.WrapupInput) => ({
  code: input.code ?? input.name ?? '',
  ...(input.notes !== undefined && { notes: input.notes }),
  ...(input.tags && { tags: input.tags }),
  ...(input.durationSeconds !== undefined && { durationSeconds: input.durationSeconds })
});

function wrongField(body: Models.MediaParticipantRequest): string | undefined {
  const { state } = body;
  if (state !== undefined && state !== 'connected' && state !== 'disconnected') {
    return `Value [${state}] is not valid for field type [state]. Allowable values are: connected, disconnected`;
  }
  for (const field of ['held', 'muted', 'recording', 'wrapupSkipped'] as const) {
    if (body[field] !== undefined && typeof body[field] !== 'boolean') {
      return `Value [${String(body[field])}] is not valid for field type [boolean].`;
    }
  }
  return undefined;
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => typeof each === 'string');
