import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import { bundleSdk } from '../build/bundleSdk';
import { lwcPlugins } from '../workbench/compile/lwcPlugin';
import { resolveSources } from '../workbench/compile/resolve';
import { stripTypes } from '../workbench/compile/stripTypes';

export interface Bytes {
  /** c/interaction, c/taskDraft and c/taskSync. */
  core: number;
  /** The panel with all that it is made of, the core included; without Lightning's own modules. */
  panel: number;
  setupTab: number;
  staticResource: number;
  /** Static resource over the SDK's own browser build. */
  staticResourceVsFullSdk: number;
}

const CORE = ['c/interaction', 'c/taskDraft', 'c/taskSync'];
const FULL_SDK =
  'node_modules/purecloud-platform-client-v2/dist/web-cjs/purecloud-platform-client-v2.min.js';

/** What travels: minified, gzip level 9. */
export async function measureBytes(root: string): Promise<Bytes> {
  const { gzipBytes: staticResource } = await bundleSdk(root);
  return {
    core: gzipped(await core(root)),
    panel: gzipped(await component(root, 'c/softphone')),
    setupTab: gzipped(await component(root, 'c/attributeMappings')),
    staticResource,
    staticResourceVsFullSdk: Number(
      (staticResource / gzipped(readFileSync(join(root, FULL_SDK)))).toFixed(3)
    )
  };
}

const gzipped = (script: string | Uint8Array): number => gzipSync(script, { level: 9 }).byteLength;

async function core(root: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: CORE.map((bundle) => `export * from '${bundle}';`).join('\n'),
      resolveDir: root,
      loader: 'ts'
    },
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022'
  });
  return outputFiles[0]!.contents;
}

/** Compiled as the platform does, templates and styles included. */
async function component(root: string, bundle: string): Promise<string> {
  const compiled = await rollup({
    input: bundle,
    plugins: [leaveToPlatform(), resolveSources(root), stripTypes(), ...lwcPlugins(root, false)],
    preserveEntrySignatures: 'strict',
    onwarn: () => undefined
  });
  const { output } = await compiled.generate({ format: 'es', inlineDynamicImports: true });
  await compiled.close();
  const { code } = await transform(output[0].code, { minify: true, target: 'es2022' });
  return code;
}

/** Base components, labels, schema and the engine come with Salesforce. */
function leaveToPlatform(): Plugin {
  return {
    name: 'bench-platform',
    resolveId: (importee) =>
      /^(lwc$|@lwc\/|lightning\/|@salesforce\/)/.test(importee)
        ? { id: importee, external: true }
        : undefined
  };
}
