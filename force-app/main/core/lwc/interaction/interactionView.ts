/** How the contract center names interactions; the `type` column of the attribute table. */
export type InteractionType =
  'call' | 'callback' | 'dialing' | 'chat' | 'email' | 'message' | 'voicemail';

/** The REST family that steers an interaction: `/api/v2/conversations/{media}s/…`. */
export type Media = 'call' | 'callback' | 'chat' | 'email' | 'message';

export type InteractionState =
  | 'alerting'
  | 'dialing'
  | 'contacting'
  | 'connected'
  | 'held'
  | 'disconnected'
  | 'scheduled'
  | 'uploading'
  | 'converting'
  | 'transmitting'
  | 'offering'
  | 'none';

export interface WrapUp {
  required: boolean;
  /** The agent ended it without a code. */
  skipped?: boolean;
  /** `mandatory`, `optional`, `agentRequested`, `timeout`, `forcedTimeout` as Genesys Cloud says it. */
  prompt?: string;
  timeoutMs?: number;
  /** ISO UTC with milliseconds. */
  startAcwTime?: string;
  /** ISO UTC with milliseconds. */
  endAcwTime?: string;
  /** Id of the wrap-up code, or the text the platform sets itself (`ININ-WRAP-UP-TIMEOUT`). */
  code?: string;
  name?: string;
}

export interface Peer {
  participantId: string;
  userId?: string;
  purpose: string;
  state: string;
  name?: string;
}

/** One participant of one user, as panel, draft and engine see it. All times ISO UTC with milliseconds. */
export interface Interaction {
  /** conversationId:participantId, the key of its Task. */
  key: string;
  conversationId: string;
  participantId: string;
  /** For `PATCH …/communications/{id}`; shape M does not carry it. */
  communicationId?: string;
  type: InteractionType;
  media: Media;
  /** Lower case: `sms`, `whatsapp`, `webmessaging` … */
  messageType?: string;
  direction: 'inbound' | 'outbound';
  state: InteractionState;
  /** Has connected: deserves a Task. */
  isLeg: boolean;
  /** Monitoring, coaching or barging in: never a Task. */
  isSupervisor: boolean;
  muted: boolean;
  held: boolean;
  /** An email or message that the agent has put aside, and since when (ISO UTC). */
  parkedSince?: string;
  recording: boolean;
  internal: boolean;
  purpose: string;
  remoteName?: string;
  remoteAddress?: string;
  queueId?: string;
  queueName?: string;
  subject?: string;
  /** When the conversation began. */
  startTime?: string;
  /** When this user's participant joined. */
  alertedTime?: string;
  connectedTime?: string;
  disconnectedTime?: string;
  wrapUp: WrapUp;
  /** The others in the conversation, oldest first. */
  peers: Peer[];
}
