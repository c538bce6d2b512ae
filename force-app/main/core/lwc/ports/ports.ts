// What all bundles take of the browser, as parameters: the browser hands in its own, tests and the
// simulation hand in doubles. Everything here may be refused (private windows, Lightning Web Security).
export { backoff } from './backoff';
export type { BackoffPolicy } from './backoff';
export type { Locks } from './locks';
export type { Store, TextStorage } from './storage';
export type { TabChannel } from './tabChannel';
export type { Clock, Random, TimerId, Timers } from './time';
