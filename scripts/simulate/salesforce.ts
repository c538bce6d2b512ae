import type {
  Fields,
  FieldValue,
  FindResult,
  ReadResult,
  SaveFailure,
  WriteResult
} from 'c/taskSync';
import { KEY_FIELD } from './configuration';

/** Salesforce id of the agent. */
export const MY_USER = '005000000000001AAA';

export interface Task {
  id: string;
  key: string;
  fields: Fields;
  lastModified: number;
  deleted: boolean;
}

/** Says why a Task may not be saved like this. */
export type Rule = (fields: Fields) => SaveFailure | undefined;

/** An org of one object. Everything here happens at one moment, the way a server does it. */
export interface Org {
  tasks: Task[];
  isUnique: boolean;
  hidden: Set<string>;
  rules: Set<Rule>;
  create(fields: Fields): WriteResult;
  update(taskId: string, fields: Fields, ifUnmodifiedSince?: string): WriteResult;
  find(key: string): FindResult;
  read(taskId: string, fields: readonly string[]): ReadResult;
  /** The agent on the Task's page. */
  edit(task: Task, field: string, value: FieldValue): void;
  taskOf(key: string): Task | undefined;
}

const refuse = (failure: SaveFailure): { ok: false; failure: SaveFailure } => ({
  ok: false,
  failure
});
const gone = refuse({ type: 'gone', message: 'entity is deleted' });

export const rules: Record<'wrapUpBeforeClosed' | 'policyWithoutX', Rule> = {
  wrapUpBeforeClosed: ({ Status, CallDisposition }) =>
    Status === 'Completed' && !CallDisposition
      ? { type: 'permanent', message: 'Choose a wrap-up code first.' }
      : undefined,
  policyWithoutX: ({ Policy__c }) =>
    String(Policy__c ?? '').endsWith('x')
      ? {
          type: 'field',
          message: 'No x, please.',
          fields: [
            {
              field: 'Policy__c',
              code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
              message: 'No x, please.'
            }
          ]
        }
      : undefined
};

export function createOrg(now: () => number, unique: boolean): Org {
  const byId = new Map<string, Task>();

  const stored = (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, value === '' ? null : value])
    );

  const org: Org = {
    tasks: [],
    isUnique: unique,
    hidden: new Set(),
    rules: new Set(),
    create(fields) {
      const refusal = refusalOf(fields, fields);
      if (refusal) return refuse(refusal);
      const key = String(fields[KEY_FIELD]);
      const other = unique ? org.taskOf(key) : undefined;
      if (other) {
        return refuse({
          type: 'duplicate',
          message: `duplicates value on record with id: ${other.id}`,
          recordId: other.id
        });
      }
      const id = `00T${String(org.tasks.length).padStart(15, '0')}`;
      const owned = { ...stored(fields), CreatedById: MY_USER, OwnerId: MY_USER };
      const task = { id, key, fields: owned, lastModified: now(), deleted: false };
      org.tasks.push(task);
      byId.set(id, task);
      return { ok: true, taskId: id, lastModified: new Date(now()).toISOString() };
    },
    update(taskId, fields, ifUnmodifiedSince) {
      const task = byId.get(taskId);
      if (!task || task.deleted) return gone;
      if (ifUnmodifiedSince && Date.parse(ifUnmodifiedSince) < task.lastModified) {
        return refuse({ type: 'collision', message: 'CollisionDetectedException' });
      }
      const refusal = refusalOf(fields, { ...task.fields, ...fields });
      if (refusal) return refuse(refusal);
      Object.assign(task.fields, stored(fields));
      task.lastModified = now();
      return { ok: true, taskId, lastModified: new Date(now()).toISOString() };
    },
    find: (key) => ({ ok: true, taskId: org.taskOf(key)?.id }),
    read(taskId, names) {
      const task = byId.get(taskId);
      if (!task || task.deleted) return gone;
      const visible = names.filter((name) => !org.hidden.has(name));
      return {
        ok: true,
        fields: Object.fromEntries(visible.map((name) => [name, task.fields[name] ?? null])),
        lastModified: new Date(task.lastModified).toISOString()
      };
    },
    edit(task, field, value) {
      task.fields[field] = value;
      task.lastModified = now();
    },
    taskOf: (key) => org.tasks.find((task) => task.key === key && !task.deleted)
  };

  /** Hidden fields first: Salesforce does not even parse a body that names one. */
  function refusalOf(sent: Fields, merged: Fields): SaveFailure | undefined {
    const unknown = Object.keys(sent).find((name) => org.hidden.has(name));
    if (unknown) {
      const message = `Field ${unknown} does not exist.`;
      const fields = [{ field: unknown, code: 'POST_BODY_PARSE_ERROR', message }];
      return { type: 'field', message, fields };
    }
    for (const rule of org.rules) {
      const refusal = rule(merged);
      if (refusal) return refusal;
    }
    return undefined;
  }

  return org;
}
