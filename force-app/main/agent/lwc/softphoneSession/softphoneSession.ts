export { createSession } from './session';
export type { SessionOptions, SoftphoneSession } from './session';
export type {
  ActionProblem,
  BusyAction,
  InteractionRow,
  Presence,
  PresenceOption,
  SessionProblem,
  SoftphonePhase,
  SoftphoneView,
  TransferTargets
} from './view';
