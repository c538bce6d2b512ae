import type { RoutingStatus } from './agents';
import type { Supervision } from './conversation';
import type { Notify } from './conversations';
import type { Writing } from './texts';
import type { SpeakTo } from './transfers';

/** A queue or user is named by its id or its name; a user also by agent, agent2, admin. */
export type Named = string;

export interface CallRequest {
  /** Phone number or SIP address of the caller. Default +1 317 555 0101. */
  ani?: string;
  name?: string;
  /** The number called. Default: the organization's own. */
  dnis?: string;
  /** Default Helpdesk; null: straight to the agent, without a queue. */
  queue?: Named | null;
  /** Only this user is alerted, on queue or not. Default: the first free agent of the queue. */
  agent?: Named;
  /** Time in the menu, default 4; 0: no menu. */
  ivrSeconds?: number;
  /** Time in the queue before the first alert, default 3. */
  queueSeconds?: number;
  /** True: those seconds really pass. Default: they are written down as past, the alert is now. */
  realTime?: boolean;
  alertSeconds?: number;
  attributes?: Record<string, unknown>;
  /** User-to-user information. */
  uui?: string;
}

export interface OutboundRequest {
  agent: Named;
  phoneNumber: string;
  name?: string;
  queue?: Named;
  attributes?: Record<string, unknown>;
  uui?: string;
}

export type CustomerAction =
  'answer' | 'hangUp' | 'hold' | 'resume' | 'secureIvr' | 'endSecureIvr' | 'send';

/** `send`: what a chat line, message or email says. */
export interface SendRequest {
  text?: string;
  subject?: string;
  attachments?: Writing['attachments'];
  /** Address of a picture. */
  sticker?: string;
}

export interface CustomerRequest extends SendRequest {
  action: CustomerAction;
}

export interface SuperviseRequest {
  /** Default admin. */
  supervisor?: Named;
  how: Supervision['how'];
  /** Whom. Default: the connected user. */
  agent?: Named;
}

export interface AddRequest {
  /** Who adds. */
  agent?: Named;
  toAgent?: Named;
  toNumber?: string;
}

export interface AgentRequest extends SendRequest {
  /** Default: the user who is in the call, or alerted by it. */
  agent?: Named;
  action:
    | 'answer'
    | 'decline'
    | 'hangUp'
    | 'hold'
    | 'resume'
    | 'park'
    | 'unpark'
    | 'mute'
    | 'unmute'
    | 'wrapUp'
    | 'skipWrapUp'
    | 'consult'
    | 'speakTo'
    | 'cancelConsult'
    | 'record'
    | 'stopRecording'
    | 'send'
    | 'callBack';
  /** For wrapUp: id or name. */
  code?: string;
  notes?: string;
  /** For consult: a user; for callBack: a number, default the one that was left. */
  to?: Named;
  /** For consult, instead of `to`: whoever of this queue answers, or only `for`. */
  toQueue?: Named;
  for?: Named;
  speakTo?: SpeakTo;
}

export interface TransferRequest {
  agent?: Named;
  toQueue?: Named;
  toAgent?: Named;
  toNumber?: string;
  /** With toQueue: only this user is alerted. */
  for?: Named;
}

export interface AttributesRequest {
  attributes: Record<string, unknown>;
  /** customer (default), ivr, acd, a user, or a participant's id. */
  participant?: string;
  /** `none`: nobody is told; `detail`: only the detail topic. Default all that apply. */
  notify?: Notify;
}

export interface AgentPatch {
  presence?: string;
  routingStatus?: RoutingStatus;
  /** A station's name; null takes the station away. */
  station?: string | null;
  grant?: string[];
  revoke?: string[];
}
