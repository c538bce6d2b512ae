import type { Shape } from '../recording';
import { openDesk } from './desk';
import type { Step } from './desk';
import { memoryStore, realTimers, settle, willingGateway } from './doubles';
import { payloadOf } from './frames';
import type { Setting } from './setting';
import { median, rounded, sum } from './statistics';

const STEPS: readonly Step[] = ['hear', 'interactions', 'attributes', 'draft', 'decide'];
const SHAPES: readonly Shape[] = ['E', 'M', 'C'];

/** Ms of one frame. */
type Times = Record<'parse' | 'work' | Step, number>;

export interface PerEvent {
  /** From the parsed frame to the decided write, over `JSON.parse` of the same frame; shape E, as the softphone's topic sends it. */
  vsJsonParse: number;
  /** What each step contributes to it. */
  steps: Record<Step, number>;
  /** The same for what comes as answers of REST, M and C. */
  byShape: Record<Shape, number>;
  /** Of `JSON.parse` and of everything after it, for one frame of shape E. */
  microseconds: { parse: number; work: number };
}

/**
 * Calls of all shapes are heard in turn, so that a busy machine slows parsing and work alike. Of each frame the median
 * of all its times counts: being interrupted is part of no figure. Looking at the clock after each step costs time too, so
 * steps are told apart in calls of their own.
 */
export async function measurePerEvent(setting: Setting): Promise<PerEvent> {
  const { warmUpCalls, calls } = setting.effort;
  for (let call = 0; call < warmUpCalls; call += 1) {
    for (const shape of SHAPES) await hearCall(setting, shape, call % 2 === 0);
  }
  const heard: Record<Shape, Times[][]> = { E: [], M: [], C: [] };
  const inSteps: Times[][] = [];
  for (let call = 0; call < calls; call += 1) {
    for (const shape of SHAPES) heard[shape].push(await hearCall(setting, shape, false));
    inSteps.push(await hearCall(setting, 'E', true));
  }
  const [E, M, C] = [usual(heard.E), usual(heard.M), usual(heard.C)];
  const split = usual(inSteps);
  const frames = setting.recording.frames.E.length;
  return {
    vsJsonParse: ratio(E),
    steps: Object.fromEntries(
      STEPS.map((step) => [step, rounded(split[step] / split.parse)])
    ) as Record<Step, number>,
    byShape: { E: ratio(E), M: ratio(M), C: ratio(C) },
    microseconds: {
      parse: rounded((E.parse / frames) * 1000, 1),
      work: rounded((E.work / frames) * 1000, 1)
    }
  };
}

/** The times of each frame of one call. */
async function hearCall(setting: Setting, shape: Shape, isSplit: boolean): Promise<Times[]> {
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
      if (!isSplit) return;
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
    const begin = performance.now();
    last = begin;
    desk.hear(payloadOf(shape, parsed));
    const end = performance.now();
    times.parse = begin - start;
    times.work = end - begin;
    await settle();
  }
  desk.stop();
  return heard;
}

const noTimes = (): Times => ({
  parse: 0,
  work: 0,
  hear: 0,
  interactions: 0,
  attributes: 0,
  draft: 0,
  decide: 0
});

/** Of a whole call: the sum of each frame's median. */
function usual(calls: readonly Times[][]): Times {
  const total = noTimes();
  for (const part of Object.keys(total) as (keyof Times)[]) {
    const frames = (calls[0] ?? []).map((_, frame) => calls.map((call) => call[frame]![part]));
    total[part] = sum(frames.map(median));
  }
  return total;
}

const ratio = ({ parse, work }: Times): number => rounded(work / parse);
