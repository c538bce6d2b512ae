import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleSdk } from '../../../../../../../scripts/build';

/** The browser as far as the SDK looks at it. */
export interface SdkWorld {
  crypto: unknown;
  Date: unknown;
}

/** The static resource, made anew when it is stale and run as a page runs it. */
export async function loadSdk(world: SdkWorld = globalThis): Promise<unknown> {
  const root = process.cwd();
  const { file } = await bundleSdk(root);
  const script = readFileSync(join(root, file), 'utf8');
  const window: { crypto: unknown; genesysCloudSdk?: unknown } = { crypto: world.crypto };
  // eslint-disable-next-line no-new-func -- as a script tag does, with a world of our choice
  new Function('window', 'crypto', 'Date', script)(window, world.crypto, world.Date);
  return window.genesysCloudSdk;
}

/** Same "secrets" each run. */
export function fixedCrypto() {
  let count = 0;
  return {
    getRandomValues: (numbers: Uint32Array) => numbers.map((_, index) => count++ * 7 + index),
    subtle: { digest: async () => new Uint8Array(32).fill(7).buffer }
  };
}

/** `new Date()` by a clock that stands still. */
export function dateOf(now: () => number) {
  return class extends Date {
    constructor(...given: [] | [number]) {
      super(given[0] ?? now());
    }
  };
}
