/**
 * What exists nowhere else: neither in Genesys Cloud nor, until it is saved, in Salesforce.
 * Ids are Salesforce record ids.
 */
export interface Choices {
  notes?: string;
  whoId?: string;
  whatId?: string;
  /** Names of the chosen records, to show them after a reload without asking. */
  whoName?: string;
  whatName?: string;
}

/** Task fields that hold what the agent typed or chose. */
export const choiceFields = { Description: 'notes', WhoId: 'whoId', WhatId: 'whatId' } as const;

export type ChoiceField = keyof typeof choiceFields;

/**
 * One leg as remembered across reloads. Holds no attribute values, only their fingerprints, so that
 * nothing about a customer stays in the browser's storage.
 */
export interface JournalEntry {
  key: string;
  taskId?: string;
  /** Says that this Task is known to be this agent's: see `proofOf`. */
  proof?: string;
  /** A create was sent and its outcome was not yet known. */
  unsure?: boolean;
  /** The Task was deleted in Salesforce. */
  gone?: boolean;
  /** field → fingerprint of our value as last written; null: written as empty. */
  written: Record<string, string | null>;
  /** Fields of updates whose outcome was not yet known: fingerprints of what we said, and until when. */
  doubts?: Record<string, { values: (string | null)[]; open: boolean; until: number }>;
  /** Not created by us as far as we know: fields that are not in `written` may hold anything. */
  adopted?: boolean;
  /** What was written is not known (no room, or unreadable): the Task has to be read. */
  unread?: boolean;
  /** ms epoch */
  savedAt?: number;
  lastModified?: string;
  endedAt?: number;
  watchUntil?: number;
  /** A difference was known and not yet saved. */
  pending?: boolean;
  /** The Task holds these choices, and the journal not any more: they are read from there. */
  chosen?: ChoiceField[];
  /** When this was last stored, ms epoch; said by the storage itself. */
  keptAt?: number;
}

/** Saving and removing return false when the storage refused (full, blocked). Nothing throws. */
export interface Journal {
  load(): JournalEntry[];
  entry(key: string): JournalEntry | undefined;
  save(entry: JournalEntry): boolean;
  remove(key: string): boolean;
  /** Kept apart from the entry because any tab may type notes, but only the writer saves entries. */
  choices(key: string): Choices | undefined;
  saveChoices(key: string, choices: Choices): boolean;
  removeChoices(key: string): boolean;
  /** The agent leaves: only what is not saved yet stays. Returns of how many legs there is some. */
  leave(): number;
}
