import type { GenesysProblem } from './result';
import type { SignInProblem } from './signInProblem';

/** The signed-in user, from `GET /api/v2/users/me`. */
export interface GenesysUser {
  id: string;
  name: string;
  email?: string;
  username?: string;
}

export interface UserPresence {
  /** Id of the presence definition. */
  id: string;
  /** System presence: `Available`, `Busy`, `On Queue`, `Away` … as the server spells it. */
  system: string;
  /** ISO UTC. */
  since?: string;
}

export type ConnectionState = 'connecting' | 'live' | 'lost';

/**
 * What `on` listeners hear, in the order of happening.
 *
 * After `start()` and after every lost connection: `connection live` → `reread false` → one
 * `conversation` per conversation read → the frames that arrived meanwhile → `reread true`.
 */
export type GenesysEvent =
  | { type: 'user'; user: GenesysUser }
  /**
   * `payload`: shape E (`from: 'topic'`), C or M (`from: 'read'`), for c/interaction.
   * `at`: ms of receipt by the browser's clock.
   * `family`: `calls` of a topic of calls only; absent when the topic is of all media.
   */
  | {
      type: 'conversation';
      payload: unknown;
      from: 'topic' | 'read';
      at: number;
      family?: string;
    }
  | { type: 'presence'; presence: UserPresence }
  | { type: 'routingStatus'; status: string; since?: string }
  /** `station` undefined: no phone is selected, calls cannot be taken. */
  | { type: 'station'; station?: { id: string; name: string } }
  /** `since`: ms of the change. */
  | { type: 'connection'; state: ConnectionState; since: number }
  /** `done: false` when a re-read begins, `true` when everything missed has been emitted. */
  | { type: 'reread'; done: boolean }
  /** Server minus browser time; for timers. Absent until known. */
  | { type: 'clock'; offsetMs: number }
  /**
   * Where a link begins the next sign-in, in a window that keeps its opener. Told anew as long as
   * one is wanted: while signed out, and when the token ends soon. `url` undefined: there is none.
   */
  | { type: 'signInAddress'; url: string | undefined }
  /** Somebody has signed in: before `start()`, or in the midst of a session, which goes on by itself. */
  | { type: 'signedIn'; expiresAt: number }
  | { type: 'signInFailed'; problem: SignInProblem }
  /** The token ends soon: offer the sign-in. */
  | { type: 'expiring'; expiresAt: number }
  /**
   * `expired`: the token's life is over or the server refuses it; a new sign-in goes on where this
   * session stood. `by_user`: `signOut()` was called; everything has stopped.
   */
  | { type: 'signedOut'; reason: 'expired' | 'by_user' }
  | { type: 'problem'; problem: GenesysProblem };
