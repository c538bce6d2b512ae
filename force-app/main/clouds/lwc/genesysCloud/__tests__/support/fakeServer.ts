import type { Fetch, Socket, SocketConstructor } from 'c/genesysCloud';

export interface Request {
  method: string;
  /** Without host. */
  path: string;
  query: Record<string, string>;
  body: unknown;
  authorization: string | undefined;
}

export type Reply =
  | { status?: number; body?: unknown; headers?: Record<string, string> }
  /** The connection breaks. */
  | 'broken'
  /** Nobody ever answers. */
  | 'silent'
  | ((request: Request) => { status?: number; body?: unknown; headers?: Record<string, string> });

export interface FakeSocket extends Socket {
  url: string;
  sent: string[];
  isClosed: boolean;
  open(): void;
  frame(topicName: string, eventBody?: unknown): void;
  text(text: unknown): void;
  drop(): void;
}

/** Answers what it was told to; remembers what it was asked. */
export interface FakeServer {
  fetch: Fetch;
  WebSocket: SocketConstructor;
  requests: Request[];
  sockets: FakeSocket[];
  /** `route` is `GET /api/v2/users/me`; the last reply is repeated for ever. */
  on(route: string, ...replies: Reply[]): void;
  asked(route: string): Request[];
  /** Sockets open by themselves unless this is false. */
  opensSockets: boolean;
}

export function fakeServer(): FakeServer {
  const replies = new Map<string, Reply[]>();
  const server: FakeServer = {
    requests: [],
    sockets: [],
    opensSockets: true,
    on: (route, ...given) => void replies.set(route, given),
    asked: (route) => server.requests.filter(({ method, path }) => `${method} ${path}` === route),

    async fetch(url, { method, headers, body, signal }) {
      const { pathname: path, searchParams } = new URL(url);
      const request = {
        method,
        path,
        query: Object.fromEntries(searchParams),
        body: body === undefined ? undefined : readJson(body),
        authorization: headers.Authorization
      };
      server.requests.push(request);
      const queue = replies.get(`${method} ${path}`) ?? [{ status: 404 }];
      const reply = queue.length > 1 ? queue.shift()! : queue[0]!;
      if (reply === 'broken') throw new TypeError('Failed to fetch');
      if (reply === 'silent') {
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        });
      }
      const {
        status = 200,
        body: answer = {},
        headers: given = {}
      } = typeof reply === 'function' ? reply(request) : reply;
      return {
        ok: status < 300,
        status,
        statusText: '',
        headers: new Headers(given),
        text: async () => JSON.stringify(answer)
      } as Response;
    },

    // A constructor may return an object of its own making.
    WebSocket: function open(url: string) {
      const socket = fakeSocket(url);
      server.sockets.push(socket);
      if (server.opensSockets) void Promise.resolve().then(socket.open);
      return socket;
    } as unknown as SocketConstructor
  };
  return server;
}

function fakeSocket(url: string): FakeSocket {
  const socket: FakeSocket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    url,
    sent: [],
    isClosed: false,
    send: (text) => void socket.sent.push(text),
    close() {
      socket.isClosed = true;
    },
    open: () => socket.onopen?.({} as never),
    frame: (topicName, eventBody) =>
      socket.text(JSON.stringify({ topicName, version: '2', eventBody, metadata: {} })),
    text: (data) => socket.onmessage?.({ data } as never),
    drop: () => socket.onclose?.({} as never)
  };
  return socket;
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}
