import type { TaskDraft } from 'c/taskDraft';
import { fromEntry, toEntry } from './entry';
import { fingerprints } from './fingerprint';
import { heldChoices } from './heldChoices';
import type { ChoiceField, JournalEntry } from './journal';
import { conversationOf, isPending, newLeg, type Leg } from './leg';
import { looksSame, statusOf } from './legStatus';
import { createMemory } from './memory';
import { createRecall } from './recall';
import { reduce } from './reduce';
import { createRequests } from './requests';
import type { LegStatus } from './status';
import type { DraftFacts, TaskSync, TaskSyncOptions } from './sync';
import { createWaits } from './waits';
import { createWatch, type Watch } from './watch';
import type { Effect, LegEvent } from './effects';

const defaults = {
  keyField: 'Interaction_Key__c',
  watchMs: 24 * 60 * 60_000,
  answerWithinMs: 60_000,
  rereadsPerMinute: 100
};

/** How often a storage that refused is tried again. */
const STORAGE_AGAIN = 30_000;
/** A shift's worth of Tasks at once would slow down the page, and the org refuses the rest. */
const MOST_CREATES = 6;

const isRemember = ({ type }: Effect): boolean => type === 'remember';

const isCreating = ({ flight }: Leg): boolean => flight?.type === 'create';

type Listener = (key: string, status: LegStatus | undefined) => void;

