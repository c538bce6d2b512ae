import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import { communicationIn } from '../conversation';
import type { Conversation, Media } from '../conversation';
import { errorOf, errors, fail, invalid } from '../errors';
import type { Place } from '../floor';
import { wrongState } from '../problem';
import type { Outcome } from '../problem';
import { permissions, queueById } from '../roster';
import { fullShape } from '../shapes/fullShape';
import { speakersOf } from '../shapes/speakers';
import { iso } from '../shapes/time';
import type { World } from '../world';
import { callerOf, needs } from './access';
import { callbackRoutes } from './callbackRoutes';
import { codeShape } from './entityShapes';
import { answerWith, guardsOf } from './guards';
import type { InConversation, OfCommunication, OfParticipant } from './guards';
import { pageOf } from './paging';
import { supervisionRoutes } from './supervisionRoutes';
import { textRoutes } from './textRoutes';
import { startCall, isText } from './startCall';
import { transferRoutes } from './transferRoutes';
import { restFamilies } from '../shapes/families';

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
