import type { ConnectionFault } from 'c/genesysAddress';
import type { TaskRow, Writer } from 'c/taskKeeper';

/** Why the session is not ready. `detail` is for support: a host, a status code, never personal data. */
export interface SessionProblem {
  type:
    | 'no_settings'
    | 'no_client_id'
    /** A setting that can't be used; see `ConnectionFault` of c/genesysAddress. */
    | ConnectionFault
    | 'no_permission'
    | 'sign_in_refused'
    /** Signed out again: Genesys Cloud's user is not Salesforce's, and the org wants that. */
    | 'wrong_identity'
    /** The sign-in runs out in a few minutes. */
    | 'session_ending'
    | 'session_expired'
    | 'sdk_missing'
    | 'genesys_unreachable'
    | 'unexpected';
  detail?: string;
  /** `wrong_identity`: for the agent's eyes only. */
  identity?: Identity;
}

/** Who signed in to Genesys Cloud, compared with the Salesforce user. */
export interface Identity {
  /** `unknown`: one of the two does not tell. */
  verdict: 'same' | 'different' | 'unknown';
  genesys: string;
  /** Empty when not known. */
  salesforce: string;
}

export type SoftphonePhase =
  'loading' | 'not_configured' | 'signed_out' | 'signing_in' | 'starting' | 'ready' | 'failed';

export interface Presence {
  id: string;
  name: string;
  /** ISO UTC. */
  since?: string;
}

export interface PresenceOption {
  id: string;
  name: string;
  /** Genesys system presence: `Available`, `On Queue`, `Busy`, `Away`, … */
  system: string;
  /** False: Genesys sets it itself, or it is no longer in use; it has a name all the same. */
  isOffered: boolean;
}

/** What the agent asked for and Genesys has not confirmed yet. */
export type BusyAction =
  'answer' | 'hold' | 'mute' | 'transfer' | 'disconnect' | 'wrap_up' | 'done';

/** What the agent asked for and Genesys did not do. `message` is Genesys's, for those who can use it. */
export interface ActionProblem {
  action:
    | 'answer'
    | 'decline'
    | 'end'
    | 'hold'
    | 'resume'
    | 'mute'
    | 'unmute'
    | 'digits'
    | 'transfer'
    | 'wrap_up'
    | 'wrap_up_codes'
    | 'done'
    | 'dial'
    | 'presence'
    | 'respond';
  /** Of a `GenesysProblem` of c/genesysCloud. */
  type: string;
  message: string;
}

/** What only the panel knows of an interaction. */
export interface PanelFacts {
  busy?: BusyAction;
  actionProblem?: ActionProblem;
  wrapUpCodes?: readonly { id: string; name: string }[];
  /** The agent is done with the after-call work; whether Genesys Cloud ended it is not known. */
  isAside?: boolean;
}

/** One interaction of the signed-in agent, with the Task as drafted and as saved. */
export interface InteractionRow extends Omit<TaskRow, 'choices'>, PanelFacts {
  notes: string;
  whoId?: string;
  whatId?: string;
  whoName?: string;
  whatName?: string;
  taskUrl?: string;
}

/** Everything the panel shows. Immutable: a new object on each change. Times in ms since the epoch. */
export interface SoftphoneView {
  phase: SoftphonePhase;
  problem?: SessionProblem;
  /** Where a link begins the next sign-in; absent while none is wanted or it is being made. */
  signInUrl?: string;
  /** Its host, where that is no login of Genesys's regions. */
  signInHost?: string;
  /** The last wish that belongs to no interaction (dial, presence, respond), when it was refused. */
  refused?: ActionProblem;
  user?: { id: string; name: string };
  /** Worth a notice: another user, or one who can't be compared though the org wants it. */
  identity?: Identity;
  presence?: Presence;
  presences: PresenceOption[];
  routingStatus?: string;
  station?: { name: string } | 'none';
  connection: { state: 'connecting' | 'live' | 'lost'; since: number };
  writer: Writer;
  /** After a sign-out: logs that go on being saved after the next sign-in. */
  unsaved?: number;
  /** Alerting first, then dialing and live oldest first, then ended newest first. */
  rows: InteractionRow[];
  needsYou: number;
  saving: number;
  waiting: number;
  /** Server minus browser, so that timers agree with Genesys. */
  clockOffsetMs: number;
  /** Session log without personal data. */
  watchLog: { at: number; text: string }[];
}

/** Answer of `transferTargets()`; `problem` is said when a list could not be read. */
export interface TransferTargets {
  queues: { id: string; name: string }[];
  users: { id: string; name: string; presence?: string }[];
  problem?: string;
}
