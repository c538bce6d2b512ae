import type { FieldValue } from './schema';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface OrgUser {
  username: string;
  recordId: string;
  name: string;
  locale: string;
  timeZone: string;
  permissionSets: string[];
}

export interface StoredRecord {
  id: string;
  object: string;
  /** Every field that has a value; absent means null. */
  values: Record<string, FieldValue>;
  deleted: boolean;
}

/** One write that happened. `fields` are the API names whose value is now another. */
export interface Change {
  sequence: number;
  kind: 'created' | 'updated' | 'deleted';
  object: string;
  id: string;
  fields: string[];
  by: string;
  at: string;
}

export interface FieldAccess {
  read: boolean;
  create: boolean;
  update: boolean;
}

export interface ObjectAccess {
  read: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
}
