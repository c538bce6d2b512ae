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
