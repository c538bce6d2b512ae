import type { Media } from './interactionView';

/**
 * Who told something. Shape M describes one medium only, so each medium is a source of its own: a call that ended says
 * nothing about the callback it belongs to.
 */
export type Source = 'E' | 'C' | 'M' | `M-${Media}`;

/** One call, callback, chat, email or message of one participant. Times are ms since 1970; absent means not told. */
export interface Communication {
  media: Media;
  id?: string;
  /** As told, lower case. Read it through `stateOf`: times are stronger. */
  state?: string;
  direction?: 'inbound' | 'outbound';
  held?: boolean;
  muted?: boolean;
  recording?: boolean;
  alertedAt?: number;
  connectedAt?: number;
  disconnectedAt?: number;
  heldSince?: number;
  selfAddress?: string;
  selfDisplay?: string;
  otherAddress?: string;
  fromAddress?: string;
  fromDisplay?: string;
  fromName?: string;
  toAddress?: string;
  toDisplay?: string;
  uuiData?: string;
  messageType?: string;
  subject?: string;
  callbackNumber?: string;
  callbackUserName?: string;
  voicemail?: boolean;
  contactId?: string;
  contactListId?: string;
  campaignId?: string;
  acwPending?: boolean;
  acwStartedAt?: number;
  acwEndedAt?: number;
  wrapUpCode?: string;
  wrapUpName?: string;
  wrapUpSeconds?: number;
}

export type ParticipantAttributes = Readonly<Record<string, unknown>>;

/** What is known of one party's stay. Times are ms since 1970; absent means not told. */
export interface Facts {
  purpose?: string;
  userId?: string;
  name?: string;
  queueId?: string;
  queueName?: string;
  address?: string;
  ani?: string;
  dnis?: string;
  startedAt?: number;
  connectedAt?: number;
  endedAt?: number;
  acwStartedAt?: number;
  acwEndedAt?: number;
  wrapUpRequired?: boolean;
  wrapUpPrompt?: string;
  wrapUpTimeoutMs?: number;
  wrapUpCode?: string;
  wrapUpName?: string;
  wrapUpSeconds?: number;
  supervisor?: boolean;
  /** As in the payload, by reference; never an empty object. */
  attributes?: ParticipantAttributes;
  communications: readonly Communication[];
}

export interface Participant {
  readonly id: string;
  /** The merged knowledge. */
  readonly now: Facts;
  /**
   * What each source said last: a source that repeats itself tells no news. A memory, not a value: it is written even
   * when a snapshot changes nothing else and the same conversation is handed back.
   */
  readonly said: Partial<Record<Source, Facts>>;
}

/** One Genesys Cloud conversation, whatever the shapes it was told in. Other rooms only use `id`. */
export interface Conversation {
  readonly id: string;
  /** Source of the newest snapshot. */
  readonly source: Source;
  /** Receive time of the newest snapshot, ms; only where nothing in the payloads orders them. */
  readonly at?: number;
  readonly startedAt?: number;
  /** Oldest first. */
  readonly participants: readonly Participant[];
}

/** Moment a participant joined, ms. Not told (shape E tells none before connecting) sorts as newest. */
export function joinedAt(facts: Facts): number {
  return facts.startedAt ?? connectedAtOf(facts) ?? Infinity;
}

/** Moment a participant connected, ms. Shape E has it on participant or communication, M and C may lack the latter. */
export function connectedAtOf(facts: Facts): number | undefined {
  if (facts.connectedAt !== undefined) return facts.connectedAt;
  let earliest: number | undefined;
  for (const { connectedAt } of facts.communications) {
    if (connectedAt !== undefined && (earliest === undefined || connectedAt < earliest)) {
      earliest = connectedAt;
    }
  }
  return earliest;
}

/** REST says `terminated` where events say `disconnected`. */
export function isOver(communication: Communication): boolean {
  return (
    communication.disconnectedAt !== undefined ||
    communication.state === 'disconnected' ||
    communication.state === 'terminated'
  );
}

/** Whether a participant has left: its own end, or the end of all its communications. */
export function hasLeft(facts: Facts): boolean {
  if (facts.endedAt !== undefined) return true;
  return facts.communications.length > 0 && facts.communications.every(isOver);
}

export function byJoining(a: Participant, b: Participant): number {
  const first = joinedAt(a.now);
  const second = joinedAt(b.now);
  // Two unknowns are equal; Infinity - Infinity would be NaN and break the sort.
  return first === second ? 0 : first - second;
}
