import { browserSecret } from 'c/browserSecret';
import type { Purpose } from 'c/browserSecret';
import type { Locks, Store, TabChannel, Timers } from 'c/ports';
import {
  createTaskSync,
  electWriter,
  fromShared,
  journalStore,
  shareAmongTabs,
  sweepJournals
} from 'c/taskSync';
import type { Choices, LegStatus, SharedStatus, TaskGateway, TaskSync } from 'c/taskSync';

/**
 * Who writes Tasks, as seen from this tab. `memory_only`: this tab, and a reload will forget; `taken`:
 * whoever saves now has taken the place of this tab more than once.
 */
export type Writer = 'this_tab' | 'other_tab' | 'memory_only' | 'taken';

/** What the writer needs of the browser. Anything undefined is something this browser refuses or lacks. */
export interface TaskWriterPorts {
  gateway: TaskGateway;
  storage: Store | undefined;
  locks: Locks | undefined;
  openChannel(name: string): TabChannel | undefined;
  /** ms epoch */
  clock: () => number;
  timers: Timers;
  /** 0 ≤ n < 1 */
  random: () => number;
  /** From the browser's cryptographic source. */
  randomBytes(count: number): Uint8Array;
  /** `product:user`, tells one user's journal from another's in the same browser. */
  namespace: string;
  /** Salesforce id of this user. */
  salesforceUserId?: string;
  /** The engine; the simulation puts a faulty one in its place. */
  createTaskSync?: typeof createTaskSync;
}

export interface TaskWriterOptions {
  /** Genesys user id. */
  userId: string;
  watchMs: number;
  onReread(conversationId: string): void;
  /** This tab became the writer; anything the former one missed should be read again. */
  onElected(): void;
  onWriter(writer: Writer): void;
  onStatus(key: string, status: LegStatus | undefined): void;
  /** What the agent typed or chose is known anew: in another tab, or read from the Task. */
  onChoices(key: string): void;
  /** Worth a line in the support log. */
  onNote(text: string): void;
}

/** One agent's Task writer: in this tab, or followed from this tab while another one writes. */
export interface TaskWriter extends Pick<
  TaskSync,
  'setDraft' | 'choices' | 'resume' | 'reshape' | 'catchUp' | 'reread'
> {
  /** Does this tab write, or does it follow another one? */
  isWriter(): boolean;
  choose(key: string, choices: Choices): void;
  retry(key?: string): void;
  status(key: string): LegStatus | undefined;
  /** Leaves the election: another tab takes over at once. */
  stop(): void;
  /** The agent signs out: nothing saved stays in the browser. Returns how many logs are not saved yet. */
  leave(): number;
}

/** The lock is granted within milliseconds unless another tab holds it. */
const ELECTION_MS = 500;

/** When to look again for what another tab has stored, one after the other, ms. */
const LOOKS_MS: readonly number[] = [50, 250, 1_000];

/** Taken away this often, it is no accident. */
const LOSSES = 2;
/** What is dropped from the storage is told together. */
const TELL_MS = 1_000;

/** Counts what was dropped, by kind, and says so in one line. */
function droppings(timers: Timers, note: (text: string) => void) {
  const counts = new Map<string, number>();
  let timer: unknown;
  return (kind: string): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    timer ??= timers.set(() => {
      timer = undefined;
      note(`dropped: ${[...counts].map(([what, count]) => `${what} ${count}`).join(', ')}`);
      counts.clear();
    }, TELL_MS);
  };
}

