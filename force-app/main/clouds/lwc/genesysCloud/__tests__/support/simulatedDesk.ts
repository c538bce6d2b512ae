import { clearTimeout, setTimeout } from 'node:timers';
import WebSocket from 'ws';
import { createGenesysCloud } from 'c/genesysCloud';
import type {
  GenesysCloud,
  GenesysEvent,
  PageMessage,
  Socket,
  SocketConstructor
} from 'c/genesysCloud';
import { startGenesys } from '../../../../../../../scripts/workbench/genesys/server';
import type { ContactCenter } from '../../../../../../../scripts/workbench/genesys/server';
import { loadSdk } from './loadSdk';

const PAGE = 'http://127.0.0.1:4999/apex/GenesysSignIn';
const PATIENCE = 10_000;

/** The adapter, the real SDK, and the simulated Genesys Cloud over real HTTP and sockets. */
export interface SimulatedDesk {
  cloud: GenesysCloud;
  center: ContactCenter;
  url: string;
  events: GenesysEvent[];
  /** Sockets opened so far. */
  sockets: Socket[];
  /** Who sits in front of the sign-in page; `''` cancels. */
  user: 'agent' | 'agent2' | '';
  /** What happens between the page's answer and the token request. */
  beforeRedeeming: () => void;
  /** Goes through the sign-in page. @returns what came of the first one */
  signIn(): Promise<GenesysEvent>;
  /** Signs in and starts. */
  begin(): Promise<void>;
  /** Waits until the events tell it. */
  until<T>(look: () => T | undefined | false): Promise<T>;
  close(): Promise<void>;
}

export async function openSimulatedDesk(): Promise<SimulatedDesk> {
  const simulator = await startGenesys({ port: 0 });
  const listeners = new Set<(message: PageMessage) => void>();
  const events: GenesysEvent[] = [];
  const sockets: Socket[] = [];

  /** What the browser does in the sign-in window, without a browser. */
  async function chooseUser(url: string): Promise<void> {
    const page = await (await fetch(url)).text();
    const request = /name="request" value="([^"]+)"/.exec(page)![1]!;
    const choice = new URLSearchParams({ request, user: desk.user });
    const answer = await fetch(`${simulator.url}/oauth/choice?${choice}`, { redirect: 'manual' });
    const query = new URL(answer.headers.get('location')!).searchParams;
    desk.beforeRedeeming();
    const data = { type: 'genesys-sign-in', ...Object.fromEntries(query) };
    for (const listener of [...listeners]) {
      listener({ data, origin: new URL(PAGE).origin });
    }
  }

  const made = createGenesysCloud({
    sdk: await loadSdk(),
    gateway: simulator.url,
    clientId: 'local-softphone',
    redirectUri: PAGE,
    addMessageListener(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch: (url, init) => fetch(url, init),
    WebSocket: function open(url: string) {
      const socket = new WebSocket(url) as unknown as Socket;
      sockets.push(socket);
      return socket;
    } as unknown as SocketConstructor,
    clock: {
      now: () => Date.now(),
      set: (run, ms) => setTimeout(run, ms),
      clear: (id) => clearTimeout(id as NodeJS.Timeout)
    },
    random: () => 0
  });
  const heard = new Set<() => void>();
  let address: string | undefined;
  if (typeof made === 'string') throw new Error(made);
  const cloud = made;
  cloud.on((event) => {
    if (event.type === 'signInAddress') address = event.url;
    events.push(event);
    for (const look of [...heard]) look();
  });

  const desk: SimulatedDesk = {
    cloud,
    center: simulator.center,
    url: simulator.url,
    events,
    sockets,
    user: 'agent',
    beforeRedeeming: () => undefined,
    async signIn() {
      await chooseUser(await desk.until(() => address));
      return desk.until(() =>
        events.find(({ type }) => type === 'signedIn' || type === 'signInFailed')
      );
    },
    async begin() {
      await desk.signIn();
      await cloud.start();
      await desk.until(() => events.some((event) => event.type === 'reread' && event.done));
    },
    until<T>(look: () => T | undefined | false) {
      return new Promise<T>((resolve, reject) => {
        const giveUp = setTimeout(() => {
          heard.delete(check);
          reject(new Error(`waited in vain; events: ${JSON.stringify(events.slice(-8))}`));
        }, PATIENCE);
        const check = () => {
          const found = look();
          if (found === undefined || found === false) return;
          clearTimeout(giveUp);
          heard.delete(check);
          resolve(found);
        };
        heard.add(check);
        check();
      });
    },
    async close() {
      // Forgets the token and its timers.
      await cloud.signOut();
      cloud.stop();
      await simulator.close();
    }
  };
  return desk;
}
