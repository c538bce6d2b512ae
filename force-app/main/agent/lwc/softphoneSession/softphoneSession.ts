export { missed } from './missed';
export { rereading } from './rereading';
export { createSession } from './session';
export type { SessionOptions, SoftphoneSession } from './session';
export { createWriting } from './writing';
export type { Writing, WritingOptions, WritingPorts } from './writing';
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
