/** What the adapter needs of the browser beside c/ports. The session hands in the browser's; tests hand in doubles. */

/** The part of a `MessageEvent` that matters. */
export interface PageMessage {
  data: unknown;
  origin: string;
}

/** Hears `window`'s messages until the returned function is called. */
export type AddMessageListener = (listener: (message: PageMessage) => void) => () => void;

/** The part of the browser's `WebSocket` that the channel uses. */
export interface Socket {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}
export type SocketConstructor = new (url: string) => Socket;

/** The browser's `fetch`, bound. */
export type Fetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    signal: AbortSignal;
  }
) => Promise<Response>;
