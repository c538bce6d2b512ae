import type { Call } from './contactCenter';

export interface Request {
  method: string;
  /** Without host and query. */
  path: string;
  token: string | undefined;
  body: string | undefined;
}

export interface Reply {
  status: number;
  text: string;
  headers?: Record<string, string>;
}

/** A socket as the server sees it. */
export interface End {
  /** System frames are never lost: `kind` tells them from what a fault may hit. */
  send(text: string, kind: 'system' | 'news'): void;
  close(): void;
}

/** What became of a channel that Genesys Cloud ends. */
export type EndOfChannel = 'closed' | 'silent';

/** Genesys Cloud's API for one user, over the truth of the contact center. Answers at once. */
export interface GenesysServer {
  answer(request: Request): Reply;
  /** Undefined: there is no such channel. */
  connect(uri: string, end: End): { receive(text: string): void; left(): void } | undefined;
  /** A conversation changed; `detail`: by what its own topics call it. */
  publish(call: Call, detail: 'attributes' | 'wrapup' | undefined): void;
  /** Says that the sockets will be closed, and closes them when the minute is over. */
  announceClose(): void;
  endChannels(how: EndOfChannel, which: 'all' | 'oldest'): void;
  /** The user has as many channels as may be: each new one pushes the oldest out. */
  isFull(): boolean;
  /** No token is good any more; channels live no longer than theirs when `cutsChannels`. */
  endTokens(cutsChannels: boolean): void;
}
