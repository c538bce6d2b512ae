import { ME } from './makePlan';
import { payloadOf } from './payloads';
import type { Call } from './contactCenter';
import type { Random } from './random';
import type { Page, World } from './world';

export type Answer = { ok: true; payload: unknown } | { ok: false; retryAfterMs: number };

export interface Found {
  id: string;
  isLive: boolean;
}

/** The way from Genesys Cloud to one tab. */
export interface GenesysLine {
  /** A frame is on its way; what becomes of it is decided here. */
  tell(call: Call, hear: (payload: unknown) => void): void;
  read(conversationId: string, hear: (answer: Answer) => void): void;
  /** My live conversations, and those of the last hours that I had a part in. */
  list(hear: (found: Found[] | undefined) => void): void;
}

export function createGenesysLine(world: World, page: Page): GenesysLine {
  const { time, conditions, center, witness } = world;
  const random: Random = world.random.fork(`genesys ${page.name}`);

  /** A request goes there and comes back, or is lost with the page that sent it. */
  function ask<Result>(execute: () => Result, hear: (result: Result | undefined) => void): void {
    witness.askedGenesys();
    const out = random.between(30, 200);
    const back = random.between(30, 400);
    const hearLater = (result: Result | undefined): void =>
      time.after(back, () => {
        if (!page.isAlive()) return;
        const lost = page.asleepUntil() !== undefined || conditions.reigns('offline');
        hear(lost ? undefined : result);
      });
    time.after(out, () => {
      const fails = conditions.reigns('offline') || conditions.strikes('genesysErrors');
      hearLater(fails ? undefined : execute());
    });
  }

  return {
    tell(call, hear) {
      const payload = payloadOf(call, 'E');
      if (conditions.strikes('lostFrames')) return;
      const times = conditions.strikes('twiceFrames') ? 2 : 1;
      for (let n = 0; n < times; n += 1) {
        const late = conditions.strikes('lateFrames') ? random.between(500, 60_000) : 0;
        time.after(random.between(40, 200) + late, () => {
          if (page.isAlive() && page.asleepUntil() === undefined) hear(payload);
        });
      }
    },
    read(conversationId, hear) {
      const call = center.calls().find(({ id }) => id === conversationId);
      if (!call) return;
      ask(
        () => payloadOf(call, 'C'),
        (payload) => hear(payload ? { ok: true, payload } : { ok: false, retryAfterMs: 5_000 })
      );
    },
    list(hear) {
      ask(
        () =>
          center
            .calls()
            .filter(({ parties }) => parties.some(({ userId }) => userId === ME))
            .map(({ id, parties }) => ({
              id,
              isLive: parties.some(({ leftAt }) => leftAt === undefined)
            })),
        hear
      );
    }
  };
}
