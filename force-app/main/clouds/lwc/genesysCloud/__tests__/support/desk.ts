import { createGenesysCloud } from 'c/genesysCloud';
import type { GenesysCloud, GenesysEvent, PageMessage } from 'c/genesysCloud';
import type { TextStorage } from 'c/ports';
import { fakeServer } from './fakeServer';
import type { FakeServer } from './fakeServer';
import { dateOf, fixedCrypto, loadSdk } from './loadSdk';
import { settle, virtualClock } from './virtualClock';
import type { VirtualClock } from './virtualClock';

export const USER = 'a0000000-0000-4000-8000-000000000001';
export const TOKEN_LIFE = 3_600_000;
export const PAGE = 'https://acme--c.vf.force.com/apex/GenesysSignIn';
export const REGION = 'example.com';
export const CHANNEL_LIFE = 86_400_000;
export const subscribing = (channel: number) =>
  `PUT /api/v2/notifications/channels/channel-${channel}/subscriptions`;

/** The adapter with the real SDK, a server that answers as told, and time that stands still. */
export interface Desk {
  cloud: GenesysCloud;
  server: FakeServer;
  clock: VirtualClock;
  events: GenesysEvent[];
  /** Addresses offered for the sign-in, the newest last. */
  offered: URL[];
  /** The newest, as long as it is offered. */
  address(): URL | undefined;
  /** A message on the page, as GenesysSignIn posts it. */
  post(data: unknown, more?: Partial<PageMessage>): void;
  /** An answer handed over by our page; @returns whether it was taken */
  handOver(data: unknown): boolean;
  /** The window at the newest address answers with a code. */
  grant(code?: string): void;
  /** Signs in, and lets what follows happen. */
  signIn(): Promise<void>;
  ofType<T extends GenesysEvent['type']>(type: T): Extract<GenesysEvent, { type: T }>[];
}

export interface DeskOptions {
  storage?: TextStorage;
  random?: () => number;
  locale?: string;
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const clock = virtualClock();
  const server = fakeServer();
  const events: GenesysEvent[] = [];
  const offered: URL[] = [];
  let isOffered = false;
  const listeners = new Set<(message: PageMessage) => void>();
  const handOvers = new Set<(answer: unknown) => boolean>();
  const made = createGenesysCloud({
    sdk: await loadSdk({ crypto: fixedCrypto(), Date: dateOf(clock.now) }),
    region: REGION,
    clientId: 'local-softphone',
    redirectUri: PAGE,
    addMessageListener(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    addHandOverListener(listener) {
      handOvers.add(listener);
      return () => handOvers.delete(listener);
    },
    fetch: server.fetch,
    WebSocket: server.WebSocket,
    clock,
    random: options.random ?? (() => 0),
    ...(options.locale && { locale: options.locale }),
    ...(options.storage && { storage: options.storage })
  });
  if (typeof made === 'string') throw new Error(made);
  const cloud = made;
  cloud.on((event) => {
    if (event.type !== 'signInAddress') return events.push(event);
    isOffered = event.url !== undefined;
    return event.url === undefined ? undefined : offered.push(new URL(event.url));
  });

  server.on('POST /oauth/token', {
    body: { access_token: 'token-1', expires_in: TOKEN_LIFE / 1000 }
  });
  server.on('GET /api/v2/users/me', { body: { id: USER, name: 'Ana Ruiz' } });
  server.on('GET /api/v2/date', { body: { currentDate: new Date(clock.now()).toISOString() } });
  server.on('GET /api/v2/conversations', { body: { entities: [] } });
  let channels = 0;
  server.on('POST /api/v2/notifications/channels', () => {
    const id = `channel-${++channels}`;
    const expires = new Date(clock.now() + CHANNEL_LIFE).toISOString();
    return { body: { id, connectUri: `wss://streaming.example.com/${id}`, expires } };
  });
  for (let id = 1; id < 10; id++) server.on(subscribing(id), { body: { entities: [] } });
  await settle();

  function post(data: unknown, more: Partial<PageMessage> = {}): void {
    const message = { data, origin: new URL(PAGE).origin, ...more };
    for (const listener of [...listeners]) listener(message);
  }

  function grant(code = 'code-1'): void {
    const state = offered.at(-1)!.searchParams.get('state');
    post({ type: 'genesys-sign-in', code, state });
  }

  return {
    cloud,
    server,
    clock,
    events,
    offered,
    address: () => (isOffered ? offered.at(-1) : undefined),
    post,
    handOver: (data) => [...handOvers].some((take) => take(data)),
    grant,
    async signIn() {
      await settle();
      grant();
      await settle();
    },
    ofType: (type) => events.filter((event) => event.type === type) as never
  };
}

/** Signed in and started. */
export async function openLiveDesk(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options);
  await desk.signIn();
  const starting = desk.cloud.start();
  await settle();
  await starting;
  await settle();
  return desk;
}
