import type { Fields } from './fields';

/** What can go wrong with a request to Salesforce, by what the writer has to do about it. */
export type FailureType =
  /** Refused as a whole; sending the same again cannot help (validation rule, no access). */
  | 'permanent'
  /** Some fields were refused; the rest can be saved without them. */
  | 'field'
  /** A unique value exists already; `recordId` names the record when Salesforce does. */
  | 'duplicate'
  /** Somebody changed the record since `ifUnmodifiedSince`. */
  | 'collision'
  /** A read found that the record does not exist any more. A write alone never proves it. */
  | 'gone'
  /**
   * A record that the write names can't be used: deleted, merged, or not open to this user. `fields`
   * when Salesforce says which; without them it may be the Task itself.
   */
  | 'reference'
  /** Too many requests; `retryAfterMs` when the server says. */
  | 'throttled'
  /** The Salesforce session has ended. */
  | 'signed_out'
  /** Certainly not carried out, worth trying again (offline before sending, row lock, 5xx). */
  | 'transient'
  /** Nobody knows whether it was carried out (timeout, connection lost after sending). */
  | 'unknown_outcome';

export interface FieldFailure {
  field: string;
  /** Salesforce's error code, e.g. `STRING_TOO_LONG`. */
  code: string;
  message: string;
  /** It is the record named in this field that can't be used. */
  isReference?: true;
}

export interface SaveFailure {
  type: FailureType;
  /** Salesforce's own words, shown beside ours. */
  message: string;
  /** For `field` and `reference`: which ones; for `duplicate`: the unique field, when named. */
  fields?: FieldFailure[];
  /**
   * For `duplicate`: the Task that carries the key is somebody else's, or this user can neither
   * find nor read it.
   */
  detail?: 'not_yours' | 'exists_not_visible';
  /** For `duplicate`: the record that holds the value (15 or 18 characters). */
  recordId?: string;
  retryAfterMs?: number;
}

export interface Failed {
  ok: false;
  failure: SaveFailure;
}

/** `lastModified`: the record's LastModifiedDate, ISO, as Salesforce returned it. */
export type WriteResult = { ok: true; taskId: string; lastModified?: string } | Failed;

/** `taskId` absent: no Task carries the key. */
export type FindResult = { ok: true; taskId?: string } | Failed;

/** `fields`: those of the asked ones that this user may read. */
export type ReadResult = { ok: true; fields: Fields; lastModified?: string } | Failed;

/** What became of a record that a field refers to; `into`: the record it was merged into. */
export type RecordResult =
  { ok: true; state: 'there' | 'missing' } | { ok: true; state: 'merged'; into: string } | Failed;

/** Salesforce as the writer sees it. Never rejects: every outcome is a value. */
export interface TaskGateway {
  /** `fields` carries the key field. */
  create(fields: Fields): Promise<WriteResult>;
  update(
    taskId: string,
    fields: Fields,
    options?: { ifUnmodifiedSince?: string }
  ): Promise<WriteResult>;
  /** The Task whose `Interaction_Key__c` is `key`. */
  find(key: string): Promise<FindResult>;
  read(taskId: string, fields: string[]): Promise<ReadResult>;
  /** Can this record still be referred to, or was it merged into another one? */
  lookUpRecord(recordId: string): Promise<RecordResult>;
}
