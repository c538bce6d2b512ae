import type { Fields, SaveFailure } from 'c/taskSync';

/** Fields of Interaction_Transcript__c. */
export const TRANSCRIPT_FIELDS = {
  key: 'Transcript_Key__c',
  part: 'Part__c',
  text: 'Text__c',
  continues: 'Continues__c'
} as const;

export type SavedPart = { ok: true; recordId: string } | { ok: false; failure: SaveFailure };

/** `recordId` absent: no record carries the key. `text` absent: it may not be read. */
export type FoundPart =
  { ok: true; recordId?: string; text?: string } | { ok: false; failure: SaveFailure };

/** Salesforce as the transcripts see it. Never rejects: every outcome is a value. */
export interface TranscriptGateway {
  create(fields: Fields): Promise<SavedPart>;
  update(recordId: string, fields: Fields): Promise<SavedPart>;
  /** The record whose `Transcript_Key__c` is `key`, never from a cache. */
  find(key: string): Promise<FoundPart>;
}

/** Outcome of a request to Genesys Cloud; a `Result` of c/genesysCloud fits. */
export type TextAnswer =
  | { ok: true; value: readonly unknown[] }
  | { ok: false; problem: { type: string; retryAfterMs?: number } };

/** Genesys Cloud as the transcripts see it. Never rejects. */
export interface TextSource {
  /** `Models.MessageData` of these ids, as far as they are there. */
  messages(conversationId: string, ids: readonly string[]): Promise<TextAnswer>;
  /** `Models.Recording` of the conversation; chats carry their transcript. */
  recordings(conversationId: string): Promise<TextAnswer>;
  /** `Models.EmailMessagePreview` of the conversation. */
  emails(conversationId: string): Promise<TextAnswer>;
}
