/** What the contact center can change while it runs; `reset` brings these back. */
export interface Settings {
  /** How long a user is alerted before the call counts as not answered. */
  alertMs: number;
  /** Pause between a missed alert and the next one. */
  realertMs: number;
  /** Alerts of one user in a row, when a call is for that user only; then it waits in the queue. */
  maxAlerts: number;
  /** An outbound call is answered by itself after this; null: only when the customer is played. */
  outboundAnswerMs: number | null;
  /** For how long after its end a conversation still sends events to its users' own topics. */
  followMs: number;
  /** Life of an access token. */
  tokenMs: number;
  /** Life of an authorization code. */
  codeMs: number;
  /** Requests a minute, per user and client. */
  requestsPerMinute: number;
  /** Finished conversations that are kept. */
  keepFinished: number;
  heartbeatMs: number;
  channelMs: number;
  /** From the warning to the end of a socket that is closed on purpose. */
  socketClosingMs: number;
  /** Messages also carry the `textBody` of older versions of the interface. */
  sendTextBody: boolean;
  /** The sign-in pages come with `Cross-Origin-Opener-Policy: same-origin`, which cuts their opener. */
  isolateLogin: boolean;
  /** Who signed in is known by a cookie, and not asked again unless the request says `prompt=login`. */
  rememberLogin: boolean;
}

export const defaultSettings: Readonly<Settings> = {
  alertMs: 20_000,
  realertMs: 1_000,
  maxAlerts: 3,
  outboundAnswerMs: 2_000,
  followMs: 10_000,
  tokenMs: 24 * 3_600_000,
  codeMs: 60_000,
  requestsPerMinute: 300,
  keepFinished: 500,
  heartbeatMs: 30_000,
  channelMs: 24 * 3_600_000,
  socketClosingMs: 60_000,
  sendTextBody: false,
  isolateLogin: false,
  rememberLogin: false
};
