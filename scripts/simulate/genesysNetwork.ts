import type { GenesysOptions, Socket, SocketConstructor } from 'c/genesysCloud';
import type { Random } from './random';
import { DEEP } from './virtualTime';
import type { World } from './world';
import type { Page } from './page';
import type { Reply } from './genesysServerTypes';

/** The way from one tab to Genesys Cloud and back: requests and sockets. */
export interface GenesysLine extends Pick<GenesysOptions, 'fetch' | 'WebSocket'> {
  /** `noticed`: the browser says so; otherwise it just falls silent. */
  drop(noticed: boolean): void;
}

interface Connection {
  /** Ends it for the browser; `said`: the browser tells the page. */
  end(said: boolean): void;
  isOpen(): boolean;
}

export function createGenesysLine(world: World, page: Page): GenesysLine {
  const { time, conditions, server, witness } = world;
  const random: Random = world.random.fork(`genesys ${page.name}`);
  const connections = new Set<Connection>();

  const isDeaf = (): boolean => page.asleepUntil() !== undefined || conditions.reigns('offline');

  function respond({ status, text, headers = {} }: Reply): Response {
    const answer: Partial<Record<keyof Response, unknown>> = {
      ok: status < 300,
      status,
      statusText: '',
      headers: new Map(Object.entries(headers)),
      text: async () => text
    };
    return answer as unknown as Response;
  }

  /** What becomes of a request that meets trouble: an answer, or a broken connection, or silence. */
  function trouble(): Reply | 'broken' | 'silent' {
    const kind = random.next();
    if (kind < 0.4) return 'broken';
    if (kind < 0.5) return 'silent';
    const headers = kind < 0.7 ? { 'retry-after': '5' } : undefined;
    return { status: kind < 0.85 ? 503 : 500, text: '{}', ...(headers && { headers }) };
  }

  const ask: GenesysOptions['fetch'] = (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      witness.askedGenesys();
      const path = url.slice(url.indexOf('/', 8)).replace(/\?.*/, '');
      const token = headers.Authorization?.replace('Bearer ', '');
      signal.addEventListener('abort', () => reject(new Error('aborted')));
      const end = (outcome: Reply | 'broken' | 'silent'): void => {
        const back = (): void => {
          if (!page.isAlive()) return;
          const wake = page.asleepUntil();
          if (wake !== undefined) {
            const fail = (): void => reject(new TypeError('Failed to fetch'));
            time.after(wake - time.now(), fail, DEEP);
          } else if (outcome === 'broken' || conditions.reigns('offline')) {
            reject(new TypeError('Failed to fetch'));
          } else if (outcome !== 'silent') resolve(respond(outcome));
        };
        time.after(random.between(30, 400), back, DEEP);
      };
      time.after(random.between(30, 200), () => {
        if (conditions.reigns('offline')) end('broken');
        else if (conditions.strikes('genesysErrors')) end(trouble());
        else end(server.answer({ method, path, token, body }));
      });
    });

  function openSocket(url: string): Socket {
    let receive: ((text: string) => void) | undefined;
    let left = (): void => {};
    let isOver = false;
    let wasOpen = false;
    const socket: Socket = {
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
      send(text) {
        if (isOver) throw new Error('not open');
        receive?.(text);
      },
      close() {
        isOver = true;
        connection.end(false);
        if (wasOpen) witness.lostSocket(page, connections.size);
      }
    };
    const connection: Connection = {
      isOpen: () => receive !== undefined,
      end(said) {
        connections.delete(connection);
        receive = undefined;
        left();
        left = () => {};
        if (!said || isOver) return;
        isOver = true;
        socket.onclose?.({} as never);
      }
    };
    /** A socket keeps its order, as long as nothing goes wrong. */
    let lastAt = 0;
    const hear = (text: string): void => {
      if (connections.has(connection) && page.isAlive() && !isDeaf()) {
        socket.onmessage?.({ data: text } as never);
      }
    };

    time.after(random.between(100, 400), () => {
      if (isDeaf() || isOver) return;
      const refused = (): void => {
        isOver = true;
        if (page.isAlive()) socket.onclose?.({} as never);
      };
      if (conditions.strikes('genesysErrors')) {
        refused();
        return;
      }
      const link = server.connect(url, {
        send(text, kind) {
          // At once: it answers a question, or nobody would notice the difference.
          if (kind === 'system') hear(text);
          else lastAt = carry(text, hear, lastAt);
        },
        close() {
          connection.end(page.isAlive() && !isDeaf());
          witness.lostSocket(page, connections.size);
        }
      });
      if (!link) {
        refused();
        return;
      }
      ({ receive, left } = link);
      connections.add(connection);
      wasOpen = true;
      socket.onopen?.({} as never);
    });
    return socket;
  }

  /**
   * A frame is on its way; what becomes of it is decided here.
   *
   * @returns when it arrives, ms epoch; `after`: when the one before it does
   */
  function carry(text: string, hear: (text: string) => void, after: number): number {
    if (conditions.strikes('lostFrames')) return after;
    const arrives = Math.max(after, time.now() + random.between(40, 200));
    const times = conditions.strikes('twiceFrames') ? 2 : 1;
    for (let n = 0; n < times; n += 1) {
      const late = conditions.strikes('lateFrames') ? random.between(500, 60_000) : 0;
      time.at(arrives + late, () => hear(text));
    }
    return arrives;
  }

  return {
    fetch: ask,
    WebSocket: function open(url: string) {
      return openSocket(url);
    } as unknown as SocketConstructor,
    drop(noticed) {
      for (const connection of [...connections]) connection.end(noticed);
    }
  };
}
