import type { Shape } from '../recording';
import { openDesk } from './desk';
import type { Step } from './desk';
import { memoryStore, realTimers, settle, willingGateway } from './doubles';
import { payloadOf } from './frames';
import type { Setting } from './setting';
import { median, rounded, sum } from './statistics';

const STEPS: readonly Step[] = ['hear', 'interactions', 'attributes', 'draft', 'decide'];
const SHAPES: readonly Shape[] = ['E', 'M', 'C'];

const PARTS = ['parse', ...STEPS] as const;

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

/**
 * Calls of all shapes are heard in turn, so that a busy machine slows parsing and work alike. Of each frame the median
 * of all its times counts: being interrupted is part of no figure.
 */
export async function measurePerEvent(setting: Setting): Promise<PerEvent> {
  const { warmUpCalls, calls } = setting.effort;
  for (let call = 0; call < warmUpCalls; call += 1) {
    for (const shape of SHAPES) await hearCall(setting, shape);
  }
  const heard: Record<Shape, Times[][]> = { E: [], M: [], C: [] };
  for (let call = 0; call < calls; call += 1) {
    for (const shape of SHAPES) heard[shape].push(await hearCall(setting, shape));
  }
  const [E, M, C] = [usual(heard.E), usual(heard.M), usual(heard.C)];
  const live = added([E, M]);
  const frames = setting.recording.frames.E.length + setting.recording.frames.M.length;
  return {
    vsJsonParse: ratio(live),
    steps: Object.fromEntries(
      STEPS.map((step) => [step, rounded(live[step] / live.parse)])
    ) as Record<Step, number>,
    byShape: { E: ratio(E), M: ratio(M), C: ratio(C) },
    microseconds: {
      parse: rounded((live.parse / frames) * 1000, 1),
      work: rounded((workOf(live) / frames) * 1000, 1)
    }
  };
}

/** The times of each frame of one call. */
async function hearCall(setting: Setting, shape: Shape): Promise<Times[]> {
  let now = 0;
  let last = 0;
  let times = noTimes();
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
  const heard: Times[] = [];
  for (const { at, text } of setting.recording.frames[shape]) {
    now = at;
    heard.push((times = noTimes()));
    const start = performance.now();
    const parsed: unknown = JSON.parse(text);
    last = performance.now();
    times.parse = last - start;
    desk.hear(payloadOf(shape, parsed));
    await settle();
  }
  desk.sync.stop();
  return heard;
}

const noTimes = (): Times => ({
  parse: 0,
  hear: 0,
  interactions: 0,
  attributes: 0,
  draft: 0,
  decide: 0
});

/** Ms of a whole call, from the median of each step of each frame. */
function usual(calls: readonly Times[][]): Times {
  const frames = (calls[0] ?? []).map((_, frame) => {
    const times = noTimes();
    for (const part of PARTS) times[part] = median(calls.map((call) => call[frame]![part]));
    return times;
  });
  return added(frames);
}

function added(all: readonly Times[]): Times {
  const total = noTimes();
  for (const part of PARTS) total[part] = sum(all.map((times) => times[part]));
  return total;
}

const workOf = (times: Times): number => sum(STEPS.map((step) => times[step]));

const ratio = (times: Times): number => rounded(workOf(times) / times.parse);
