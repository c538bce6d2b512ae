import type { Media } from './interactionView';
import type { Json } from './payloadReader';
import { NEVER } from './time';
import type { Time } from './time';

/**
 * Who told something. Shape M describes one medium only, so each medium is a source of its own: a call that ended says
 * nothing about the callback it belongs to.
 */
export type Source = 'E' | 'C' | 'M' | `M-${Media}`;

/** One call, callback, chat, email or message of one participant. Absent means not told. */
export interface Communication {
  media: Media;
  id?: string;
  /** As told, lower case. Read it through `stateOf`: times are stronger. */
  state?: string;
  direction?: 'inbound' | 'outbound';
  held?: boolean;
  muted?: boolean;
  recording?: boolean;
  alertedAt?: Time;
  connectedAt?: Time;
  disconnectedAt?: Time;
  heldSince?: Time;
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
  /** Ids of the single messages, as far as any snapshot told them. */
  messageIds?: readonly string[];
  /** All times at which it was parked and resumed, as far as any snapshot told them: each tells the last ones only. */
  parkTimes?: readonly Time[];
  resumeTimes?: readonly Time[];
  subject?: string;
  callbackNumber?: string;
  callbackUserName?: string;
  voicemail?: boolean;
  contactId?: string;
  contactListId?: string;
  campaignId?: string;
  acwPending?: boolean;
  acwStartedAt?: Time;
  acwEndedAt?: Time;
  wrapUpCode?: string;
  wrapUpName?: string;
  wrapUpSeconds?: number;
}

export type ParticipantAttributes = Readonly<Record<string, unknown>>;

/** What is known of one party's stay. Absent means not told. */
export interface Facts {
  purpose?: string;
  userId?: string;
  name?: string;
  queueId?: string;
  queueName?: string;
  address?: string;
  ani?: string;
  dnis?: string;
  startedAt?: Time;
  connectedAt?: Time;
  endedAt?: Time;
  acwStartedAt?: Time;
  acwEndedAt?: Time;
  wrapUpRequired?: boolean;
  wrapUpSkipped?: boolean;
  wrapUpPrompt?: string;
  wrapUpTimeoutMs?: number;
  wrapUpCode?: string;
  wrapUpName?: string;
  wrapUpSeconds?: number;
  supervisor?: boolean;
  /** As in the payload, by reference. */
  attributes?: ParticipantAttributes;
  /** In order of time. */
  communications: readonly Communication[];
}

/** What one source said of a participant last: a source that repeats itself tells no news. */
export interface Said {
  readonly source: Source;
  readonly facts: Facts;
  /** The words themselves: the next snapshot's are compared with them before they are read. */
  readonly words?: Json;
  /**
   * All that was known when this had been heard: while it stays so, the same words change nothing. Absent when they came
   * too late to count: they may count the next time.
   */
  readonly known?: Facts;
  /** The last attributes it told: snapshots without any do not take them back. */
  readonly attributes?: ParticipantAttributes;
}

export interface Participant {
  readonly id: string;
  /** The merged knowledge. */
  readonly now: Facts;
  /**
   * By each source. A memory, not a value: written even when a snapshot changes nothing else and the same conversation is
   * handed back.
   */
  readonly said: Said[];
}

export function saidBy(source: Source, { said }: Participant): Said | undefined {
  for (const last of said) if (last.source === source) return last;
  return undefined;
}

/** One Genesys Cloud conversation, whatever the shapes it was told in. Other rooms only use `id`. */
export interface Conversation {
  readonly id: string;
  /** Source of the newest snapshot. */
  readonly source: Source;
  /** Receive time of the newest snapshot, ms; only where nothing in the payloads orders them. */
  readonly at?: number;
  readonly startedAt?: Time;
  /** Oldest first. */
  readonly participants: readonly Participant[];
}

/**
 * When a participant joined, or the next thing known of it: shape E tells no start, so an unanswered alert is placed by
 * its end. One that only waits to be answered sorts as newest.
 */
export function joinedAt(facts: Facts): Time {
  const known = facts.startedAt ?? connectedAtOf(facts);
  if (known !== undefined) return known;
  const alerted = earliest(facts.communications, 'alertedAt');
  return alerted ?? facts.endedAt ?? earliest(facts.communications, 'disconnectedAt') ?? NEVER;
}

function earliest(
  communications: readonly Communication[],
  field: 'alertedAt' | 'connectedAt' | 'disconnectedAt'
): Time | undefined {
  let first: Time | undefined;
  for (const communication of communications) {
    const time = communication[field];
    if (time !== undefined && (first === undefined || time < first)) first = time;
  }
  return first;
}

/** When a communication began; one of which no time is told comes last. */
export function beganAt({ connectedAt, alertedAt, disconnectedAt }: Communication): Time {
  return connectedAt ?? alertedAt ?? disconnectedAt ?? NEVER;
}

/** A callback comes before the call that it placed. */
const MEDIA_ORDER: readonly Media[] = ['callback', 'call', 'chat', 'email', 'message'];

/**
 * In order of time. Lists of a payload have no order: everything that looks for the first or the last relies on this one.
 * Where times say nothing, media and ids give an order that is at least always the same.
 */
export function byTime(a: Communication, b: Communication): number {
  return (
    compare(beganAt(a), beganAt(b)) ||
    MEDIA_ORDER.indexOf(a.media) - MEDIA_ORDER.indexOf(b.media) ||
    compare(a.id ?? '', b.id ?? '')
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** When a participant connected: shape E tells it of participant or communication, shape M of the medium. */
export function connectedAtOf(facts: Facts): Time | undefined {
  return facts.connectedAt ?? earliest(facts.communications, 'connectedAt');
}

/**
 * When a stay ended: with the participant, else with the last of its communications. One of several (a consult) may end
 * long before the stay does.
 */
export function leftAt({ endedAt, communications }: Facts): Time | undefined {
  if (endedAt !== undefined) return endedAt;
  let last: Time | undefined;
  for (const communication of communications) {
    if (!isOver(communication)) return undefined;
    const { disconnectedAt } = communication;
    if (disconnectedAt !== undefined && (last === undefined || disconnectedAt > last)) {
      last = disconnectedAt;
    }
  }
  return last;
}

/** Reading has made one word of all ends. */
export function isOver(communication: Communication): boolean {
  return communication.state === 'disconnected' || communication.disconnectedAt !== undefined;
}

/** Whether a participant has left: its own end, or the end of all its communications. */
export function hasLeft(facts: Facts): boolean {
  if (facts.endedAt !== undefined) return true;
  for (const communication of facts.communications) if (!isOver(communication)) return false;
  return facts.communications.length > 0;
}

export function byJoining(a: Participant, b: Participant): number {
  return compare(joinedAt(a.now), joinedAt(b.now)) || compare(a.id, b.id);
}

/** Finds participants by id; snapshots of one conversation mostly list them at the same places (`hint`). */
export function finder(
  participants: readonly Participant[]
): (id: string, hint: number) => Participant | undefined {
  let byId: Map<string, Participant> | undefined;
  return (id, hint) => {
    const there = participants[hint];
    if (there?.id === id) return there;
    byId ??= new Map(participants.map((participant) => [participant.id, participant]));
    return byId.get(id);
  };
}
