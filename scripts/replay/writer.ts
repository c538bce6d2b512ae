import { KEY_FIELD } from 'c/taskDraft';
import type { TaskDraft } from 'c/taskDraft';
import { createTaskSync } from 'c/taskSync';
import type { Journal, TaskGateway } from 'c/taskSync';

export interface Writer {
  /** Settles when nothing more of the draft is on its way. */
  write(key: string, draft: TaskDraft): Promise<void>;
  stop(): void;
}

/** A replay begins with nothing and leaves nothing behind. */
const FORGETFUL: Journal = {
  load: () => ({ entries: [], corrupted: 0 }),
  save: () => true,
  remove: () => true,
  choices: () => undefined,
  saveChoices: () => true
};

/** The engine itself, where time stands still: nothing expires, and nothing is tried again. */
export function createWriter(gateway: TaskGateway): Writer {
  const sync = createTaskSync({
    gateway,
    journal: FORGETFUL,
    keyField: KEY_FIELD,
    clock: () => 0,
    random: () => 0,
    timers: { set: () => undefined, clear: () => {} }
  });
  sync.start();
  return {
    write: (key, draft) =>
      new Promise((resolve) => {
        const end = sync.subscribe((changed, status) => {
          if (changed !== key || status?.phase === 'saving') return;
          end();
          resolve();
        });
        sync.setDraft(key, draft);
        if (sync.status(key)?.phase !== 'saving') {
          end();
          resolve();
        }
      }),
    stop: () => sync.stop()
  };
}
