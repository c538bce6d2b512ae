import type { ConnectionFault } from 'c/genesysAddress';
import type { GenesysCloud } from 'c/genesysCloud';
import type { TextStorage, Timers } from 'c/ports';
import type { SoftphoneSettings } from 'c/salesforceOrg';
import type { CreateTranscripts, TaskWriter, TaskWriterOptions } from 'c/taskKeeper';

export interface SessionOptions {
  /** The adapter for these settings, or why there is none. */
  createGenesys(settings: SoftphoneSettings): GenesysCloud | ConnectionFault | 'sdk_missing';
  /** The Task writer of one Genesys user. */
  createWriter(options: TaskWriterOptions): TaskWriter;
  /** Keeps transcripts; absent: none are kept. */
  createTranscripts?: CreateTranscripts;
  /** ms epoch */
  clock: () => number;
  timers: Timers;
  /** Survives a reload; absent: what the agent set aside may come back. */
  storage?: TextStorage;
  /** BCP 47 of the browser, for the Subject's date. */
  locale: string;
  timeZone?: string;
}
