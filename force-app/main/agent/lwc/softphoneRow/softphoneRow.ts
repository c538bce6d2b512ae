export { isWrapUpDue, stageOf } from './stage';
export type { Stage } from './stage';
export { addressOf, iconOf, partyOf } from './party';
export { formatPhone } from './phone';
export { markOf } from './mark';
export type { Mark } from './mark';
export { timesOf } from './times';
export type { LookupOption, LookupSlot, LookupState } from './lookup';
export type { PanelTab } from './panelTab';
