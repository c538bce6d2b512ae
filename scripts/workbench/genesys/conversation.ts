/**
 * The simulator's own picture of a conversation, richer than any of the shapes that leave it.
 * Times are milliseconds since the epoch.
 */
export interface Conversation {
  id: string;
  type: InteractionType;
  startTime: number;
  endTime?: number;
  /** In order of joining. */
  participants: Participant[];
  recording: boolean;
  /** What was written, oldest first: chat lines, messages, emails. */
  texts: Text[];
  /** What routing still has to know; absent for calls without a queue. */
  routing?: Routing;
}

export interface Routing {
  /** Only this user is to be alerted. */
  pinnedUserId?: string;
  alertMs: number;
  /** Alerts of the pinned user in a row that nobody took. */
  missed: number;
  /** Whoever is alerted next is asked by this participant, who keeps the call meanwhile. */
  consultParticipantId?: string;
}

/** The REST families. */
export type Media = 'call' | 'callback' | 'chat' | 'email' | 'message';

export type MessageType =
  'sms' | 'whatsapp' | 'facebook' | 'line' | 'twitter' | 'webmessaging' | 'open';

/** What people would call it; the medium follows from it. */
export type InteractionType =
  'call' | 'callback' | 'voicemail' | 'preview' | 'progressive' | 'chat' | 'email' | MessageType;

const MEDIA: Partial<Record<InteractionType, Media>> = {
  call: 'call',
  progressive: 'call',
  callback: 'callback',
  voicemail: 'callback',
  preview: 'callback',
  chat: 'chat',
  email: 'email'
};
export const mediaOfType = (type: InteractionType): Media => MEDIA[type] ?? 'message';
export const mediaOf = (conversation: Conversation): Media => mediaOfType(conversation.type);

export type Purpose =
  'customer' | 'external' | 'ivr' | 'workflow' | 'dialer' | 'voicemail' | 'acd' | 'agent' | 'user';

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
  supervision?: Supervision;
}

/** A supervisor's stay: whom they listen to, and whether they are heard. */
export interface Supervision {
  how: 'monitor' | 'coach' | 'bargeIn';
  participantId: string;
}

export type CommunicationState =
  'alerting' | 'dialing' | 'contacting' | 'scheduled' | 'connected' | 'disconnected';

/** The `disconnectType` words of the public API that the simulator uses. */
export type DisconnectType =
  'client' | 'endpoint' | 'peer' | 'system' | 'transfer' | 'transfer.noanswer' | 'error';

/** What one medium knows beside what all of them do. */
export type MediaFacts =
  | { media: 'call'; uuiData?: string }
  | {
      media: 'callback';
      numbers: string[];
      userName?: string;
      scheduledTime?: number;
      voicemailId?: string;
      preview?: DialerPreview;
    }
  | { media: 'chat'; roomId: string }
  | { media: 'email'; subject: string }
  | { media: 'message'; type: MessageType };

export interface DialerPreview {
  id: string;
  contactId: string;
  contactListId: string;
  campaignId: string;
  /** Column of the contact list that holds the number. */
  phoneColumn: string;
}

export type Communication = MediaFacts & CommonFacts;
export type CommunicationIn<Medium extends Media> = Extract<Communication, { media: Medium }>;
export type CallCommunication = CommunicationIn<'call'>;

export interface CommonFacts {
  id: string;
  state: CommunicationState;
  initialState: CommunicationState;
  direction: 'inbound' | 'outbound';
  self: Address;
  other: Address;
  held: boolean;
  muted: boolean;
  confined: boolean;
  startAlertingTime?: number;
  startHoldTime?: number;
  /** The last times; those before them are forgotten, as on the real platform. */
  parkTime?: number;
  resumeTime?: number;
  connectedTime?: number;
  disconnectedTime?: number;
  disconnectType?: DisconnectType;
  peerId?: string;
  segments: Segment[];
}

export interface Address {
  name?: string;
  normalized: string;
  raw: string;
  displayable: string;
}

/** One chat line, message or email. */
export interface Text {
  id: string;
  time: number;
  participantId: string;
  communicationId: string;
  /** Seen from the organization. */
  direction: 'inbound' | 'outbound';
  from: Address;
  to: Address;
  body: string;
  subject?: string;
  attachments: TextAttachment[];
  sticker?: { id: string; url: string };
}

export interface TextAttachment {
  id: string;
  name: string;
  /** MIME type. */
  contentType: string;
  bytes: number;
  url: string;
}

export interface Segment {
  type:
    'alert' | 'dial' | 'interact' | 'hold' | 'ivr' | 'delay' | 'voicemail' | 'scheduled' | 'wrapup';
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
export const isMachine = (participant: Participant) => MACHINES.has(participant.purpose);
const MACHINES: ReadonlySet<Purpose> = new Set(['ivr', 'workflow', 'dialer', 'voicemail', 'acd']);
export const isSupervisor = (participant: Participant) => participant.supervision !== undefined;
export const isParked = ({ parkTime, resumeTime = 0 }: Communication) =>
  parkTime !== undefined && resumeTime < parkTime;
export const isWrappingUp = (participant: Participant) =>
  participant.acw !== undefined && participant.acw.endTime === undefined;

/**
 * The communication a participant speaks through now, else the last one it had. Callbacks come
 * before the calls they lead to.
 */
export function communicationOf(participant: Participant): Communication {
  const { communications } = participant;
  const live = communications.find((each) => each.state !== 'disconnected');
  return live ?? communications[0];
}

/** The same among those of one medium. */
export function communicationIn<Medium extends Media>(
  participant: Participant,
  media: Medium
): CommunicationIn<Medium> | undefined {
  const isOfMedia = (each: Communication): each is CommunicationIn<Medium> => each.media === media;
  const those = participant.communications.filter(isOfMedia);
  return those.find((each) => each.state !== 'disconnected') ?? those.at(-1);
}

export const customerOf = (conversation: Conversation) =>
  conversation.participants.find(isCustomer);
/** The user's latest stay in the conversation: each alert made a new one. */
export const lastStayOf = (conversation: Conversation, userId: string) =>
  conversation.participants.findLast((each) => each.userId === userId);

/** How a queue asks for a wrap-up: the words of the `wrapupPrompt` field. */
export interface WrapUpRule {
  prompt: 'optional' | 'mandatory' | 'timeout' | 'forcedTimeout' | 'agentRequested';
  timeoutMs?: number;
}

export const mustWrapUp = (participant: Participant): boolean =>
  isWrappingUp(participant) && participant.wrapUpRule?.prompt !== 'optional';
