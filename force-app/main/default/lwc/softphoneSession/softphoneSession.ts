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
