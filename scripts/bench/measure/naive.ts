import { openDesk } from './desk';
import { memoryStore, noTimers, settle } from './doubles';
import { payloadOf } from './frames';
import type { Setting } from './setting';
import { rounded } from './statistics';
import type { TaskGateway } from 'c/taskSync';

/** ms from sending a write to its answer */
const ANSWER = 300;

export interface Naive {
  /** Writes of a writer that sends one for each event of a leg. */
  writes: number;
  /** Ours, for the same events. */
  ours: number;
  ratio: number;
}

/** The recorded call at its own pace, every write answered after 300 ms. */
export async function compareWithNaive(setting: Setting): Promise<Naive> {
  let now = 0;
  let ours = 0;
  let writes = 0;
  const pending: { at: number; answer: () => void }[] = [];
  const answerLater = <T>(result: T): Promise<T> => {
    ours += 1;
    return new Promise((resolve) =>
      pending.push({ at: now + ANSWER, answer: () => resolve(result) })
    );
  };
  const gateway: TaskGateway = {
    create: () => answerLater({ ok: true, taskId: '00T000000000001AAA' }),
    update: (taskId) => answerLater({ ok: true, taskId }),
    find: () => Promise.resolve({ ok: true }),
    read: () => Promise.resolve({ ok: true, fields: {} }),
    lookUpRecord: () => Promise.resolve({ ok: true, state: 'there' })
  };
  const desk = openDesk({
    setting,
    gateway,
    timers: noTimers,
    clock: () => now,
    store: memoryStore()
  });
  const passUntil = async (until: number): Promise<void> => {
    for (let next = pending[0]; next && next.at <= until; next = pending[0]) {
      pending.shift();
      now = next.at;
      next.answer();
      await settle();
    }
    now = until;
  };
  for (const { at, text } of setting.recording.frames.E) {
    await passUntil(at);
    desk.hear(payloadOf('E', JSON.parse(text)));
    if (desk.hasTask()) writes += 1;
  }
  await passUntil(Infinity);
  desk.stop();
  return { writes, ours, ratio: rounded(writes / ours, 2) };
}
