import { bareWire } from './data/bareWire';
import { freeze } from './data/freeze';

type Listener = (message: unknown) => void;
interface Subscription {
  channel: object;
  listener: Listener;
}

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

const subscriptions = new Set<Subscription>();
const context = {};

export const MessageContext = bareWire(
  () => context,
  () => () => undefined
);

export function createMessageContext(): object {
  return {};
}

export function releaseMessageContext(): void {}

/** Delivered like the platform does: serialised, so that nobody shares objects, and to every subscriber. */
export function publish(_context: object, channel: object, message?: unknown): void {
  const copy = message === undefined ? message : freeze(JSON.parse(JSON.stringify(message)));
  for (const subscription of [...subscriptions])
    if (subscription.channel === channel) subscription.listener(copy);
}

export function subscribe(_context: object, channel: object, listener: Listener): object {
  const subscription = { channel, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: object): void {
  subscriptions.delete(subscription as Subscription);
}
