import { createGenesysCloud } from 'c/genesysCloud';
import type { GenesysCloud, GenesysEvent, PageMessage, TextStorage } from 'c/genesysCloud';
import { fakeServer } from './fakeServer';
import type { FakeServer } from './fakeServer';
import { dateOf, fixedCrypto, loadSdk } from './loadSdk';
import { settle, virtualClock } from './virtualClock';
import type { VirtualClock } from './virtualClock';

export const USER = 'a0000000-0000-4000-8000-000000000001';
export const TOKEN_LIFE = 3_600_000;
export const PAGE = 'https://org.example.com/apex/GenesysSignIn';
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
  /** Windows opened for the sign-in, the newest last. */
  popups: { url: URL; isClosed: boolean; isSilent: boolean }[];
  /** A message on the page, as GenesysSignIn posts it. */
  post(data: unknown, more?: Partial<PageMessage>): void;
  /** Answers the newest window with a code. */
  grant(code?: string): void;
  ofType<T extends GenesysEvent['type']>(type: T): Extract<GenesysEvent, { type: T }>[];
}

export interface DeskOptions {
  blocksPopups?: boolean;
  mayBeSilent?: boolean;
  storage?: TextStorage;
  random?: () => number;
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const clock = virtualClock();
  const server = fakeServer();
  const events: GenesysEvent[] = [];
  const popups: Desk['popups'] = [];
  const listeners = new Set<(message: PageMessage) => void>();
  const open = (url: string, isSilent: boolean) => {
    if (options.blocksPopups) return null;
    const popup = { url: new URL(url), isClosed: false, isSilent };
    popups.push(popup);
    return {
      closed: () => popup.isClosed,
      close: () => {
        popup.isClosed = true;
      },
      isSource: (source: unknown) => source === popup
    };
  };
  const cloud = createGenesysCloud({
    sdk: await loadSdk({ crypto: fixedCrypto(), Date: dateOf(clock.now) }),
    region: REGION,
    clientId: 'local-softphone',
    redirectUri: PAGE,
    openPopup: (url) => open(url, false),
    ...(options.mayBeSilent && { openSilently: (url: string) => open(url, true) }),
    addMessageListener(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch: server.fetch,
    WebSocket: server.WebSocket,
    clock,
    random: options.random ?? (() => 0),
    ...(options.storage && { storage: options.storage })
  });
  cloud.on((event) => events.push(event));

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
    const message = { data, origin: new URL(PAGE).origin, source: popups.at(-1), ...more };
    for (const listener of [...listeners]) listener(message);
  }

  return {
    cloud,
    server,
    clock,
    events,
    popups,
    post,
    grant(code = 'code-1') {
      const state = popups.at(-1)!.url.searchParams.get('state');
      post({ type: 'genesys-sign-in', code, state });
    },
    ofType: (type) => events.filter((event) => event.type === type) as never
  };
}

/** Signed in and started. */
export async function openLiveDesk(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options);
  const signingIn = desk.cloud.signIn();
  await settle();
  desk.grant();
  await signingIn;
  const starting = desk.cloud.start();
  await settle();
  await starting;
  await settle();
  return desk;
}
