import type { TaskDraft } from 'c/taskDraft';
import { fromEntry, toEntry } from './entry';
import { conversationOf, isPending, newLeg, type Leg } from './leg';
import { looksSame, statusOf } from './legStatus';
import { createMemory } from './memory';
import { reduce, type Effect, type LegEvent } from './reduce';
import { createRequests } from './requests';
import type { LegStatus } from './status';
import type { DraftFacts, TaskSync, TaskSyncOptions } from './sync';
import { createWatch } from './watch';

const defaults = {
  keyField: 'Interaction_Key__c',
  watchMs: 24 * 60 * 60_000,
  answerWithinMs: 60_000,
  rereadsPerMinute: 100
};

const isRemember = ({ type }: Effect): boolean => type === 'remember';

type Listener = (key: string, status: LegStatus | undefined) => void;

/** Runs the reducer of each leg: carries out its effects and hands the answers back. */
export function createTaskSync(options: TaskSyncOptions): TaskSync {
  const { journal, clock, timers, random } = options;
  const { keyField, watchMs, answerWithinMs, rereadsPerMinute } = { ...defaults, ...options };
  const legs = new Map<string, Leg>();
  /** One status object per state of a leg, so that an unchanged leg keeps an unchanged status. */
  const statusMemo = new WeakMap<Leg, LegStatus>();
  const waits = new Map<string, unknown>();
  const listeners = new Set<Listener>();
  /** Set before this tab became the writer. */
  const drafts = new Map<string, { draft: TaskDraft; facts: DraftFacts }>();
  let life: 'following' | 'writing' | 'stopped' = 'following';

  const memory = createMemory(journal, (state) => options.onStorage?.(state));
  const requests = createRequests(options.gateway, timers, answerWithinMs, dispatch);
  const watch = createWatch({
    clock,
    timers,
    rereadsPerMinute,
    onReread: (id) => options.onReread?.(id),
    onExpire: (key) => {
      const leg = legs.get(key);
      if (leg) forgetWhenOver(leg);
    }
  });

  function dispatch(key: string, event: LegEvent): void {
    if (life !== 'writing') return;
    const known = legs.get(key);
    // An answer for a leg that was forgotten meanwhile.
    if (!known && event.type !== 'draft') return;
    const before = known ?? newLeg(key);
    const context = { now: clock(), roll: random(), keyField, watchMs };
    const { leg, effects } = reduce(before, event, context);
    legs.set(key, leg);
    for (const effect of effects) carryOut(leg, effect);
    // Once, and after requests have left.
    if (effects.some(isRemember)) memory.remember(toEntry(leg, keyField));
    if (!known || leg.watchUntil !== known.watchUntil) {
      follow(leg);
    }
    if (!looksSame(before, leg)) tell(key, status(key));
    forgetWhenOver(leg);
  }

  /** By the browser's clock, which may differ from the one that `endedAt` was read on. */
  function follow({ key, watchUntil }: Leg): void {
    watch.follow(key, watchUntil === undefined ? undefined : watchUntil - watchMs, watchUntil);
  }

  function carryOut(leg: Leg, effect: Effect): void {
    if (effect.type === 'wait') wait(leg.key, effect.ms);
    else if (effect.type !== 'remember') requests.send(leg.key, effect);
  }

  function wait(key: string, ms: number): void {
    timers.clear(waits.get(key));
    const timer = timers.set(() => {
      waits.delete(key);
      dispatch(key, { type: 'timer' });
    }, ms);
    waits.set(key, timer);
  }

  /** A leg whose watch has ended costs nothing, unless something of it is still unsaved. */
  function forgetWhenOver(leg: Leg): void {
    const over = leg.watchUntil !== undefined && leg.watchUntil <= clock();
    if (!over || leg.flight || isPending(leg, keyField) || legs.get(leg.key) !== leg) return;
    legs.delete(leg.key);
    watch.forget(leg.key);
    timers.clear(waits.get(leg.key));
    waits.delete(leg.key);
    memory.forget(leg.key);
    tell(leg.key, undefined);
  }

  function tell(key: string, told: LegStatus | undefined): void {
    for (const listener of listeners) listener(key, told);
  }

  function status(key: string): LegStatus | undefined {
    const leg = legs.get(key);
    if (!leg) return undefined;
    let memo = statusMemo.get(leg);
    if (!memo) statusMemo.set(leg, (memo = statusOf(leg, keyField)));
    return memo;
  }

  function setDraft(key: string, draft: TaskDraft, facts: DraftFacts = {}): void {
    const over = facts.endedAt !== undefined && facts.endedAt + watchMs <= clock();
    if (life === 'stopped' || (over && !legs.has(key))) return;
    watch.heard(key);
    if (life === 'writing') dispatch(key, { type: 'draft', draft, facts });
    else drafts.set(key, { draft, facts });
  }

  function start(): void {
    if (life !== 'following') return;
    life = 'writing';
    memory.refresh();
    for (const entry of journal.load().entries) {
      const leg = fromEntry(entry);
      legs.set(leg.key, leg);
      follow(leg);
    }
    for (const [key, { draft, facts }] of drafts) {
      // What the earlier writer knew may be newer: a Task that exists waits for a fresh reading.
      if (!legs.has(key)) dispatch(key, { type: 'draft', draft, facts });
    }
    drafts.clear();
    for (const key of legs.keys()) tell(key, status(key));
  }

  function each(event: LegEvent, matters: (leg: Leg) => boolean = () => true): void {
    for (const leg of [...legs.values()]) if (matters(leg)) dispatch(leg.key, event);
  }

  return {
    start,
    stop() {
      life = 'stopped';
      watch.stop();
      for (const timer of waits.values()) timers.clear(timer);
      waits.clear();
      listeners.clear();
    },
    setDraft,
    choose: (key, choices) => memory.choose(key, choices),
    choices: (key) => memory.choices(key),
    retry(key) {
      each({ type: 'retry' }, (leg) => key === undefined || leg.key === key);
    },
    resume: (reason) => each({ type: 'resume', reason }),
    reshape() {
      each(
        { type: 'reshape' },
        (leg) => leg.gate === 'needs_you' || Object.keys(leg.refused).length > 0
      );
    },
    catchUp() {
      const live = new Set<string>();
      const ended = new Set<string>();
      for (const leg of legs.values()) {
        (leg.endedAt === undefined ? live : ended).add(conversationOf(leg.key));
      }
      const ids = [...live, ...[...ended].filter((id) => !live.has(id))];
      watch.ask(ids);
      return ids;
    },
    reread: (ids) => watch.ask(ids),
    status,
    statuses: () => [...legs.keys()].map((key) => status(key) as LegStatus),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    storage: () => memory.state()
  };
}
