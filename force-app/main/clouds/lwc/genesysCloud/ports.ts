/** What the adapter needs from the world. The session hands in the browser's; tests hand in doubles. */

/** Opaque: whatever `setTimeout` returned goes back to `clearTimeout`. */
export type TimerId = unknown;

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(callback: () => void, ms: number): TimerId;
  clearTimeout(id: TimerId): void;
}

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

/** `sessionStorage` or the like; each call may throw (storage refused). */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

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
