import { backoff } from 'c/ports';
import type { Clock, Random, TimerId } from 'c/ports';
import type { Frame } from './frame';
import type { Result } from './result';
import { RETRY } from './retryPolicy';

export interface CatchUpParts {
  clock: Clock;
  random: Random;
  /** Reads everything that may have been missed and tells it. */
  read(): Promise<Result>;
  deliver(frame: Frame): void;
  /** `reread` events. */
  onReread(isDone: boolean): void;
}

export interface CatchUp {
  /** A frame of the channel: delivered at once, or after the reading that runs. */
  frame(frame: Frame): void;
  /** Reads now; while one reading runs, another follows it. */
  run(): Promise<void>;
  stop(): void;
}

/**
 * Puts what was missed before what is new. A frame that comes while conversations are being read
 * may be newer than the answer on its way, so it waits until that answer has been told.
 */
export function createCatchUp(parts: CatchUpParts): CatchUp {
  const { clock } = parts;
  let waiting: Frame[] = [];
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let attempt = 0;
  let era = 0;
  let retry: TimerId;

  async function read(mine: number): Promise<void> {
    do {
      isAskedAgain = false;
      clock.clear(retry);
      parts.onReread(false);
      const outcome = await parts.read();
      if (mine !== era) return;
      const missed = waiting;
      waiting = [];
      for (const frame of missed) parts.deliver(frame);
      if (outcome.ok) {
        attempt = 0;
        if (!isAskedAgain) parts.onReread(true);
      } else if (outcome.problem.type !== 'signed_out') {
        retry = clock.set(() => void run(), backoff(RETRY, ++attempt, parts.random()));
      }
    } while (isAskedAgain);
    running = undefined;
  }

  function run(): Promise<void> {
    if (running) isAskedAgain = true;
    else running = read(era);
    return running!;
  }

  return {
    frame(frame) {
      if (running) waiting.push(frame);
      else parts.deliver(frame);
    },
    run,
    stop() {
      era++;
      waiting = [];
      running = undefined;
      isAskedAgain = false;
      attempt = 0;
      clock.clear(retry);
    }
  };
}
