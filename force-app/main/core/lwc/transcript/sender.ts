import { jsonOf, textOf } from './json';
import type { Json } from './json';

/** Whom the conversation knows. */
export interface Parties {
  /** Name of the customer or other party. */
  customer?: string;
  /** Genesys user id → name. */
  users: Readonly<Record<string, string>>;
}

/** Who wrote a message of `Models.MessageData`. */
export function senderOf(message: Json, parties: Parties): string {
  const normalized = jsonOf(message.normalizedMessage);
  const from = jsonOf(jsonOf(normalized.channel).from);
  const own = textOf([from.firstName, from.lastName].map((name) => textOf(name)).join(' '));
  const name = own || textOf(from.nickname);
  if (textOf(message.direction, normalized.direction).toLowerCase() !== 'outbound') {
    return name || textOf(parties.customer, message.fromAddress) || 'Customer';
  }
  const author = jsonOf(message.createdBy);
  const user = textOf(author.name) || userName(author.id, parties);
  if (user) return user;
  if (textOf(normalized.originatingEntity).toLowerCase() === 'bot') return name || 'Bot';
  return name || 'Agent';
}

export function userName(id: unknown, { users }: Parties): string {
  return typeof id === 'string' && Object.hasOwn(users, id) ? textOf(users[id]) : '';
}
