import type { InteractionType } from './conversation';
import type { Queue, User } from './roster';
import type { Writing } from './texts';
import type { World } from './world';

export type Direction = 'inbound' | 'outbound' | 'internal';

/** One request starts any interaction; what a type has no use for is ignored. */
export interface StartRequest {
  type: InteractionType;
  /** Default inbound; a campaign's call is always outbound. */
  direction?: Direction;
  /** The customer's. */
  name?: string;
  /** The customer's: phone number, mail address, or user id of the channel. */
  address?: string;
  /** X (Twitter) only. */
  userName?: string;
  /** The number or address written to. Default: the organization's own. */
  to?: string;
  /** Name or id. Default Helpdesk, none for outbound calls; null: straight to the agent. */
  queue?: string | null;
  /** Inbound: only this user is alerted. Outbound and internal: who starts it. */
  agent?: string;
  /** Internal calls: who is called. */
  toAgent?: string;
  /** Emails. */
  subject?: string;
  /** First message; '' for none. */
  text?: string;
  attachments?: Writing['attachments'];
  sticker?: string;
  /** Callbacks: from now. */
  scheduledInSeconds?: number;
  /** Callbacks: ms since the epoch. */
  scheduledTime?: number;
  /** Campaigns: name or id of a contact. */
  contact?: string;
  /** Time in the menu, or in the flow that sorts messages. */
  flowSeconds?: number;
  queueSeconds?: number;
  /** True: those seconds really pass. Default: they are written down as past. */
  realTime?: boolean;
  alertSeconds?: number;
  attributes?: Record<string, unknown>;
  /** User-to-user information of calls. */
  uui?: string;
}

/** What starting needs of the world. */
export type StartWorld = Pick<World, 'clock' | 'ids' | 'settings' | 'conversations'>;

export interface Resolved {
  request: StartRequest;
  type: InteractionType;
  queue?: Queue;
  agent?: User;
  attributes: Record<string, string>;
}

/** What every opening says, whatever the medium. */
export const routingOf = (world: StartWorld, { request, queue, agent }: Resolved) => ({
  alertMs:
    request.alertSeconds === undefined ? world.settings.alertMs : request.alertSeconds * 1000,
  queueMs: queue ? (request.queueSeconds ?? 3) * 1000 : 0,
  realTime: request.realTime ?? false,
  ...(queue && { queue }),
  ...(agent && { pinned: agent })
});
