import type { Store } from 'c/ports';
import type { TaskDraft } from 'c/taskDraft';
import type { Fields } from '../fields';
import type { FindResult, ReadResult, RecordResult, TaskGateway, WriteResult } from '../gateway';
import { journalStore } from '../journalStore';
import { createTaskSync } from '../runner';
import type { TaskSync, TaskSyncOptions } from '../sync';
import { draftOf, key as legKey } from './legs';

/** A request that the test answers by hand. */
export interface Call {
  type: 'create' | 'update' | 'find' | 'read' | 'look_up';
  taskId?: string;
  key?: string;
  fields?: Fields | string[];
  sentAt: number;
  answer(result: WriteResult | FindResult | ReadResult | RecordResult): Promise<void>;
  reject(reason: unknown): Promise<void>;
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

export function fakeStorage(): Store & { items: Map<string, string>; refuses: boolean } {
  const items = new Map<string, string>();
  const storage = {
    items,
    refuses: false,
    getItem: (name: string) => items.get(name) ?? null,
    setItem(name: string, value: string) {
      if (storage.refuses) throw new Error('quota');
      items.set(name, value);
    },
    removeItem(name: string) {
      items.delete(name);
    },
    names: () => [...items.keys()]
  };
  return storage;
}

const isProof = (fields: string[]): boolean => fields.includes('OwnerId');

/**
 * A writer whose requests wait for the test, on Jest's fake clock. `proof` answers by itself whether
 * a Task is ours; null: the test does.
 */
export function rig(
  options: Partial<TaskSyncOptions> = {},
  storage = fakeStorage(),
  proof: Fields | null = { Interaction_Key__c: legKey }
) {
  const calls: Call[] = [];
  const ask = <Result>(call: Omit<Call, 'answer' | 'reject' | 'sentAt'>): Promise<Result> =>
    new Promise((resolve, reject) => {
      calls.push({
        ...call,
        sentAt: Date.now(),
        async answer(result) {
          resolve(result as Result);
          await settle();
        },
        async reject(reason) {
          reject(reason);
          await settle();
        }
      });
    });
  const gateway: TaskGateway = {
    create: (fields) => ask({ type: 'create', fields }),
    update: (taskId, fields) => ask({ type: 'update', taskId, fields }),
    find: (key) => ask({ type: 'find', key }),
    read: (taskId, fields) =>
      isProof(fields) && proof
        ? Promise.resolve({ ok: true, fields: proof })
        : ask({ type: 'read', taskId, fields }),
    lookUpRecord: (taskId) => ask({ type: 'look_up', taskId })
  };
  const sync: TaskSync = createTaskSync({
    gateway,
    journal: journalStore(storage, 'test', Date.now),
    clock: Date.now,
    timers: { set: setTimeout, clear: (timer) => clearTimeout(timer as number) },
    random: () => 0,
    fingerprintKey: '000102030405060708090a0b0c0d0e0f',
    ...options
  });
  return { sync, calls, storage };
}

export const draft = (fields: Fields, sources: Record<string, string> = {}): TaskDraft =>
  draftOf(fields, { sources });

/** Record id of a Task. */
export const TASK = '00T000000000001AAA';

export const ok = (taskId = TASK): WriteResult => ({ ok: true, taskId });
