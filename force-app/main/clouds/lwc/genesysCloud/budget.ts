import type { Clock } from 'c/ports';
import { sleep } from './sleep';

/** Resolves when a request may go out. */
export interface Budget {
  take(isCommand: boolean): Promise<void>;
  /** The server asked for silence: reads wait, commands may try. */
  pause(ms: number): void;
}

const MINUTE = 60_000;

/**
 * Genesys allows 300 requests a minute to a user and client. Reads stop earlier than what the agent
 * does, so that a catch-up after an outage never makes a click on "Answer" wait.
 */
const LIMIT = { read: 240, command: 290 };

export function createBudget(clock: Clock): Budget {
  let sent: number[] = [];
  /** Over by a timer, not by the clock, which may be set back meanwhile. */
  let silence: Promise<unknown> | undefined;
  let reads: Promise<void> = Promise.resolve();

  function wait(limit: number): number {
    const now = clock.now();
    sent = sent.filter((at) => at > now - MINUTE && at <= now);
    const blocking = sent.length < limit ? undefined : sent[sent.length - limit];
    return blocking === undefined ? 0 : blocking + MINUTE - now;
  }

  async function go(isCommand: boolean): Promise<void> {
    const limit = isCommand ? LIMIT.command : LIMIT.read;
    for (;;) {
      const ms = wait(limit);
      if (silence && !isCommand) await silence;
      else if (ms > 0) await sleep(clock, ms);
      else break;
    }
    sent.push(clock.now());
  }

  return {
    take(isCommand) {
      if (isCommand) return go(true);
      reads = reads.then(() => go(false));
      return reads;
    },
    pause(ms) {
      const longer = Promise.all([silence, sleep(clock, ms)]).then(() => {
        if (silence === longer) silence = undefined;
      });
      silence = longer;
    }
  };
}
