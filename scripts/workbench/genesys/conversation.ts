import type { WrapUpRule } from './roster';

/**
 * The simulator's own picture of a conversation, richer than any of the shapes that leave it.
 * Times are milliseconds since the epoch.
 */
export interface Conversation {
  id: string;
  startTime: number;
  endTime?: number;
  /** In order of joining. */
  participants: Participant[];
  recording: boolean;
  /** What routing still has to know; absent for calls without a queue. */
  routing?: Routing;
}

export interface Routing {
  /** Only this user is to be alerted. */
  pinnedUserId?: string;
  alertMs: number;
  /** Alerts of the pinned user in a row that nobody took. */
  missed: number;
}

export type Purpose = 'customer' | 'external' | 'ivr' | 'acd' | 'agent' | 'user';

export interface Participant {
  id: string;
  purpose: Purpose;
  name?: string;
  userId?: string;
  queueId?: string;
  address: string;
  ani: string;
  dnis: string;
  startTime: number;
  connectedTime?: number;
  endTime?: number;
  attributes: Record<string, string>;
  communications: [Communication, ...Communication[]];
  alertingTimeoutMs?: number;
  wrapUpRule?: WrapUpRule;
  wrapUp?: WrapUp;
  acw?: { startTime: number; endTime?: number };
  /** Keys pressed by this party, all of them. */
  digits?: string;
  /** Set on the participant that a consultation speaks to: who asked. */
  consultParticipantId?: string;
}

/** Other media join this union, each with its own `media`. */
export type Communication = CallCommunication;

export type CallState = 'alerting' | 'dialing' | 'contacting' | 'connected' | 'disconnected';

/** The `disconnectType` words of the public API that the simulator uses. */
export type DisconnectType =
  'client' | 'endpoint' | 'peer' | 'system' | 'transfer' | 'transfer.noanswer' | 'error';

export interface CallCommunication {
  media: 'call';
  id: string;
  state: CallState;
  initialState: CallState;
  direction: 'inbound' | 'outbound';
  self: Address;
  other: Address;
  held: boolean;
  muted: boolean;
  confined: boolean;
  startAlertingTime?: number;
  startHoldTime?: number;
  connectedTime?: number;
  disconnectedTime?: number;
  disconnectType?: DisconnectType;
  peerId?: string;
  uuiData?: string;
  segments: Segment[];
}

export interface Address {
  name?: string;
  normalized: string;
  raw: string;
  displayable: string;
}

export interface Segment {
  type: 'alert' | 'dial' | 'interact' | 'hold' | 'ivr' | 'delay' | 'wrapup';
  startTime: number;
  endTime?: number;
  disconnectType?: DisconnectType;
}

export interface WrapUp {
  code: string;
  name: string;
  notes?: string;
  tags?: string[];
  durationSeconds?: number;
  endTime: number;
}

export const isLive = (participant: Participant) => participant.endTime === undefined;
export const isUser = (participant: Participant) => participant.userId !== undefined;
export const isCustomer = (participant: Participant) =>
  participant.purpose === 'customer' || participant.purpose === 'external';
/** Machines of the platform; everybody else can hang up. */
export const isMachine = (participant: Participant) =>
  participant.purpose === 'ivr' || participant.purpose === 'acd';
export const isWrappingUp = (participant: Participant) =>
  participant.acw !== undefined && participant.acw.endTime === undefined;

/** The communication a participant speaks through now, else the last one it had. */
export function communicationOf(participant: Participant): Communication {
  const { communications } = participant;
  const live = communications.find((each) => each.state !== 'disconnected');
  return live ?? communications.at(-1) ?? communications[0];
}

export const customerOf = (conversation: Conversation) =>
  conversation.participants.find(isCustomer);
export const liveParticipants = (conversation: Conversation) =>
  conversation.participants.filter(isLive);
/** The user's latest stay in the conversation: each alert made a new one. */
export const lastStayOf = (conversation: Conversation, userId: string) =>
  conversation.participants.findLast((each) => each.userId === userId);
