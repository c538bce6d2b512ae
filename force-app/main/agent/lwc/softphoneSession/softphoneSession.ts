export { createSession } from './session';
export type { SessionOptions, SoftphoneSession } from './session';
