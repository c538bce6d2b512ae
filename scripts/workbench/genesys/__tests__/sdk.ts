import * as platformClient from 'purecloud-platform-client-v2';
import {
  AnalyticsApi,
  ConversationsApi,
  NotificationsApi,
  OutboundApi,
  PresenceApi,
  RecordingApi,
  RoutingApi,
  TokensApi,
  UsersApi
} from 'purecloud-platform-client-v2';
import type { ApiClientClass } from 'purecloud-platform-client-v2';
import WebSocket from 'ws';
import { manualClock } from '../clock';
import { startGenesys } from '../server';
import type { GenesysOptions, GenesysServer } from '../server';
import { seeded } from './seeded';
import { START } from './stage';

export const REDIRECT = 'http://127.0.0.1:4000/apex/GenesysSignIn';

type Client = ApiClientClass;
// The typings export the class by another name than the module does.
const { ApiClientClass: Client } = platformClient as unknown as {
  ApiClientClass: new () => Client;
};

/** The real SDK, pointed at a simulator. */
export function clientFor(url: string): Client {
  const client = new Client();
  const { hostname, port } = new URL(url);
  client.setGateway({ host: hostname, protocol: 'http', port: Number(port) });
  client.setReturnExtendedResponses(true);
  return client;
}

/** What the SDK resolves to, or rejects with, when extended responses are on. */
export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Record<string, string>;
  body: Body;
}

export const answerOf = async <Body = Record<string, unknown>>(
  request: Promise<unknown>
): Promise<Answer<Body>> => (await request.catch((error: unknown) => error)) as Answer<Body>;

/** The extended answer's body; fails the test on anything but success. */
export async function bodyOf<Body>(request: Promise<Body>): Promise<Body> {
  const answer = await answerOf<Body>(request);
  if (!(answer.status < 300)) throw new Error(JSON.stringify(answer.body ?? String(answer)));
  return answer.body;
}

/** A simulator on a clock that stands still, closed after the test. */
export function useSimulator() {
  const servers: GenesysServer[] = [];
  const sockets: WebSocket[] = [];

  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    for (const server of servers.splice(0)) await server.close();
  });

  async function start(options: Partial<GenesysOptions> = {}) {
    const clock = manualClock(START);
    const server = await startGenesys({ port: 0, clock, random: seeded(), ...options });
    servers.push(server);
    return { ...server, clock };
  }

  /** All SDK interfaces of a signed-in user. */
  function signIn(server: GenesysServer, agent = 'agent') {
    const issued = server.center.issueToken(agent);
    if (!issued.ok) throw new Error(`No user ${agent}`);
    const client = clientFor(server.url);
    client.setAccessToken(issued.value.access_token);
    return {
      userId: issued.value.userId,
      token: issued.value.access_token,
      client,
      users: new UsersApi(client),
      conversations: new ConversationsApi(client),
      notifications: new NotificationsApi(client),
      presence: new PresenceApi(client),
      routing: new RoutingApi(client),
      tokens: new TokensApi(client),
      outbound: new OutboundApi(client),
      recording: new RecordingApi(client),
      analytics: new AnalyticsApi(client)
    };
  }

  /** An open socket, with its frames in order as they come. */
  async function listen(connectUri: string) {
    const socket = new WebSocket(connectUri);
    sockets.push(socket);
    const frames: Frame[] = [];
    const waiting: Array<() => void> = [];
    socket.on('message', (data) => {
      frames.push(JSON.parse(String(data)) as Frame);
      for (const look of waiting) look();
    });
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return {
      socket,
      frames,
      closed,
      /** The first `count` frames, as soon as there are so many. */
      first: (count: number) =>
        new Promise<Frame[]>((resolve) => {
          const look = () => frames.length >= count && resolve(frames.slice(0, count));
          waiting.push(look);
          look();
        }),
      /** All that came before the answer to a ping: nothing more is on its way. */
      async settled() {
        const isPong = (frame: Frame) => frame.eventBody.message === 'pong';
        const before = frames.filter(isPong).length;
        socket.send('{"message":"ping"}');
        await new Promise<void>((resolve) => {
          const look = () => frames.filter(isPong).length > before && resolve();
          waiting.push(look);
          look();
        });
        return frames.filter((frame) => !isPong(frame));
      }
    };
  }

  return { start, signIn, listen };
}

export interface Frame {
  topicName: string;
  version?: string;
  eventBody: Record<string, unknown> & { message?: string };
  metadata?: { CorrelationId: string };
}

/** A request to the contact center, or to any other path, without the SDK. */
export async function ask(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {}
) {
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as Record<string, never>
  };
}
