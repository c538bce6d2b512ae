import { jsonOf, textOf } from './json';
import type { Json } from './json';
import type { Said } from './line';

/** Whom the conversation knows. */
export interface Parties {
  /** Name of the customer or other party. */
  customer?: string;
  /** Genesys user id → name. */
  users: Readonly<Record<string, string>>;
}

/**
 * Who wrote a message of `Models.MessageData`. The role comes from its direction, which Genesys Cloud sets; the name is
 * what the writer calls themselves.
 */
export function senderOf(message: Json, parties: Parties): Pick<Said, 'role' | 'name'> {
  const normalized = jsonOf(message.normalizedMessage);
  const from = jsonOf(jsonOf(normalized.channel).from);
  const own = textOf([from.firstName, from.lastName].map((name) => textOf(name)).join(' '));
  const name = own || textOf(from.nickname);
  if (textOf(message.direction, normalized.direction).toLowerCase() !== 'outbound') {
    return { role: 'Customer', name: name || textOf(parties.customer, message.fromAddress) };
  }
  const author = jsonOf(message.createdBy);
  const user = textOf(author.name) || userName(author.id, parties);
  if (user) return { role: 'Agent', name: user };
  const isBot = textOf(normalized.originatingEntity).toLowerCase() === 'bot';
  return { role: isBot ? 'Bot' : 'Agent', name };
}

export function userName(id: unknown, { users }: Parties): string {
  return typeof id === 'string' && Object.hasOwn(users, id) ? textOf(users[id]) : '';
}
