import type { Media } from 'c/interaction';
import type { GenesysEvent, GenesysUser } from './events';
import type { Handled } from './history';
import type { Result } from './result';
import type { WatchedConversation } from './reading';

/** What call control needs to know of an interaction; an `Interaction` of c/interaction fits. */
export interface InteractionRef {
  conversationId: string;
  participantId: string;
  /** Absent in shape M: the adapter then asks Genesys for it when a request needs one. */
  communicationId?: string;
  media: Media;
}

export interface Named {
  id: string;
  name: string;
}

export interface PresenceOption extends Named {
  /** System presence behind it: `Available`, `On Queue` … */
  system: string;
  /** False: Genesys sets it itself, or it is no longer in use; it has a name all the same. */
  isOffered: boolean;
}

export interface Agent extends Named {
  /** Its name in the language of the user, or the system presence; when the server tells. */
  presence?: string;
}

/**
 * Genesys Cloud for one user in one browser tab. Requests never throw or reject: they resolve to a
 * `Result`. Effects of call control arrive as `conversation` events; `ok` means "accepted".
 *
 * Signing in is up to the user, who follows a link: see the events `signInAddress`, `signedIn` and
 * `signInFailed`.
 */
export interface GenesysCloud {
  /** Takes up the token remembered by this tab, when there is one and it is still good. */
  resume(): Promise<boolean>;
  /** Stops, forgets the token and ends it at Genesys. */
  signOut(): Promise<void>;

  /**
   * Reads the user, opens the notification channel, subscribes, and reads all conversations.
   * Resolves after the first attempt: `ok` once the user is known, even when the channel is not up
   * yet (it goes on trying, see `connection` events). Not `ok`: nothing runs, call it again.
   */
  start(): Promise<Result<GenesysUser>>;
  /** Closes socket and timers, offers no sign-in any more. Listeners stay. */
  stop(): void;
  /** @returns a function that ends the listening */
  on(listener: (event: GenesysEvent) => void): () => void;
  /** What the browser knows: network gone, network back, the machine woke up. */
  signal(what: 'offline' | 'online' | 'wake'): void;
  /** Re-reads all live and watched conversations now; the effect is that of a reconnect. */
  reread(): Promise<void>;

  /**
   * Conversations to read again after each (re)connect beside the live ones, such as those within
   * their watch window, oldest first. Replaces the former list. Those that are over are followed
   * through their detail topics where the user may.
   */
  watch(conversations: readonly WatchedConversation[]): void;
  /**
   * Conversations that the user took part in within so many ms, or only those since `since`, which
   * is `until` of an earlier answer, or somewhat before. By analytics: lags a few minutes behind;
   * `forbidden` without `analytics:conversationDetail:view`.
   */
  handled(withinMs: number, since?: number): Promise<Result<Handled>>;
  /**
   * Reads one conversation now and returns it without emitting it. With a medium by the route that
   * needs no permission (shape M), else `GET /conversations/{id}` (shape C).
   */
  readConversation(conversationId: string, media?: Media): Promise<Result<unknown>>;

  answer(interaction: InteractionRef): Promise<Result>;
  /** Sends an alert back to its queue. */
  decline(interaction: InteractionRef): Promise<Result>;
  disconnect(interaction: InteractionRef): Promise<Result>;
  hold(interaction: InteractionRef, on: boolean): Promise<Result>;
  mute(interaction: InteractionRef, on: boolean): Promise<Result>;
  /** DTMF: `0-9 * # A-D`. Calls only. */
  sendDigits(interaction: InteractionRef, digits: string): Promise<Result>;
  transferToQueue(interaction: InteractionRef, queueId: string): Promise<Result>;
  transferToUser(interaction: InteractionRef, userId: string): Promise<Result>;
  /** `code`: id of a wrap-up code. */
  setWrapUp(interaction: InteractionRef, wrapUp: { code: string; notes?: string }): Promise<Result>;
  /** Ends after-call work without a code, as *Done* in Genesys Cloud does. */
  skipWrapUp(interaction: InteractionRef): Promise<Result>;
  /** The codes of the interaction's queue. Needs no permission. */
  wrapUpCodes(interaction: InteractionRef): Promise<Result<Named[]>>;
  /** @returns id of the new conversation */
  dial(call: { phoneNumber: string; callFromQueueId?: string }): Promise<Result<string>>;

  /** Queues to transfer to: all the user may see, else the user's own. By name. */
  queues(): Promise<Result<Named[]>>;
  /** People to transfer to whose name matches; an empty query lists the first. */
  agents(query: string): Promise<Result<Agent[]>>;
  presences(): Promise<Result<PresenceOption[]>>;
  setPresence(presenceId: string): Promise<Result>;
  /** `IDLE`, `NOT_RESPONDING`, `OFF_QUEUE` …; leaving `NOT_RESPONDING` is the usual reason. */
  setRoutingStatus(status: string): Promise<Result>;

  /** `Models.MessageData` of at most 1,000 of a conversation's messages; those not there are left out. */
  messages(conversationId: string, ids: readonly string[]): Promise<Result<unknown[]>>;
  /** `Models.EmailMessagePreview` of a conversation. */
  emails(conversationId: string): Promise<Result<unknown[]>>;
  /** `Models.Recording` of a conversation; a chat's carries its transcript. Empty until it is made. */
  recordings(conversationId: string): Promise<Result<unknown[]>>;

  /** A contact's row in a campaign's contact list, column → value. Needs a permission. */
  contactColumns(contactListId: string, contactId: string): Promise<Result<Record<string, string>>>;

  /** Name of a queue; each id is asked once. Undefined when nobody may tell. */
  queueName(queueId: string): Promise<string | undefined>;
  /** Name of a wrap-up code, through the interaction's own codes first; each id is asked once. */
  wrapUpName(interaction: InteractionRef, code: string): Promise<string | undefined>;
}
