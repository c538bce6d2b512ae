// What other rooms may use of this bundle. It knows the core alone: Genesys Cloud, Salesforce and the
// browser come in as ports.
export type { Enrichment } from './enrichment';
export type {
  GenesysAnswer,
  GenesysPort,
  HandledConversation,
  WatchedConversation
} from './genesysPort';
export { createTaskKeeper } from './keeper';
export type { TaskKeeper } from './keeper';
export type { Steps, TaskKeeperOptions } from './keeperOptions';
export type { CreateTranscripts } from './keptTranscripts';
export type { OrgFacts } from './orgFacts';
export type { TaskRow } from './taskRows';
export { createTaskWriter } from './taskWriter';
export type { TaskWriter, TaskWriterOptions, TaskWriterPorts, Writer } from './taskWriter';
