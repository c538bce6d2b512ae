import type { Communication } from './conversation';
import { interruptedBy } from './leg';
import type { Leg } from './leg';
import { secondsBetween } from './time';

/** Seconds of wrap-up work; absent while it goes on. */
export function afterCallSeconds(leg: Leg): number | undefined {
  const { facts } = leg;
  const { acwStartedAt, acwEndedAt } = facts;
  const communication = tellerOf(leg, tellsOfWork);
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
export function wrapUpOf(leg: Leg): { code?: string; name?: string } {
  const { facts, context } = leg;
  const teller = tellsOfCode(facts) ? facts : tellerOf(leg, tellsOfCode);
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

/**
 * The communication that tells how the stay was wrapped up: the current one. Where that is a consult that went on longer
 * than the customer's call and tells nothing, the customer's call.
 */
export function tellerOf(
  { facts, communication }: Leg,
  tells: (communication: Communication) => boolean
): Communication {
  if (tells(communication)) return communication;
  return interruptedBy(facts, communication) ?? communication;
}

function tellsOfCode({
  wrapUpCode,
  wrapUpName
}: Pick<Communication, 'wrapUpCode' | 'wrapUpName'>): boolean {
  return wrapUpCode !== undefined || wrapUpName !== undefined;
}

export function tellsOfWork({ acwStartedAt, acwPending, wrapUpSeconds }: Communication): boolean {
  return acwStartedAt !== undefined || acwPending !== undefined || wrapUpSeconds !== undefined;
}
