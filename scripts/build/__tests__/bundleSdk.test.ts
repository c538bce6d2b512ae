/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '../../../force-app/main/clouds/lwc/genesysCloud/operations';
import { bundleSdk } from '../../build';

const root = process.cwd();
/** Of the SDK's own browser build, 141 kB. */
const LARGEST_GZIP = 16_000;

async function load(): Promise<{ script: string; sdk: Record<string, never> }> {
  const { file } = await bundleSdk(root);
  const script = readFileSync(join(root, file), 'utf8');
  const window: { genesysCloudSdk?: Record<string, never> } = {};
  new Function('window', script)(window);
  return { script, sdk: window.genesysCloudSdk! };
}

it('carries the listed operations and no others', async () => {
  const { sdk } = await load();
  for (const [api, names] of Object.entries(operations)) {
    const { prototype } = sdk[api] as unknown as { prototype: object };
    const bundled = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
    expect([api, ...bundled.sort()]).toEqual([api, ...[...names].sort()]);
  }
  expect(Object.keys(sdk).sort()).toEqual(
    ['AbstractHttpClient', 'ApiClient', ...Object.keys(operations)].sort()
  );
});

it('needs nothing that a browser lacks, and leaves nothing behind but its one name', async () => {
  const { script } = await load();
  for (const foreign of ['require(', 'process.env', 'eval(', 'new Function', 'window.ApiClient']) {
    expect([foreign, script.includes(foreign)]).toEqual([foreign, false]);
  }
});

it('keeps no instance anywhere: whoever has its one name has no token', async () => {
  const window: Record<string, unknown> = {};
  const { script } = await load();
  new Function('window', script)(window);
  type Client = { setAccessToken(token: string): void };
  const { ApiClient, UsersApi } = window.genesysCloudSdk as {
    ApiClient: new () => Client;
    UsersApi: new (client: Client) => object;
  };
  const client = new ApiClient();
  client.setAccessToken('token-1');
  expect(new UsersApi(client)).toMatchObject({ apiClient: client });
  expect(Object.keys(window)).toEqual(['genesysCloudSdk']);
  expect(placesOf('token-1', window)).toEqual([]);
  // The search finds what is there.
  window.left = { deep: [client] };
  expect(placesOf('token-1', window)[0]).toMatch(/^left\.deep\.0\./);
});

/** Where below a value a text stands, statics and prototypes of classes with it. */
function placesOf(text: string, root: object): string[] {
  const seen = new Set<unknown>();
  const found: string[] = [];
  const look = (value: unknown, path: string[]): void => {
    if (typeof value === 'string' && value.includes(text)) found.push(path.join('.'));
    if ((typeof value !== 'object' && typeof value !== 'function') || !value) return;
    if (seen.has(value) || path.length > 12) return;
    seen.add(value);
    for (const [name, { value: inner }] of Object.entries(Object.getOwnPropertyDescriptors(value)))
      look(inner, [...path, name]);
  };
  look(root, []);
  return found;
}

it('carries the licence of the SDK', async () => {
  const [notice] = (await load()).script.split('*/');
  expect(notice).toMatch(/^\/\*!\npurecloud-platform-client-v2 [\d.]+/);
  expect(notice).toContain('Copyright (c) 2017 PureCloud by Genesys');
  expect(notice).toContain('Permission is hereby granted');
  expect(notice).toContain('WITHOUT WARRANTY OF ANY KIND');
});

it('is small, and made once', async () => {
  const first = await bundleSdk(root);
  expect(first.gzipBytes).toBeLessThan(LARGEST_GZIP);
  expect(await bundleSdk(root)).toEqual({ ...first, unchanged: true });
});
