import type { Shape } from '../recording';
import { openDesk } from './desk';
import type { Step } from './desk';
import { memoryStore, realTimers, settle, willingGateway } from './doubles';
import { payloadOf } from './frames';
import type { Setting } from './setting';
import { median, rounded, sum } from './statistics';

const STEPS: readonly Step[] = ['read', 'merge', 'interactions', 'attributes', 'draft', 'decide'];
const SHAPES: readonly Shape[] = ['E', 'M', 'C'];

type Times = Record<Step | 'parse', number>;

export interface PerEvent {
  /** From the parsed frame to the decided write, over `JSON.parse` of the same frame; shapes E and M. */
  vsJsonParse: number;
  /** What each step contributes to it. */
  steps: Record<Step, number>;
  byShape: Record<Shape, number>;
  /** Of `JSON.parse` and of everything after it, for one frame of shapes E and M. */
  microseconds: { parse: number; work: number };
}

/** Each round hears calls of all shapes in turn, so that a busy machine slows parsing and work alike. */
export async function measurePerEvent(setting: Setting): Promise<PerEvent> {
  const { warmUpCalls, rounds, callsPerRound } = setting.effort;
  for (let call = 0; call < warmUpCalls; call += 1) {
    for (const shape of SHAPES) await hearCall(setting, shape, noTimes());
  }
  const samples: Record<Shape, Times>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times = { E: noTimes(), M: noTimes(), C: noTimes() };
    for (let call = 0; call < callsPerRound; call += 1) {
      for (const shape of SHAPES) await hearCall(setting, shape, times[shape]);
    }
    samples.push(times);
  }
  const live = samples.map(({ E, M }) => added(E, M));
  const frames = setting.recording.frames;
  const heard = callsPerRound * (frames.E.length + frames.M.length);
  return {
    vsJsonParse: ratio(live),
    steps: Object.fromEntries(
      STEPS.map((step) => [step, rounded(median(live.map((times) => times[step] / times.parse)))])
    ) as Record<Step, number>,
    byShape: {
      E: ratio(samples.map(({ E }) => E)),
      M: ratio(samples.map(({ M }) => M)),
      C: ratio(samples.map(({ C }) => C))
    },
    microseconds: {
      parse: rounded((median(live.map(({ parse }) => parse)) / heard) * 1000, 1),
      work: rounded((median(live.map(workOf)) / heard) * 1000, 1)
    }
  };
}

async function hearCall(setting: Setting, shape: Shape, times: Times): Promise<void> {
  let now = 0;
  let last = 0;
  const desk = openDesk({
    setting,
    gateway: willingGateway(),
    timers: realTimers,
    clock: () => now,
    store: memoryStore(),
    lap(step) {
      const time = performance.now();
      times[step] += time - last;
      last = time;
    }
  });
  for (const { at, text } of setting.recording.frames[shape]) {
    now = at;
    const start = performance.now();
    const parsed: unknown = JSON.parse(text);
    last = performance.now();
    times.parse += last - start;
    desk.hear(payloadOf(shape, parsed));
    await settle();
  }
  desk.sync.stop();
}

const noTimes = (): Times => ({
  parse: 0,
  read: 0,
  merge: 0,
  interactions: 0,
  attributes: 0,
  draft: 0,
  decide: 0
});

function added(some: Times, others: Times): Times {
  const both = noTimes();
  for (const part of ['parse', ...STEPS] as const) both[part] = some[part] + others[part];
  return both;
}

const workOf = (times: Times): number => sum(STEPS.map((step) => times[step]));

const ratio = (samples: readonly Times[]): number =>
  rounded(median(samples.map((times) => workOf(times) / times.parse)));
