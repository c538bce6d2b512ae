import type { InteractionRows } from './rows';
import type { SessionLog } from './sessionLog';
import type { SoftphoneView } from 'c/softphoneView';

export type Listener = (view: SoftphoneView) => void;

/** The view as last told, and who hears of the next one. */
export function published(rows: InteractionRows, log: SessionLog, now: number) {
  const listeners = new Set<Listener>();
  let isScheduled = false;
  let isStopped = false;
  let view: SoftphoneView = {
    phase: 'loading',
    presences: [],
    connection: { state: 'connecting', since: now },
    writer: 'this_tab',
    rows: [],
    needsYou: 0,
    saving: 0,
    waiting: 0,
    clockOffsetMs: 0,
    watchLog: []
  };

  /** Many things change in one turn (a frame, its draft, its write): listeners hear once. */
  function publish(): void {
    if (isScheduled || isStopped) return;
    isScheduled = true;
    void Promise.resolve().then(() => {
      isScheduled = false;
      if (isStopped) return;
      view = { ...view, rows: rows.list(), ...rows.counts(), watchLog: log.lines() };
      for (const listener of listeners) listener(view);
    });
  }

  return {
    view: (): SoftphoneView => view,
    publish,
    change(part: Partial<SoftphoneView>): void {
      view = { ...view, ...part };
      publish();
    },
    subscribe(listener: Listener): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop(): void {
      isStopped = true;
      listeners.clear();
    }
  };
}

export type Published = ReturnType<typeof published>;