/** Runs the reducer of each leg: carries out its effects and hands the answers back. */
export function createTaskSync(options: TaskSyncOptions): TaskSync {
  const { journal, clock, timers, random } = options;
  const { keyField, watchMs, answerWithinMs, rereadsPerMinute } = { ...defaults, ...options };
  const { userId } = options;
  const own = { keyField, userId, fingerprint: fingerprints(options.fingerprintKey) };
  const legs = new Map<string, Leg>();
  /** One status object per state of a leg, so that an unchanged leg keeps an unchanged status. */
  const statusMemo = new WeakMap<Leg, LegStatus>();
  const waits = createWaits(timers, (key) => dispatch(key, { type: 'timer' }));
  const listeners = new Set<Listener>();
  /** Set before this tab became the writer. */
  const drafts = new Map<string, { draft: TaskDraft; facts: DraftFacts }>();
  /** Legs that wait for their turn to create, first come first served. */
  const queue = new Set<string>();
  let creates = 0;
  let life: 'following' | 'writing' | 'stopped' = 'following';
  /** Counts the times of writing: an answer to an earlier one's request is none to this one's. */
  let term = 0;
  /** What the Task holds of the agent's choices, and the storage not any more. */
  const handedOver = new Map<string, ChoiceField[]>();
  let storageAgain: unknown;

  const memory = createMemory(journal, {
    onState(state) {
      options.onStorage?.(state);
      offerAgain();
    },
    onChoicesKept: (key) => options.onChoicesKept?.(key)
  });
  const recall = createRecall({
    ...{ gateway: options.gateway, journal, timers, random, answerWithinMs, keyField },
    isKnown: memory.knows,
    onRead(key, read) {
      if (read) {
        memory.recall(key, read.choices);
        dispatch(key, { type: 'recalled', fields: read.fields });
      }
      options.onRecalled?.(key);
    }
  });
  let requests = openRequests();
  let watch = openWatch();

  function openRequests(): ReturnType<typeof createRequests> {
    const mine = term;
    return createRequests(options.gateway, timers, answerWithinMs, (key, event) => {
      if (mine === term) dispatch(key, event);
    });
  }

  function openWatch(): Watch {
    return createWatch({
      clock,
      timers,
      rereadsPerMinute,
      onReread: (id) => options.onReread?.(id),
      onExpire: (key) => {
        const leg = legs.get(key);
        if (leg) forgetWhenOver(leg);
      }
    });
  }

  function offerAgain(): void {
    timers.clear(storageAgain);
    storageAgain = undefined;
    if (life === 'stopped' || memory.state() === 'stored') return;
    storageAgain = timers.set(() => {
      memory.again();
      offerAgain();
    }, STORAGE_AGAIN);
  }

  function dispatch(key: string, event: LegEvent): void {
    if (life !== 'writing') return;
    const known = legs.get(key);
    // An answer for a leg that was forgotten meanwhile.
    if (!known && event.type !== 'draft') return;
    const before = known ?? newLeg(key);
    const mayCreate = creates < MOST_CREATES;
    const context = { now: clock(), roll: random(), keyField, watchMs, userId, mayCreate };
    const { leg, effects } = reduce(before, event, context);
    legs.set(key, leg);
    creates += Number(isCreating(leg)) - Number(isCreating(before));
    if (leg.isQueued) queue.add(key);
    else queue.delete(key);
    for (const effect of effects) carryOut(leg, effect);
    // Once, and after requests have left.
    if (effects.some(isRemember)) remember(leg);
    if (!known || leg.watchUntil !== known.watchUntil) {
      follow(leg);
    }
    if (!looksSame(before, leg)) tell(key, status(key));
    forgetWhenOver(leg);
    const [next] = queue;
    if (creates < MOST_CREATES && next !== undefined) dispatch(next, { type: 'turn' });
  }

  function remember(leg: Leg): void {
    const held = leg.flight ? undefined : heldChoices(leg, memory.choices(leg.key));
    if (held) handedOver.set(leg.key, held);
    const chosen = handedOver.get(leg.key);
    const entry = toEntry(leg, own);
    const isKept = memory.remember(chosen ? { ...entry, chosen } : entry);
    if (!held || !isKept || memory.handOver(leg.key, memory.choices(leg.key))) return;
    options.onRecalled?.(leg.key);
  }

  /** By the browser's clock, which may differ from the one that `endedAt` was read on. */
  function follow({ key, watchUntil }: Leg): void {
    watch.follow(key, watchUntil === undefined ? undefined : watchUntil - watchMs, watchUntil);
  }

  function carryOut(leg: Leg, effect: Effect): void {
    if (effect.type === 'wait') waits.set(leg.key, effect.ms);
    else if (effect.type !== 'remember') requests.send(leg.key, effect);
  }

  /** A leg whose watch has ended costs nothing, unless something of it is still unsaved. */
  function forgetWhenOver(leg: Leg): void {
    const over = leg.watchUntil !== undefined && leg.watchUntil <= clock();
    if (!over || leg.flight || isPending(leg, keyField) || legs.get(leg.key) !== leg) return;
    legs.delete(leg.key);
    watch.forget(leg.key);
    waits.clear(leg.key);
    memory.forget(leg.key);
    recall.forget(leg.key);
    handedOver.delete(leg.key);
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
    if (recall.isOpen(key)) return;
    if (life === 'writing') dispatch(key, { type: 'draft', draft, facts });
    else drafts.set(key, { draft, facts });
  }

  function start(): void {
    if (life !== 'following') return;
    life = 'writing';
    memory.refresh();
    for (const entry of journal.load()) takeOver(entry);
    for (const [key, { draft, facts }] of drafts) {
      // What the earlier writer knew may be newer: a Task that exists waits for a fresh reading.
      if (!legs.has(key)) dispatch(key, { type: 'draft', draft, facts });
    }
    drafts.clear();
    for (const key of legs.keys()) tell(key, status(key));
  }

  /** One entry that nobody could have foreseen must not keep the others from their Tasks. */
  function takeOver(entry: JournalEntry): void {
    try {
      const leg = fromEntry(entry, own);
      legs.set(leg.key, leg);
      if (entry.chosen) handedOver.set(leg.key, entry.chosen);
      recall.forget(leg.key);
      follow(leg);
    } catch {
      legs.delete(entry.key);
      journal.remove(entry.key);
      options.onSpoilt?.('entry');
    }
  }

  function endTerm(): void {
    term += 1;
    watch.stop();
    waits.stop();
  }

  function stop(): void {
    life = 'stopped';
    endTerm();
    recall.stop();
    timers.clear(storageAgain);
    listeners.clear();
  }

  function each(event: LegEvent, matters: (leg: Leg) => boolean = () => true): void {
    for (const leg of [...legs.values()]) if (matters(leg)) dispatch(leg.key, event);
  }

  return {
    start,
    stop,
    follow() {
      if (life !== 'writing') return;
      life = 'following';
      endTerm();
      // Of what the storage never took, these are all there is.
      for (const { key, draft, endedAt } of legs.values()) {
        if (draft) drafts.set(key, { draft, facts: endedAt === undefined ? {} : { endedAt } });
      }
      legs.clear();
      requests = openRequests();
      watch = openWatch();
    },
    leave() {
      if (life !== 'writing') return 0;
      for (const leg of legs.values()) remember(leg);
      stop();
      return journal.leave();
    },
    setDraft,
    choose: (key, choices) => memory.choose(key, choices),
    choices: (key) => memory.choices(key),
    choicesChanged(key, isLast) {
      const isSeen = memory.changed(key, isLast);
      if (isSeen && !memory.knows(key)) recall.forget(key);
      return isSeen;
    },
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
