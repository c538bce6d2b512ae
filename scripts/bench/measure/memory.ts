import { openDesk } from './desk';
import { memoryStore, settle, willingGateway } from './doubles';
import { asCall, payloadOf } from './frames';
import type { Setting } from './setting';

declare const gc: () => void;

export interface Memory {
  /** Bytes kept for one open interaction. */
  perOpen: number;
  /** For one that has ended and is still watched for late changes. */
  perFinished: number;
  /** For one whose watch has ended. */
  perForgotten: number;
  /** In the browser's storage, for one that is watched. */
  journalPerFinished: number;
}

const DAY = 24 * 60 * 60_000;

/** Bytes of conversation, leg and status after a shift of many calls; needs `--expose-gc`. */
export async function measureMemory(setting: Setting): Promise<Memory> {
  const { recording, effort } = setting;
  const open = recording.frames.E.slice(0, recording.live + 1);
  // Once for what is kept once: compiled code, names of attributes, formats of dates.
  await shift(setting, recording.frames.E, 10);
  const live = await shift(setting, open, effort.many);
  const finished = await shift(setting, recording.frames.E, effort.many);
  return {
    perOpen: live.kept,
    perFinished: finished.kept,
    perForgotten: finished.afterWatch,
    journalPerFinished: finished.journal
  };
}

async function shift(setting: Setting, frames: Setting['recording']['frames']['E'], calls: number) {
  let now = frames[0]!.at;
  const alarms = new Map<object, { at: number; run: () => void }>();
  const store = memoryStore();
  const before = heapUsed();
  const desk = openDesk({
    setting,
    gateway: willingGateway(),
    clock: () => now,
    store,
    timers: {
      set(run, ms) {
        const timer = {};
        alarms.set(timer, { at: now + ms, run });
        return timer;
      },
      clear: (timer) => void alarms.delete(timer as object)
    }
  });
  for (let call = 0; call < calls; call += 1) {
    for (const { text } of asCall(setting.recording, frames, call)) {
      desk.hear(payloadOf('E', JSON.parse(text)));
      await settle();
    }
  }
  const journal = Math.round(store.bytes() / calls);
  const kept = (): number => {
    const contents = store.take();
    const bytes = heapUsed() - before;
    store.give(contents);
    return Math.round(bytes / calls);
  };
  const whileWatched = kept();
  now += 2 * DAY;
  for (const [timer, { at, run }] of [...alarms]) {
    if (at > now) continue;
    alarms.delete(timer);
    run();
  }
  const afterWatch = kept();
  desk.stop();
  return { kept: whileWatched, afterWatch, journal };
}

function heapUsed(): number {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}
