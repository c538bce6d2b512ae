import type { TaskDraft } from 'c/taskDraft';
import type { FieldValue, Fields, TaskGateway } from 'c/taskSync';

export interface Writer {
  /** Settles when the Task says what the draft says. */
  write(key: string, draft: TaskDraft): Promise<void>;
  stop(): void;
}

export function createWriter(gateway: TaskGateway, _keyField: string): Writer {
  const written = new Map<string, Fields>();
  return {
    async write(key, draft) {
      const before = written.get(key);
      const skip = new Set(before ? draft.createOnly : draft.updateOnly);
      const fields: Record<string, FieldValue> = {};
      for (const [name, value] of Object.entries(draft.fields)) {
        if (!skip.has(name) && (before?.[name] ?? null) !== value) fields[name] = value;
      }
      written.set(key, { ...before, ...draft.fields });
      if (Object.keys(fields).length === 0) return;
      if (before) await gateway.update(key, fields);
      else await gateway.create(fields);
    },
    stop: () => {}
  };
}
