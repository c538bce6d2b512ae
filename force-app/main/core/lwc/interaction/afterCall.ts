import type { Leg } from './leg';
import { secondsBetween } from './time';

/** Seconds of wrap-up work; absent while it goes on. */
export function afterCallSeconds({ facts, communication }: Leg): number | undefined {
  const { acwStartedAt, acwEndedAt } = facts;
  const own = secondsBetween(acwStartedAt, acwEndedAt);
  if (own !== undefined) return own;
  const work = secondsBetween(communication?.acwStartedAt, communication?.acwEndedAt);
  if (work !== undefined) return work;
  const pending = acwStartedAt !== undefined && acwEndedAt === undefined;
  if (pending || communication?.acwPending) return undefined;
  const told = facts.wrapUpSeconds ?? communication?.wrapUpSeconds;
  return told === undefined ? undefined : Math.round(told);
}

/** Ids of wrap-up codes are UUIDs; what the platform sets itself (`ININ-WRAP-UP-TIMEOUT`) is readable as it is. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Id or platform word of the wrap-up code, and its name as far as it is known. */
export function wrapUpOf({ facts, communication, context }: Leg): { code?: string; name?: string } {
  const teller =
    facts.wrapUpCode !== undefined || facts.wrapUpName !== undefined ? facts : communication;
  const code = teller?.wrapUpCode;
  let name = teller?.wrapUpName;
  if (name === undefined && code !== undefined) {
    const looked: unknown =
      context.wrapUpNames && Object.hasOwn(context.wrapUpNames, code)
        ? context.wrapUpNames[code]
        : undefined;
    if (typeof looked === 'string' && looked !== '') name = looked;
    else if (!UUID.test(code)) name = code;
  }
  return { code, name };
}
