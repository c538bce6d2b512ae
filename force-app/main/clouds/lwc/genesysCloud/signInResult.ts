/**
 * Outcome of `signIn()`.
 *
 * | problem | what happened |
 * |---|---|
 * | `popup_blocked` | the browser opened no window; ask for a click, or allow popups |
 * | `popup_closed` | the user closed the window |
 * | `refused` | Genesys said no on its page, or refused the code (expired, redirect not registered) |
 * | `timed_out` | ten minutes passed |
 * | `unreachable` | the token request got no answer |
 * | `unavailable` | this browser lacks the cryptography PKCE needs (page without HTTPS) |
 */
export type SignInResult = { ok: true; expiresAt: number } | { ok: false; problem: SignInProblem };

export interface SignInProblem {
  type: 'popup_blocked' | 'popup_closed' | 'refused' | 'timed_out' | 'unreachable' | 'unavailable';
  /** OAuth error code or the server's words, for support. */
  detail?: string;
}
