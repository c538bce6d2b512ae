import { attributesOf, hearConversation, interactionsOf } from 'c/interaction';
import type { Timers } from 'c/ports';
import { draftTask } from 'c/taskDraft';
import type { GenesysPort, NamedCode } from './genesysPort';
import type { CreateTranscripts } from './keptTranscripts';
import type { OrgFacts } from './orgFacts';
import type { TaskRow } from './taskRows';
import type { TaskWriter, TaskWriterOptions, Writer } from './taskWriter';

/** The pure steps of the way, in its order. The simulation's mutants put faulty ones in their place. */
export const STEPS = { hearConversation, interactionsOf, attributesOf, draftTask };
export type Steps = typeof STEPS;

export interface TaskKeeperOptions {
  /** The Genesys user whose interactions are kept. */
  user: { id: string; name: string };
  genesys: GenesysPort;
  /** What is known of the org so far; `setOrg` tells of the rest. */
  org: OrgFacts;
  createWriter(options: TaskWriterOptions): TaskWriter;
  /** Absent: no transcripts are kept. */
  createTranscripts?: CreateTranscripts | undefined;
  /** ms epoch */
  clock: () => number;
  timers: Timers;
  /** BCP 47 of the browser, for the Subject's date. */
  locale: string;
  timeZone?: string | undefined;
  allAttributes?: boolean;
  steps?: Partial<Steps>;
  /** A row came, changed or went (`undefined`). */
  onRow(key: string, row: TaskRow | undefined): void;
  /** The wrap-up codes of a queue that a leg came from are known. */
  onWrapUpCodes?(queueId: string, codes: readonly NamedCode[]): void;
  onWriter(writer: Writer): void;
  /** For the support log: states, ids and codes, never personal data. */
  note(text: string): void;
}
