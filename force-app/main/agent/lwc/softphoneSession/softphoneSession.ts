export { createSession } from './session';
export type { SoftphoneSession } from './session';
export type { SessionOptions } from './sessionOptions';
