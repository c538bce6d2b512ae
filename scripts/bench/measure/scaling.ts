import { openDesk } from './desk';
import type { Desk } from './desk';
import { memoryStore, realTimers, settle, willingGateway } from './doubles';
import { asCall, payloadOf } from './frames';
import type { Setting } from './setting';
import { median, rounded } from './statistics';

const EVENTS_PER_ROUND = 20;

/** More than a processor keeps close. */
const elsewhere = new Float64Array(8_000_000);

interface Crowd {
  size: number;
  desk: Desk;
  /** Text of the newest frame of each call. */
  newest: string[];
}

export interface Scaling {
  /** The cost of an event with many open interactions over that with one. */
  scaling: number;
  /** The same in a tight loop: the one interaction is in the processor's caches then, the many are not. */
  scalingInCaches: number;
}

/**
 * Each event changes an attribute that is mapped, so each ends in a write; with many, every event is of another
 * interaction.
 */
export async function measureScaling(setting: Setting): Promise<Scaling> {
  const { many, rounds } = setting.effort;
  let now = setting.recording.frames.E[0]!.at;
  let events = 0;

  async function gather(size: number): Promise<Crowd> {
    const desk = openDesk({
      setting,
      gateway: willingGateway(),
      timers: realTimers,
      clock: () => now,
      store: memoryStore()
    });
    const live = setting.recording.frames.E.slice(0, setting.recording.live + 1);
    const newest: string[] = [];
    for (let call = 0; call < size; call += 1) {
      const frames = asCall(setting.recording, live, call);
      for (const { text } of frames) {
        desk.hear(payloadOf('E', JSON.parse(text)));
        await settle();
      }
      newest.push(frames.at(-1)!.text);
    }
    return { size, desk, newest };
  }

  /** Ms of one event, from the frame's text on. */
  async function hearNews({ size, desk, newest }: Crowd, isCold: boolean): Promise<number> {
    events += 1;
    now += 1;
    // A prime step, so that neighbours in memory are not neighbours in time.
    const text = newest[(events * 389) % size]!.replace(/"step":"\d+"/g, `"step":"${events}"`);
    // Events come seconds apart, and much else runs between them.
    if (isCold) for (let index = 0; index < elsewhere.length; index += 8) elsewhere[index]! += 1;
    const start = performance.now();
    desk.hear(payloadOf('E', JSON.parse(text)));
    const time = performance.now() - start;
    await settle();
    return time;
  }

  const one = await gather(1);
  const crowd = await gather(many);
  async function compare(isCold: boolean): Promise<number> {
    const few: number[] = [];
    const lots: number[] = [];
    for (let event = 0; event < rounds * EVENTS_PER_ROUND; event += 1) {
      few.push(await hearNews(one, isCold));
      lots.push(await hearNews(crowd, isCold));
    }
    return rounded(median(lots) / median(few), 2);
  }

  const scalingInCaches = await compare(false);
  const scaling = await compare(true);
  one.desk.stop();
  crowd.desk.stop();
  return { scaling, scalingInCaches };
}
