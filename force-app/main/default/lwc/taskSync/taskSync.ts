export type { FieldValue, Fields } from './fields';
export type {
  FailureType,
  FieldFailure,
  FindResult,
  ReadResult,
  SaveFailure,
  TaskGateway,
  WriteResult
} from './gateway';
export type { Choices, Journal, JournalContent, JournalEntry } from './journal';
export type { LegStatus, Phase, RefusedIssue, SyncIssue } from './status';
export type { DraftFacts, StorageState, TaskSync, TaskSyncOptions, Timers } from './sync';
