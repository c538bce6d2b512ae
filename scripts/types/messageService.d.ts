declare module 'lightning/messageService' {
  import type { WireAdapterConstructor } from 'lwc';

  /** Opaque: the default export of `@salesforce/messageChannel/<name>__c`. */
  export type MessageChannel = object;
  export type MessageContextValue = object;
  export type Subscription = object;

  /** Provisioned bare. */
  export const MessageContext: WireAdapterConstructor<Record<string, never>, MessageContextValue>;
  export const APPLICATION_SCOPE: unique symbol;
  export function createMessageContext(): MessageContextValue;
  export function releaseMessageContext(context: MessageContextValue): void;
  export function publish(
    context: MessageContextValue,
    channel: MessageChannel,
    message?: unknown,
    options?: object
  ): void;
  // The message is what some other component published: its receiver must narrow it.
  export function subscribe(
    context: MessageContextValue,
    channel: MessageChannel,
    listener: (message: unknown) => void,
    options?: { scope?: typeof APPLICATION_SCOPE }
  ): Subscription;
  export function unsubscribe(subscription: Subscription): void;
}
declare module '@salesforce/messageChannel/*' {
  const channel: object;
  export default channel;
}
