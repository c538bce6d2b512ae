import { hasEnded } from 'c/interaction';
import type { Timers } from 'c/ports';
import type { TaskRow, TaskRows } from './taskRows';

export interface WatchEndOptions {
  clock: () => number;
  timers: Timers;
  rows: Pick<TaskRows, 'all'>;
  watchMs(): number;
  /** These rows are over and done with. */
  onOver(rows: TaskRow[]): void;
}

const SWEEP_MS = 10 * 60_000;
/** However short the watch: the agent may still be at its notes. */
const SHOWN_MS = 60 * 60_000;
const UNDONE = new Set(['needs_you', 'waiting', 'saving']);

/** Lets go of interactions whose watch has ended, so that a shift's end is as quick as its start. */
export function watchEnd({ clock, timers, rows, watchMs, onOver }: WatchEndOptions) {
  let timer: unknown;

  /** Is this interaction, as it stands, too old to be shown and watched? */
  function isOver({ interaction, status }: Pick<TaskRow, 'interaction' | 'status'>): boolean {
    if (!hasEnded(interaction) || UNDONE.has(status?.phase ?? '')) return false;
    const endedAt = Date.parse(interaction.disconnectedTime ?? '');
    return endedAt + Math.max(watchMs(), SHOWN_MS) <= clock();
  }

  function sweep(): void {
    timer = undefined;
    onOver([...rows.all()].filter(isOver));
    arm();
  }

  function arm(): void {
    timer ??= timers.set(sweep, SWEEP_MS);
  }

  return {
    isOver,
    arm,
    stop(): void {
      timers.clear(timer);
      timer = undefined;
    }
  };
}
