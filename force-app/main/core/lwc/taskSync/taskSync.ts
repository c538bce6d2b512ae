export { failureTable } from './failureTable';
export type { FailureRow, Reaction, RequestType } from './failureTable';
export type { FieldValue, Fields } from './fields';
export type {
  Failed,
  FailureType,
  FieldFailure,
  FindResult,
  ReadResult,
  RecordResult,
  SaveFailure,
  TaskGateway,
  WriteResult
} from './gateway';
export { isLegKey } from './checkedJson';
export type { OnDropped } from './checkedJson';
export type { Choices, Journal, JournalEntry } from './journal';
export { journalStore, sweepJournals } from './journalStore';
export { createTaskSync } from './runner';
export { shareAmongTabs } from './share';
export type { Share, ShareOptions } from './share';
export { fromShared } from './followerStatus';
export type { SharedStatus } from './followerStatus';
export type { LegStatus, MergedIssue, Phase, RefusedIssue, SyncIssue } from './status';
export type { DraftFacts, StorageState, TaskSync, TaskSyncOptions } from './sync';
export { electWriter } from './writer';
export type { WriterOptions } from './writer';
