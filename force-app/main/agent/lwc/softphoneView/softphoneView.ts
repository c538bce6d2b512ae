// What is shown, as values: types of the view, what a row says, and which row stands where.
export { isInHand, isWrapUpDue, stageOf } from 'c/interaction';
export type { Stage } from 'c/interaction';
export { recordIn } from './recordIn';
export { addressOf, iconOf, partyOf } from './party';
export { formatPhone } from './phone';
export { markOf } from './mark';
export type { Mark } from './mark';
export { timesOf } from './times';
export type { LookupOption, LookupSlot, LookupState } from './lookup';
export type { PanelTab } from './panelTab';
export type { Intent, IntentOf, Run } from './intent';
export { FIRST_MEMORY, openKey, remember } from './panelMemory';
export type { FocusTarget, PanelEvent, PanelMemory, PanelPage, TabId } from './panelMemory';
export { isDoneWith, selectRow, sortRows } from './selection';
export type { Rows } from './selection';
export type {
  ActionProblem,
  BusyAction,
  InteractionRow,
  PanelFacts,
  Presence,
  PresenceOption,
  Identity,
  SessionProblem,
  SoftphonePhase,
  SoftphoneView,
  TransferTargets
} from './view';
