import type { Random, Timers } from 'c/ports';
import type { TaskDraft } from 'c/taskDraft';
import type { TaskGateway } from './gateway';
import type { Choices, Journal } from './journal';
import type { LegStatus } from './status';

export interface TaskSyncOptions {
  gateway: TaskGateway;
  journal: Journal;
  /** ms epoch */
  clock: () => number;
  timers: Timers;
  random: Random;
  /** Random, of this browser, 32 hexadecimal digits: what the journal's fingerprints are made with. */
  fingerprintKey: string;
  /** Salesforce id of this user: a Task of somebody else is not written. Undefined: not told apart. */
  userId?: string;
  /** Default `Interaction_Key__c`. */
  keyField?: string;
  /** How long after disconnect late changes are still written, ms. Default 24 h. */
  watchMs?: number;
  /** A request that has not been answered after this many ms counts as of unknown outcome. Default 60 000. */
  answerWithinMs?: number;
  /** Most conversations asked for by `onReread` in any minute. Default 100. */
  rereadsPerMinute?: number;
  /** Please read this conversation again and hand its drafts to `setDraft`, changed or not. */
  onReread?: (conversationId: string) => void;
  /** The journal's storage refused (or works again): from now on a reload forgets. */
  onStorage?: (storage: StorageState) => void;
  /** The agent's choices of a leg are in the storage now, for the other tabs to read. */
  onChoicesKept?: (key: string) => void;
  /** Choices were read from the Task again: please draft this leg with them. */
  onRecalled?: (key: string) => void;
  /** Something stored made the engine fail and was thrown away. */
  onSpoilt?: (what: string) => void;
}

export type StorageState = 'stored' | 'memory_only';

export interface DraftFacts {
  /** ms epoch when this leg disconnected; starts its watch. */
  endedAt?: number;
}

/** Keeps one Salesforce Task per leg equal to its newest draft. */
export interface TaskSync {
  /**
   * Begin to write: call when this tab is the writer, and `catchUp` after it. Takes over what the
   * journal remembers. Of the drafts set before, those of legs that the journal does not know are
   * written; the others may be older than what the earlier writer wrote and wait for a re-read.
   */
  start(): void;
  /** Another tab writes from now on: as before `start`, which may be called again later. */
  follow(): void;
  /** Never write again. What is in flight is left to end by itself. */
  stop(): void;
  /**
   * This leg's Task should be like `draft`. When nothing is in flight the write leaves before this
   * call returns. Ignored for a leg whose watch has ended.
   */
  setDraft(key: string, draft: TaskDraft, facts?: DraftFacts): void;
  /** Remember what the agent typed or chose; the session puts it into the next draft. */
  choose(key: string, choices: Choices): Choices;
  choices(key: string): Choices;
  /** Another tab stored choices of this leg. False: not to be seen yet; look again, `isLast` in the end. */
  choicesChanged(key: string, isLast: boolean): boolean;
  /**
   * The agent leaves: nothing saved stays in the storage. Stops as well. Returns of how many legs
   * something waits there to be saved.
   */
  leave(): number;
  /** The agent asks to try again: also refused fields, for one leg or for all. */
  retry(key?: string): void;
  /** `signed_in`: Salesforce takes requests again. `online`: the network is back or the tab woke up. */
  resume(reason: 'signed_in' | 'online'): void;
  /** Mappings or object info changed: what was refused before may be accepted now. */
  reshape(): void;
  /**
   * Conversations to re-read at start, reconnect, wake-up and hand-over, live ones first. They are
   * also asked for through `onReread`, within the rate budget.
   */
  catchUp(): string[];
  /** Ask for these conversations as well, through `onReread` and within the same budget. */
  reread(conversationIds: Iterable<string>): void;
  status(key: string): LegStatus | undefined;
  statuses(): LegStatus[];
  /** Called with each status that changed; undefined status: the leg is forgotten. Returns an end to it. */
  subscribe(listener: (key: string, status: LegStatus | undefined) => void): () => void;
  storage(): StorageState;
}
