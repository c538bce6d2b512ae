/** @jest-environment node */
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Compiler } from '../compile/compiler';
import { ownOrigins } from '../doors';
import { startGenesys } from '../genesys/server';
import { loadOrg, salesforceRoutes } from '../salesforce/server';
import { readApp } from '../server/appMetadata';
import { consoleServer } from '../server/consoleServer';

type Headers = Record<string, string>;

/** Both servers as `npm start` opens them, but nothing is compiled. */
async function open() {
  const root = process.cwd();
  const urls: string[] = [];
  const origins = () => ownOrigins(...urls);
  const { org } = await loadOrg({ root });
  const compiler = { current: () => Promise.reject(new Error('nothing is compiled')) } as Compiler;
  const app = readApp(root, 'Softphone_Console');
  const server = consoleServer({
    root,
    org,
    compiler,
    app,
    conditions: { lws: true, syntheticShadow: false },
    genesys: () => urls[1],
    origins
  });
  await server.register(salesforceRoutes(org));
  urls.push(await server.listen({ port: 0, host: '127.0.0.1' }));
  const genesys = await startGenesys({ port: 0, origins });
  urls.push(genesys.url);
  return {
    console: (server.server.address() as AddressInfo).port,
    genesys: Number(new URL(genesys.url).port),
    center: genesys.center,
    close: () => Promise.all([server.close(), genesys.close()])
  };
}

let org: Awaited<ReturnType<typeof open>>;
beforeAll(async () => (org = await open()));
afterAll(() => org.close());

/** `fetch` sets the host itself; an attacker's browser does not ask us either. */
function ask(port: number, path: string, headers: Headers, method = 'GET') {
  return new Promise<{ status: number; allowed: string | undefined }>((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (answer) => {
        resolve({
          status: answer.statusCode ?? 0,
          allowed: answer.headers['access-control-allow-origin']
        });
        answer.destroy();
      }
    );
    asked.on('upgrade', (_answer, socket) => {
      resolve({ status: 101, allowed: undefined });
      socket.destroy();
    });
    asked.on('error', reject).end();
  });
}

/** A path each server answers to those who may ask, whatever it says. */
const DOORS: ['console' | 'genesys', method: string, path: string][] = [
  ['console', 'GET', '/lightning/page/home'],
  ['console', 'GET', '/workbench/session.js'],
  ['console', 'GET', '/workbench/changes'],
  ['console', 'GET', '/workbench/salesforce'],
  ['console', 'POST', '/workbench/salesforce/reset'],
  ['console', 'GET', '/services/data/v66.0/ui-api/object-info/Task'],
  ['console', 'GET', '/apex/GenesysSignIn'],
  ['console', 'GET', '/assets/images/logo-noname.svg'],
  ['console', 'OPTIONS', '/services/data/v66.0/ui-api/records'],
  ['console', 'GET', '/no/such/path'],
  ['genesys', 'GET', '/contact-center'],
  ['genesys', 'POST', '/contact-center/reset'],
  ['genesys', 'GET', '/oauth/authorize?client_id=x'],
  ['genesys', 'POST', '/oauth/token'],
  ['genesys', 'GET', '/api/v2/users/me'],
  ['genesys', 'OPTIONS', '/api/v2/users/me'],
  ['genesys', 'GET', '/no/such/path']
];

const socketHeaders = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA=='
};

function newToken(): string {
  const token = org.center.issueToken('agent');
  if (!token.ok) throw new Error('no agent');
  return token.value.access_token;
}

async function channelPath(): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${org.genesys}/api/v2/notifications/channels`, {
    method: 'POST',
    headers: { authorization: `Bearer ${newToken()}` }
  });
  return new URL(((await answer.json()) as { connectUri: string }).connectUri).pathname;
}

const FOREIGN: [what: string, headers: (port: number) => Headers][] = [
  ['a name that resolves to this machine', (port) => ({ host: `rebound.example:${port}` })],
  ['a name that begins like ours', (port) => ({ host: `127.0.0.1.example.com:${port}` })],
  ['a name that ends like ours', (port) => ({ host: `example.localhost:${port}` })],
  ['our name on another port', () => ({ host: '127.0.0.1:1' })],
  ['our name without the port', () => ({ host: '127.0.0.1' })],
  ['another website', () => ({ origin: 'https://example.com' })],
  ['a page without an origin: sandboxed, or a file', () => ({ origin: 'null' })],
  ['another server of this machine', () => ({ origin: 'http://localhost:8080' })],
  ['our name over another protocol', (port) => ({ origin: `https://127.0.0.1:${port}` })],
  ['our name with something behind', (port) => ({ origin: `http://127.0.0.1:${port}.example` })],
  [
    'a script of ours on another website',
    () => ({
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'script'
    })
  ],
  [
    'an image of ours on another server of this machine',
    () => ({
      'sec-fetch-site': 'same-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'image',
      referer: 'http://127.0.0.1:8080/'
    })
  ],
  [
    'a frame on another website',
    () => ({
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'iframe',
      referer: 'https://example.com/'
    })
  ]
];

describe.each(DOORS)('%s %s %s', (server, method, path) => {
  it.each(FOREIGN)('is refused to %s', async (_what, headers) => {
    const answer = await ask(org[server], path, headers(org[server]), method);
    expect(answer).toEqual({ status: 403, allowed: undefined });
  });

  it.each([
    ['no page', () => ({})],
    ['the console', () => ({ origin: `http://127.0.0.1:${org.console}` })],
    ['the console under its other name', () => ({ origin: `http://localhost:${org.console}` })],
    ['a follower of a link', () => VISIT],
    [
      'a frame of the console',
      () => ({
        'sec-fetch-site': 'same-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'iframe',
        referer: `http://127.0.0.1:${org.console}/`
      })
    ]
  ] as [string, () => Headers][])('is answered to %s', async (_what, headers) => {
    const answer = await ask(org[server], path, headers(), method);
    // What needs a token or does not exist says so; the door is open.
    expect(answer.status).not.toBe(403);
  });
});

const VISIT = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document'
};

describe('the notification socket', () => {
  it.each(FOREIGN)('is refused to %s', async (_what, headers) => {
    const path = await channelPath();
    const answer = await ask(org.genesys, path, { ...socketHeaders, ...headers(org.genesys) });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['no page', () => ({})],
    ['the console', () => ({ origin: `http://127.0.0.1:${org.console}` })]
  ] as [string, () => Headers][])('opens to %s', async (_what, headers) => {
    const path = await channelPath();
    const answer = await ask(org.genesys, path, { ...socketHeaders, ...headers() });
    expect(answer.status).toBe(101);
  });

  it.each(FOREIGN)('a socket on the console server is refused to %s', async (_what, headers) => {
    const answer = await ask(org.console, '/workbench/changes', {
      ...socketHeaders,
      ...headers(org.console)
    });
    expect(answer.status).toBe(403);
  });
});

it('the contact center allows the console by name, never everybody', async () => {
  const origin = `http://localhost:${org.console}`;
  expect((await ask(org.genesys, '/contact-center', { origin })).allowed).toBe(origin);
  expect((await ask(org.genesys, '/contact-center', {})).allowed).toBeUndefined();
  expect((await ask(org.console, '/workbench/changes', {})).allowed).toBeUndefined();
});
