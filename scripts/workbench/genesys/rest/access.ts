import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Conversation } from '../conversation';
import { errors, fail, missingPermission, tooManyRequests } from '../errors';
import { userById } from '../roster';
import type { User } from '../roster';
import type { World } from '../world';

/** Whose request it is. */
export interface Caller {
  user: User;
  clientId: string;
  token: string;
}

const callers = new WeakMap<FastifyRequest, Caller>();

/** The caller of a request that came through `authenticate`. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error('This route is served without authentication');
  return caller;
}

export const userIdOf = (request: FastifyRequest): string | undefined =>
  callers.get(request)?.user.id;

/** Bearer token, then the rate limit; answers itself when either refuses. */
export function authenticate(world: World, request: FastifyRequest, reply: FastifyReply) {
  const value = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!value) return fail(reply, errors.noToken);
  const token = world.tokens.check(value);
  const user = userById(token?.userId);
  if (!token || !user) return fail(reply, errors.badToken);
  callers.set(request, { user, clientId: token.clientId, token: value });

  const allowance = world.limits.use(`${user.id} ${token.clientId}`);
  reply.headers({
    'inin-ratelimit-allowed': allowance.allowed,
    'inin-ratelimit-count': allowance.used,
    'inin-ratelimit-reset': allowance.resetSeconds
  });
  return allowance.exceeded ? fail(reply, tooManyRequests(allowance.resetSeconds)) : undefined;
}

export const may = (world: World, userId: string, permission: string): boolean =>
  world.permissions.get(userId)?.has(permission) ?? false;

/** A route's pre-handler: refuses callers without the permission, by its name. */
export const needs =
  (world: World, permission: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    if (may(world, callerOf(request).user.id, permission)) return undefined;
    return fail(reply, missingPermission(permission));
  };

/** Own conversations, and everybody's for the administrator. */
export const sees = (user: User, conversation: Conversation): boolean =>
  user.admin || conversation.participants.some((each) => each.userId === user.id);
