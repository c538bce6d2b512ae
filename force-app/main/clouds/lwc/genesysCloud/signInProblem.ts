/**
 * Why a sign-in came to nothing.
 *
 * | problem | what happened |
 * |---|---|
 * | `refused` | Genesys said no on its page, or refused the code (expired, redirect not registered) |
 * | `unreachable` | the token request got no answer |
 * | `unavailable` | this browser lacks the cryptography PKCE needs (page without HTTPS) |
 */
export interface SignInProblem {
  type: 'refused' | 'unreachable' | 'unavailable';
  /** OAuth error code or the server's words, for support. */
  detail?: string;
}
