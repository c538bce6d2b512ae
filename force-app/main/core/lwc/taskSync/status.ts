import type { Issue } from 'c/taskDraft';
import type { Fields } from './fields';
import type { SaveFailure } from './gateway';

export type Phase =
  /** Nothing to save yet. */
  | 'idle'
  | 'saving'
  /** The Task holds everything we may write. `issues` says what was left out. */
  | 'saved'
  /** Will go on by itself at `retryAt`. */
  | 'waiting'
  /**
   * Salesforce refused the Task as a whole, or a default field of it (`isRestSaved`): the agent or
   * an admin has to do something. Tried again at `retryAt` all the same.
   */
  | 'needs_you'
  /** The Task was deleted in Salesforce and stays deleted. */
  | 'gone';

/** A field that Salesforce refused and that was left out so that the rest could be saved. */
export interface RefusedIssue {
  type: 'refused';
  field: string;
  /** The attribute, `default` or `agent` that the value came from, when known. */
  attribute?: string;
  /** Salesforce's error code and words. */
  code: string;
  message: string;
  /** The id in this field names a record that can't be used: deleted, merged or out of reach. */
  recordId?: string;
  action: 'left_out';
}

/** A record that was merged into another one, which is set in its place. */
export interface MergedIssue {
  type: 'merged';
  field: string;
  attribute?: string;
  recordId: string;
  into: string;
  action: 'replaced';
}

export type SyncIssue = Issue | RefusedIssue | MergedIssue;

/** What the agent sees of one leg's Task. Immutable: a new object on each change. */
export interface LegStatus {
  /** conversationId:participantId */
  key: string;
  phase: Phase;
  /** ms epoch of the last write that succeeded. */
  savedAt?: number;
  /** How many fields of the Task hold a value of ours. */
  fieldCount: number;
  /** The values as saved; fields saved before a reload appear once their value is known again. */
  fields: Fields;
  /** field → attribute name, `default` or `agent`. */
  sources: Readonly<Record<string, string>>;
  taskId?: string;
  issues: SyncIssue[];
  /** Why it waits or needs somebody; absent when all is well. */
  failure?: SaveFailure;
  /** Everything else of the Task is saved; `failure` names what is not. */
  isRestSaved?: true;
  /** Name of the custom label that says so in words. */
  failureLabel?: string;
  /** ms epoch of the next attempt. */
  retryAt?: number;
  /** ms epoch until when late changes are still written; absent while the interaction is live. */
  watchUntil?: number;
}
