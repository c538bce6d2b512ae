import type { Clock, Random, TextStorage } from 'c/ports';
import type { AddMessageListener, Fetch, SocketConstructor } from './ports';

export interface GenesysOptions {
  /** `window.genesysCloudSdk`, put there by the static resource of that name. */
  sdk: unknown;
  /** Region's domain such as `mypurecloud.ie`. One of `region` and `gateway` is needed. */
  region?: string;
  /** Base URL of a private gateway or the local org, e.g. `http://127.0.0.1:4001`; wins over `region`. */
  gateway?: string;
  /** OAuth client of the type "Code Authorization" with PKCE. */
  clientId: string;
  /** URL of the page GenesysSignIn, exactly as registered with the OAuth client. */
  redirectUri: string;
  /** Messages of windows: the page GenesysSignIn posts to its opener. */
  addMessageListener: AddMessageListener;
  /**
   * Answers handed over by a page of our own, where the window has lost its opener. The listener says
   * whether it was the answer to its own sign-in. Left out: such a sign-in comes to nothing.
   */
  addHandOverListener?: (listener: (answer: unknown) => boolean) => () => void;
  fetch: Fetch;
  WebSocket: SocketConstructor;
  clock: Clock;
  /** BCP 47 tag of the user's language, for names that Genesys keeps in several. Default `en-US`. */
  locale?: string;
  random: Random;
  /**
   * Given only when the admin allows that a sign-in is remembered: `sessionStorage`. The token then
   * survives a reload of this tab; otherwise it lives in memory.
   */
  storage?: TextStorage;
}
