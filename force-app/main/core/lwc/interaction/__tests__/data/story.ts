// Made by hand. The stories are invented: names, numbers and ids belong to nobody. Their fields are what the SDK types of
// Genesys Cloud (purecloud-platform-client-v2, Models.*) can say about one conversation.
import type { InteractionType, Media } from '../../interactionView';

/** What one party's stay in a conversation is made of, before it is put in a shape. Times are seconds after `DAWN`. */
export interface Party {
  id: string;
  purpose: string;
  userId?: string;
  name?: string;
  queue?: { id: string; name: string };
  joined: number;
  connected?: number;
  left?: number;
  state?: string;
  held?: boolean;
  direction?: 'inbound' | 'outbound';
  /** Own number, address or user id. */
  address?: string;
  /** The same as people read it. */
  display?: string;
  /** Address of the other end of this stay. */
  other?: string;
  uuiData?: string;
  subject?: string;
  messageType?: string;
  senderName?: string;
  callbackNumber?: string;
  callbackUserName?: string;
  voicemailId?: string;
  preview?: { contactId: string; contactListId: string; campaignId: string };
  attributes?: Record<string, string>;
  acw?: { from: number; to?: number };
  wrapUp?: { code: string; name: string; seconds?: number };
  monitors?: string;
}

export interface Story {
  title: string;
  type: InteractionType;
  media: Media;
  id: string;
  /** Participant of the leg that the story is about. */
  leg: string;
  parties: Party[];
}

export const DAWN = Date.UTC(2024, 2, 1, 9, 0, 0);

/** Seconds after `DAWN` as Genesys Cloud writes times. */
export function at(seconds: number): string {
  return new Date(DAWN + Math.round(seconds * 1000)).toISOString();
}

export const HELPDESK = { id: 'b0000000-0000-4000-8000-000000000001', name: 'Helpdesk' };
export const SALES = { id: 'b0000000-0000-4000-8000-000000000002', name: 'Sales' };
export const ANA = 'a0000000-0000-4000-8000-000000000001';
export const BEN = 'a0000000-0000-4000-8000-000000000002';
export const RESOLVED = { code: 'e0000000-0000-4000-8000-000000000001', name: 'Resolved' };
