import type { Timers } from 'c/ports';
import { conversationOf } from './leg';

const minute = 60_000;
const hour = 60 * minute;
/** Minutes after disconnect at which a conversation is re-read; from then on every hour. */
const steps = [1, 5, 15, 60];
/** A live leg that has been silent this long may have lost the frame that told its end. */
const silence = 10 * minute;

/** When a leg that ended at `endedAt` is looked after next, after `now`. ms epoch. */
export function nextReread(endedAt: number, now: number): number {
  for (const step of steps) if (endedAt + step * minute > now) return endedAt + step * minute;
  return endedAt + (Math.floor((now - endedAt) / hour) + 1) * hour;
}

/** A live leg: after ten silent minutes, then after twice as long each time, an hour at most. */
export const nextCheck = (heardAt: number, now: number): number =>
  now + Math.min(hour, Math.max(silence, now - heardAt));

export interface WatchOptions {
  clock: () => number;
  timers: Timers;
  rereadsPerMinute: number;
  onReread: (conversationId: string) => void;
  onExpire: (key: string) => void;
}

export interface Watch {
  /** Re-read this leg's conversation at growing intervals; absent times: it is live. */
  follow(key: string, endedAt?: number, until?: number): void;
  /** There was news of a leg. */
  heard(key: string): void;
  forget(key: string): void;
  /** Re-read these as soon as the rate budget allows, in this order. */
  ask(conversationIds: Iterable<string>): void;
  stop(): void;
}

interface Followed {
  endedAt?: number;
  until: number;
  heardAt: number;
  next: number;
}

/** Late attributes may come without any event of the agent's own: look again, within a budget. */
export function createWatch(options: WatchOptions): Watch {
  const { clock, timers, rereadsPerMinute, onReread, onExpire } = options;
  const followed = new Map<string, Followed>();
  const queue = new Set<string>();
  let alarm: unknown;
  let alarmAt = Infinity;
  let pause: unknown;
  let stopped = false;

  function arm(at: number): void {
    if (at >= alarmAt || stopped) return;
    timers.clear(alarm);
    alarmAt = at;
    // No longer than an hour: the clock may be set back meanwhile.
    alarm = timers.set(ring, Math.min(hour, Math.max(0, at - clock())));
  }

  function drain(): void {
    if (pause !== undefined || stopped) return;
    const [id] = queue;
    if (id === undefined) return;
    queue.delete(id);
    const next = (): void => {
      pause = undefined;
      drain();
    };
    pause = timers.set(next, Math.ceil(minute / rereadsPerMinute));
    onReread(id);
  }

  /** Nothing is ever put off for longer: the clock has been set back. */
  function reschedule(leg: Followed, now: number): void {
    leg.heardAt = Math.min(leg.heardAt, now);
    leg.next = now;
  }

  function look(key: string, leg: Followed, now: number): void {
    const silent = leg.endedAt !== undefined || leg.heardAt + silence <= now;
    if (silent) queue.add(conversationOf(key));
    if (leg.endedAt !== undefined) leg.next = nextReread(leg.endedAt, now);
    else leg.next = silent ? nextCheck(leg.heardAt, now) : leg.heardAt + silence;
  }

  function ring(): void {
    const now = clock();
    let earliest = Infinity;
    alarmAt = Infinity;
    for (const [key, leg] of [...followed]) {
      if (leg.until <= now) {
        followed.delete(key);
        onExpire(key);
        continue;
      }
      if (leg.next > now + hour) reschedule(leg, now);
      if (leg.next <= now) look(key, leg, now);
      earliest = Math.min(earliest, leg.next, leg.until);
    }
    arm(earliest);
    drain();
  }

  return {
    follow(key, endedAt, until = Infinity) {
      const now = clock();
      const next = endedAt === undefined ? now + silence : nextReread(endedAt, now);
      followed.set(key, { endedAt, until, heardAt: now, next });
      arm(Math.min(next, until));
    },
    heard(key) {
      const leg = followed.get(key);
      if (leg) leg.heardAt = clock();
    },
    forget(key) {
      followed.delete(key);
      if (followed.size > 0 || alarmAt === Infinity) return;
      timers.clear(alarm);
      alarmAt = Infinity;
    },
    ask(ids) {
      for (const id of ids) queue.add(id);
      drain();
    },
    stop() {
      stopped = true;
      timers.clear(alarm);
      timers.clear(pause);
    }
  };
}
