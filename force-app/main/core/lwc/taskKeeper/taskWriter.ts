import { createTaskSync, electWriter, journalStore, shareAmongTabs } from 'c/taskSync';
import type {
  Channel,
  Choices,
  LegStatus,
  Locks,
  Store,
  TaskGateway,
  TaskSync,
  Timers
} from 'c/taskSync';

/** Who writes Tasks, as seen from this tab; `memory_only`: this tab, and a reload will forget. */
export type Writer = 'this_tab' | 'other_tab' | 'memory_only';

/** What the writer needs of the browser. Anything undefined is something this browser refuses or lacks. */
export interface TaskWriterPorts {
  gateway: TaskGateway;
  storage: Store | undefined;
  locks: Locks | undefined;
  openChannel(name: string): Channel | undefined;
  /** ms epoch */
  clock: () => number;
  timers: Timers;
  /** 0 ≤ n < 1 */
  random: () => number;
  /** Tells one org's or user's journal from another's in the same browser. */
  namespace: string;
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
  /** The agent typed or chose something in another tab. */
  onChoices(key: string): void;
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
}

/** The lock is granted within milliseconds unless another tab holds it. */
const ELECTION_MS = 500;

export function createTaskWriter(ports: TaskWriterPorts, options: TaskWriterOptions): TaskWriter {
  const { clock, timers, random, gateway } = ports;
  const name = `${ports.namespace}:${options.userId}`;
  const told = new Map<string, LegStatus>();
  let isWriter = false;

  const announce = (): void =>
    options.onWriter(
      !isWriter ? 'other_tab' : sync.storage() === 'memory_only' ? 'memory_only' : 'this_tab'
    );

  const sync = (ports.createTaskSync ?? createTaskSync)({
    gateway,
    journal: journalStore(ports.storage, name, clock),
    clock,
    timers,
    random,
    watchMs: options.watchMs,
    onReread: options.onReread,
    onStorage: announce
  });
  const share = shareAmongTabs({
    channel: ports.openChannel(name),
    isWriter: () => isWriter,
    statuses: () => sync.statuses(),
    onStatus(key, status) {
      if (status) told.set(key, status);
      else told.delete(key);
      options.onStatus(key, status);
    },
    onChoices(key, choices) {
      sync.choose(key, choices);
      options.onChoices(key);
    },
    onRetry: (key) => sync.retry(key)
  });
  sync.subscribe((key, status) => {
    if (!isWriter) return;
    share.status(key, status);
    options.onStatus(key, status);
  });

  const following = timers.set(() => {
    announce();
    share.ask();
  }, ELECTION_MS);
  const election = electWriter({
    locks: ports.locks,
    name,
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
      sync.stop();
      announce();
      share.ask();
    }
  });

  return {
    setDraft: sync.setDraft,
    choices: sync.choices,
    resume: sync.resume,
    reshape: sync.reshape,
    reread: sync.reread,
    catchUp: () => (isWriter ? sync.catchUp() : []),
    isWriter: () => isWriter,
    choose(key, choices) {
      share.choices(key, sync.choose(key, choices));
    },
    retry: (key) => (isWriter ? sync.retry(key) : share.retry(key)),
    status: (key) => (isWriter ? sync.status(key) : told.get(key)),
    stop() {
      timers.clear(following);
      election.resign();
      sync.stop();
      share.close();
    }
  };
}