export function createTaskWriter(ports: TaskWriterPorts, options: TaskWriterOptions): TaskWriter {
  const { clock, timers, random, gateway, storage } = ports;
  const name = `${ports.namespace}:${options.userId}`;
  const told = new Map<string, SharedStatus>();
  const drafts = new Map<string, Parameters<TaskSync['setDraft']>[1]>();
  const onDropped = droppings(timers, options.onNote);
  let isWriter = false;
  let losses = 0;
  let isOver = false;

  const secret = (purpose: Purpose): string | undefined =>
    browserSecret(purpose, { storage, randomBytes: ports.randomBytes });
  const lockName = secret('lock');
  const channelName = secret('channel');

  const swept = sweepJournals(storage, ports.namespace.split(':')[0] ?? '', clock);
  if (swept) options.onNote(`expired: ${swept} stored items`);

  function writerState(): Writer {
    if (!isWriter) return losses < LOSSES ? 'other_tab' : 'taken';
    return sync.storage() === 'memory_only' ? 'memory_only' : 'this_tab';
  }
  const announce = (): void => options.onWriter(writerState());

  const sync = (ports.createTaskSync ?? createTaskSync)({
    gateway,
    journal: journalStore(storage, name, clock, onDropped),
    clock,
    timers,
    random,
    // Without a storage nothing is read back: any key will do.
    fingerprintKey: secret('fingerprint') ?? '0'.repeat(32),
    userId: ports.salesforceUserId,
    watchMs: options.watchMs,
    onReread: options.onReread,
    onStorage: announce,
    onChoicesKept: (key) => share.changed(key),
    onRecalled: options.onChoices,
    onSpoilt: onDropped
  });
  const share = shareAmongTabs({
    channel: channelName
      ? ports.openChannel(`softphone:${channelName}:${options.userId}`)
      : undefined,
    clock,
    isWriter: () => isWriter,
    statuses: () => sync.statuses(),
    onStatus(key, status) {
      if (status) told.set(key, status);
      else forget(key);
      options.onStatus(key, statusOf(key));
    },
    onChanged: (key) => lookForChoices(key, LOOKS_MS),
    onRetry: (key) => sync.retry(key),
    onDropped
  });
  sync.subscribe((key, status) => {
    if (!isWriter) return;
    if (!status) forget(key);
    share.status(key, status);
    options.onStatus(key, status);
  });

  /** The message may be here before what the other tab stored is to be seen in this one. */
  function lookForChoices(key: string, [next, ...later]: readonly number[]): void {
    if (isOver) return;
    const isSeen = sync.choicesChanged(key, next === undefined);
    if (isSeen) options.onChoices(key);
    else if (next !== undefined) timers.set(() => lookForChoices(key, later), next);
  }

  function forget(key: string): void {
    told.delete(key);
    drafts.delete(key);
  }

  function statusOf(key: string): LegStatus | undefined {
    if (isWriter) return sync.status(key);
    const shared = told.get(key);
    return shared && fromShared(shared, drafts.get(key));
  }

  const following = timers.set(() => {
    announce();
    share.ask();
  }, ELECTION_MS);
  const election = electWriter({
    // Tabs that have no storage in common would not know of each other's notes: each writes its own.
    locks: lockName ? ports.locks : undefined,
    name: `softphone:${lockName}:${options.userId}`,
    onElected() {
      timers.clear(following);
      isWriter = true;
      told.clear();
      sync.start();
      announce();
      options.onElected();
    },
    onLost() {
      isWriter = false;
      losses += 1;
      sync.follow();
      options.onNote(`writer's lock taken away: ${losses}`);
      announce();
      share.ask();
    },
    onFault(thrown) {
      const kind = thrown instanceof Error ? thrown.name : typeof thrown;
      options.onNote(`becoming the writer failed: ${kind}`);
    }
  });

  function resign(): void {
    isOver = true;
    timers.clear(following);
    election.resign();
    share.close();
  }

  return {
    setDraft(key, draft, facts) {
      drafts.set(key, draft);
      sync.setDraft(key, draft, facts);
    },
    choices: sync.choices,
    resume: sync.resume,
    reshape: sync.reshape,
    reread: sync.reread,
    catchUp: () => (isWriter ? sync.catchUp() : []),
    isWriter: () => isWriter,
    choose: (key, choices) => void sync.choose(key, choices),
    retry: (key) => (isWriter ? sync.retry(key) : share.retry(key)),
    status: statusOf,
    stop() {
      resign();
      sync.stop();
    },
    leave() {
      const unsaved = sync.leave();
      resign();
      sync.stop();
      return unsaved;
    }
  };
}
