import type { Store, Timers } from 'c/ports';
import type { Fields, TaskGateway } from 'c/taskSync';

export interface MemoryStore extends Store {
  bytes(): number;
  /** Takes everything out, for as long as the heap is weighed: a browser keeps it elsewhere. */
  take(): Buffer;
  give(contents: Buffer): void;
}

/** A storage in memory. */
export function memoryStore(): MemoryStore {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
    names: () => [...items.keys()],
    bytes: () => [...items].reduce((sum, [name, text]) => sum + name.length + text.length, 0),
    take() {
      const contents = Buffer.from(JSON.stringify([...items]));
      items.clear();
      return contents;
    },
    give(contents) {
      for (const [name, text] of JSON.parse(contents.toString()) as [string, string][]) {
        items.set(name, text);
      }
    }
  };
}

/** Salesforce that accepts everything at once. `onWrite` is told of each write as it is sent. */
export function willingGateway(onWrite: (fields: Fields) => void = () => undefined): TaskGateway {
  let tasks = 0;
  return {
    create(fields) {
      onWrite(fields);
      return Promise.resolve({ ok: true, taskId: `00T${String(++tasks).padStart(15, '0')}` });
    },
    update(taskId, fields) {
      onWrite(fields);
      return Promise.resolve({ ok: true, taskId });
    },
    find: () => Promise.resolve({ ok: true }),
    read: () => Promise.resolve({ ok: true, fields: {} }),
    lookUpRecord: () => Promise.resolve({ ok: true, state: 'there' })
  };
}

/** Real timers, as the panel has them; none of them keeps the process alive. */
export const realTimers: Timers = {
  set: (run, ms) => setTimeout(run, ms).unref(),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined)
};

/** Timers that never ring: the end of a watch is not what is measured. */
export const noTimers: Timers = { set: () => undefined, clear: () => undefined };

/** Lets answers that are there already be heard. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
