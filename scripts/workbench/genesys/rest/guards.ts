import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Conversation } from '../conversation';
import { isLive, isWrappingUp } from '../conversation';
import { errorOf, fail } from '../errors';
import type { Place } from '../floor';
import type { Outcome } from '../problem';
import type { World } from '../world';
import { callerOf, sees } from './access';

export interface InConversation {
  c: string;
}
export interface OfParticipant extends InConversation {
  p: string;
}
export interface OfCommunication extends OfParticipant {
  m: string;
}

/** What the routes below `/conversations` ask of a request before they do anything. */
export interface Guards {
  /** The conversation of a route, when its caller may see it. */
  seen(request: FastifyRequest, id: string): Conversation | undefined;
  placeIn(request: FastifyRequest<{ Params: OfParticipant }>): Place | undefined;
  /** Own participants, and everybody's for the administrator. */
  isMine(request: FastifyRequest, place: Place): boolean;
  /** Live conversations of the caller, those still to be wrapped up included. */
  ownLive(request: FastifyRequest): Conversation[];
}

export function guardsOf({ conversations }: World): Guards {
  const seen = (request: FastifyRequest, id: string) => {
    const conversation = conversations.get(id);
    return conversation && sees(callerOf(request).user, conversation) ? conversation : undefined;
  };
  return {
    seen,
    placeIn(request) {
      const { c, p } = request.params;
      const found = seen(request, c) && conversations.find(c, p);
      return found?.ok ? found.value : undefined;
    },
    isMine: (request, { participant }) =>
      participant.userId === callerOf(request).user.id || callerOf(request).user.admin,
    ownLive: (request) =>
      conversations
        .all()
        .filter((conversation) =>
          conversation.participants.some(
            (each) =>
              each.userId === callerOf(request).user.id && (isLive(each) || isWrappingUp(each))
          )
        )
  };
}

/** Success without a body, or the problem. */
export const answerWith = (reply: FastifyReply, outcome: Outcome<unknown>, status: number) =>
  outcome.ok ? reply.code(status).send() : fail(reply, errorOf(outcome.problem));
