import type { Address, Conversation, MediaFacts, MessageType } from './conversation';
import { publish } from './floor';
import type { Floor } from './floor';
import { join } from './legs';
import { open } from './openings';
import type { Queue, User } from './roster';
import { keep } from './texts';
import type { Writing } from './texts';

/** An email or a message that an agent begins. */
export interface Composition {
  type: 'email' | MessageType;
  subject?: string;
  name?: string;
  customer: Address;
  own: Address;
  /** On behalf of this queue. */
  queue?: Queue;
  attributes: Record<string, string>;
  /** Absent: the agent has opened it, and writes later. */
  text?: Writing;
}

export function compose(floor: Floor, user: User, composition: Composition): Conversation {
  const { type, queue, customer, own } = composition;
  const at = floor.clock.now();
  const conversation = open(floor, type, at);
  const facts: MediaFacts =
    type === 'email'
      ? { media: 'email', subject: composition.subject ?? '' }
      : { media: 'message', type };
  const both = {
    facts,
    state: 'connected',
    direction: 'outbound',
    at,
    ani: '',
    dnis: '',
    segment: 'interact',
    ...(queue && { queue })
  } as const;
  const agent = join(floor, conversation, {
    ...both,
    purpose: queue ? 'agent' : 'user',
    user,
    address: '',
    self: own,
    other: customer
  });
  const name = composition.name ?? customer.name;
  join(floor, conversation, {
    ...both,
    purpose: queue ? 'customer' : 'external',
    ...(name && { name }),
    address: customer.normalized,
    self: customer,
    other: own,
    attributes: composition.attributes
  });
  if (composition.text) keep(floor, conversation, agent, composition.text, at);
  publish(floor, conversation);
  return conversation;
}
