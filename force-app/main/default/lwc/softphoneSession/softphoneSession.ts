export { createSession } from './session';
export type { SessionOptions, SoftphoneSession, Writing } from './session';
export type {
  BusyAction,
  InteractionRow,
  Presence,
  PresenceOption,
  SessionProblem,
  SoftphonePhase,
  SoftphoneView,
  TransferTargets
} from './view';
