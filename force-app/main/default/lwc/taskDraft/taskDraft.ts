export { draftTask } from './draft';
export type { DraftChoices, DraftInput, DraftSettings, FieldValue, TaskDraft } from './draft';
export type { Issue, IssueType } from './issue';
export type { Mapping } from './mapping';
export { taskShape } from './taskShape';
export type { TaskField, TaskShape } from './taskShape';
