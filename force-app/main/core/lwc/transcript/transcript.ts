// What other rooms may use of this bundle: texts in, records kept. Everything it needs of the world
// is a parameter.
export { TRANSCRIPT_FIELDS } from './gateway';
export type { FoundPart, SavedPart, TextAnswer, TextSource, TranscriptGateway } from './gateway';
export type { Line, Said } from './line';
export { inOrder, lineOf } from './line';
export { readEmails } from './readEmails';
export { readMessages } from './readMessages';
export { readRecordings } from './readRecordings';
export { createTranscripts } from './runner';
export type { Followed, Transcripts, TranscriptsOptions } from './runner';
export type { Parties } from './sender';
export { PART_LIMIT, splitLines } from './split';
export type { Source } from './thread';
