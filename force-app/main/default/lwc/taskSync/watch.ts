import type { Timers } from './sync';

const minute = 60_000;
const steps = [1, 5, 15, 60].map((minutes) => minutes * minute);

/** When a conversation that ended at `endedAt` is re-read next, after `now`. ms epoch. */
export function nextReread(endedAt: number, now: number): number {
  for (const step of steps) if (endedAt + step > now) return endedAt + step;
  const hours = Math.floor((now - endedAt) / (60 * minute));
  return endedAt + (hours + 1) * 60 * minute;
}

export interface WatchOptions {
  clock: () => number;
  timers: Timers;
  rereadsPerMinute: number;
  onReread: (conversationId: string) => void;
  onExpire: (conversationId: string) => void;
}

export interface Watch {
  /** Re-read this conversation at growing intervals until `until`. */
  follow(conversationId: string, endedAt: number, until: number): void;
  forget(conversationId: string): void;
  /** Re-read these as soon as the rate budget allows, in this order. */
  ask(conversationIds: readonly string[]): void;
  stop(): void;
}

/** Late attributes may come without any event of the agent's own: look again, within a budget. */
export function createWatch(options: WatchOptions): Watch {
  const { clock, timers, rereadsPerMinute, onReread, onExpire } = options;
  const followed = new Map<string, { endedAt: number; until: number; next: number }>();
  const queue = new Set<string>();
  let alarm: unknown;
  let alarmAt = Infinity;
  let pause: unknown;
  let stopped = false;

  function arm(): void {
    let earliest = Infinity;
    for (const { next, until } of followed.values()) {
      earliest = Math.min(earliest, next, until);
    }
    if (earliest === alarmAt) return;
    if (alarm !== undefined) timers.clear(alarm);
    alarmAt = earliest;
    alarm = earliest === Infinity ? undefined : timers.set(ring, Math.max(0, earliest - clock()));
  }

  function ring(): void {
    alarm = undefined;
    alarmAt = Infinity;
    const now = clock();
    for (const [id, entry] of [...followed]) {
      if (entry.until <= now) {
        followed.delete(id);
        onExpire(id);
      } else if (entry.next <= now) {
        entry.next = nextReread(entry.endedAt, now);
        queue.add(id);
      }
    }
    if (stopped) return;
    arm();
    drain();
  }

  function drain(): void {
    if (pause !== undefined || stopped) return;
    const [id] = queue;
    if (id === undefined) return;
    queue.delete(id);
    pause = timers.set(
      () => {
        pause = undefined;
        drain();
      },
      Math.ceil(minute / rereadsPerMinute)
    );
    onReread(id);
  }

  return {
    follow(id, endedAt, until) {
      followed.set(id, { endedAt, until, next: nextReread(endedAt, clock()) });
      arm();
    },
    forget(id) {
      queue.delete(id);
      if (followed.delete(id)) arm();
    },
    ask(ids) {
      for (const id of ids) queue.add(id);
      drain();
    },
    stop() {
      stopped = true;
      if (alarm !== undefined) timers.clear(alarm);
      if (pause !== undefined) timers.clear(pause);
    }
  };
}
