import type { Interaction, Media } from 'c/interaction';
import type { TextSource } from 'c/transcript';

/** Why Genesys Cloud did not answer; a `GenesysProblem` of c/genesysCloud fits. */
export interface GenesysFailure {
  type: string;
  retryAfterMs?: number;
}

/** Outcome of a request to Genesys Cloud; a `Result` of c/genesysCloud fits. */
export type GenesysAnswer<T> = { ok: true; value: T } | { ok: false; problem: GenesysFailure };

/** A wrap-up code. */
export interface NamedCode {
  id: string;
  name: string;
}

export interface HandledConversation {
  conversationId: string;
  media: Media;
}

export interface WatchedConversation extends HandledConversation {
  /** Every interaction of mine in it has ended. */
  isOver: boolean;
}

/** Genesys Cloud as the keeper sees it. Requests never reject. */
export interface GenesysPort extends TextSource {
  /** Reads one conversation now: with a medium as shape M, without as shape C. */
  readConversation(conversationId: string, media?: Media): Promise<GenesysAnswer<unknown>>;
  /** Conversations of mine within so many ms, by Genesys's clock; `until` is its time now, ms epoch. */
  handled(
    withinMs: number,
    since?: number
  ): Promise<GenesysAnswer<{ conversations: readonly HandledConversation[]; until: number }>>;
  /** Conversations to read again after each reconnect. Replaces the former list. */
  watch(conversations: readonly WatchedConversation[]): void;
  /** A contact's row of a campaign, column → value. */
  contactColumns(list: string, contact: string): Promise<GenesysAnswer<Record<string, string>>>;
  queueName(queueId: string): Promise<string | undefined>;
  /** The codes of the interaction's queue. */
  wrapUpCodes(interaction: Interaction): Promise<GenesysAnswer<readonly NamedCode[]>>;
  wrapUpName(interaction: Interaction, code: string): Promise<string | undefined>;
}
