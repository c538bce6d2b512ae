import type { Fields, TaskGateway } from 'c/taskSync';

export interface Write {
  key: string;
  kind: 'create' | 'update';
  fields: Fields;
}

/** Salesforce as a list: accepts every write and remembers it. */
export interface MemoryOrg extends TaskGateway {
  writes: Write[];
  /** Key → fields as they stand; an emptied field is absent. */
  tasks: Map<string, Fields>;
}

export function createMemoryOrg(keyField: string): MemoryOrg {
  const writes: Write[] = [];
  const tasks = new Map<string, Fields>();
  const save = (kind: Write['kind'], key: string, fields: Fields): { ok: true; taskId: string } => {
    writes.push({ key, kind, fields: { ...fields } });
    const next = Object.entries({ ...tasks.get(key), ...fields });
    tasks.set(key, Object.fromEntries(next.filter(([, value]) => value !== null && value !== '')));
    return { ok: true, taskId: key };
  };
  return {
    writes,
    tasks,
    create: async (fields) => save('create', String(fields[keyField]), fields),
    update: async (taskId, fields) => save('update', taskId, fields),
    find: async (key) => (tasks.has(key) ? { ok: true, taskId: key } : { ok: true }),
    read: async (taskId, names) => {
      const task = tasks.get(taskId) ?? {};
      return {
        ok: true,
        fields: Object.fromEntries(names.map((name) => [name, task[name] ?? null]))
      };
    },
    lookUpRecord: async () => ({ ok: true, state: 'there' })
  };
}
