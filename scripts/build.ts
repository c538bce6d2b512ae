/**
 * `npm run build`: what an org needs and git does not keep. Puts a `.js` beside each component's
 * `.ts` and bundles the Genesys Cloud SDK as a static resource. Safe to run again at any time.
 */
import { join } from 'node:path';
import { bundleSdk } from './build/bundleSdk';
import { emitComponents } from './build/emitComponents';

export { bundleSdk, emitComponents };

// Other commands import this file; only `scripts/run.mjs build` runs it.
if (process.argv[1] === join(process.cwd(), 'scripts/build.ts')) void main(process.cwd());

async function main(root: string): Promise<void> {
  const { emitted, removed, problems } = await emitComponents(root);
  console.log(`components  ${emitted.length} files${removed.map((file) => `, -${file}`).join('')}`);
  const sdk = await bundleSdk(root);
  const state = sdk.unchanged ? 'unchanged, ' : '';
  console.log(`SDK         ${state}${kilobytes(sdk.bytes)}, ${kilobytes(sdk.gzipBytes)} gzip`);
  console.log('SBOM        .cache/build/sbom.cdx.json');
  for (const { file, message } of problems) console.error(`${file}: ${message}`);
  if (problems.length > 0) process.exitCode = 1;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
