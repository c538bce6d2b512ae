/** What happens in one shift, as data: items can be taken out one by one to find what a failure needs. */
export interface Plan {
  seed: number;
  /** ms epoch */
  start: number;
  /** ms after start: all faults are over, from here on everything has to become right. */
  quiet: number;
  /** Does Salesforce enforce that the key is unique? Where it does not, looking before creating must do. */
  unique: boolean;
  items: Item[];
}

export type Kind =
  'call' | 'dialing' | 'callback' | 'voicemail' | 'chat' | 'email' | 'message' | 'internal';

/** `party`: a user's stay in a conversation, numbered within it. Times are ms after start. */
export type Step =
  | { type: 'begin'; kind: Kind; outbound: boolean; messageType: string; ivr: boolean }
  | { type: 'queue'; queue: number }
  | { type: 'alert'; party: number; user: string }
  | { type: 'answer'; party: number }
  | { type: 'decline'; party: number }
  | { type: 'hold'; party: number; on: boolean }
  | { type: 'attribute'; name: string; value: string; silent: boolean }
  | { type: 'leave'; party: number }
  | { type: 'monitor'; party: number; user: string; of: number }
  /** A second agent is called in while the first stays. */
  | { type: 'join'; party: number; user: string; how: 'conference' | 'consult' }
  | { type: 'end' }
  | { type: 'wrapUp'; party: number; code: number; silent: boolean };

export type Deed =
  | { type: 'notes'; party: number; text: string; tab: number }
  | { type: 'edit'; party: number; field: string; value: string }
  | { type: 'delete'; party: number };

/** When an open tab hears of a change in the setup; `never`: only a new tab does. */
export type Told = 'at once' | 'later' | 'never';

export type Fault =
  | { type: 'offline'; to: number }
  | { type: 'sleep'; to: number }
  | { type: 'signedOut'; to: number }
  | { type: 'throttled'; to: number; retryAfterMs: number }
  | { type: 'errors'; to: number; rate: number }
  | { type: 'lostRequests'; to: number; rate: number }
  | { type: 'lostAnswers'; to: number; rate: number }
  /** An update nobody got an answer for is carried out later, maybe after the next one. */
  | { type: 'lateCommits'; to: number; rate: number }
  | { type: 'storageRefuses'; to: number }
  | { type: 'genesysErrors'; to: number; rate: number }
  | { type: 'lostFrames'; to: number; rate: number }
  | { type: 'twiceFrames'; to: number; rate: number }
  | { type: 'lateFrames'; to: number; rate: number }
  | { type: 'socketDrops'; noticed: boolean }
  /** Announced a minute ahead, as Genesys Cloud does for maintenance. */
  | { type: 'plannedClose' }
  | { type: 'channelExpired' }
  /** Too many channels of one user elsewhere: the oldest goes, with or without a word. */
  | { type: 'evicted'; how: 'closed' | 'silent' }
  /** Every token is refused from now on; nobody signs in again before `to`. */
  | { type: 'tokenEnded'; to: number; cutsChannels: boolean }
  /** The browser's clock is wrong by so much until `to`. */
  | { type: 'clockJumps'; to: number; byMs: number }
  /** Frames in shape M beside those in shape E, in either order; now and then one is missing. */
  | { type: 'mediaTopics'; to: number }
  | { type: 'crash'; tab: number; reopenAfter: number }
  | { type: 'openTab' }
  | { type: 'closeTab'; tab: number }
  | { type: 'noLocks' }
  | { type: 'fieldHidden'; to: number; field: string; told: Told }
  | { type: 'mappingAdded'; told: Told }
  | { type: 'rule'; to: number; rule: 'wrapUpBeforeClosed' | 'policyWithoutX' };

export type Item =
  | { at: number; conversation: number; step: Step }
  | { at: number; conversation: number; deed: Deed }
  | { at: number; fault: Fault };
