import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import { spriteIcons } from './iconLibrary';
import { lwcPlugins } from './lwcPlugin';
import { platformModules } from './platformModules';
import { compilerSettings } from './settings';
import type { ShadowMode } from './settings';

const FOLDER = '.cache/workbench';

/** Increase when what this file does to the sources changes. */
const RECIPE = 3;

/** Stand-ins that base components import: they must share the page's one copy. */
export const SHARED_STAND_INS = ['lightning/navigation'];

/** What else of the platform the page loads, minified: unminified the sandbox debugs itself. */
const RUNTIMES: Record<string, (shadow: ShadowMode) => string> = {
  'workbench/lws': () => `
    export { evaluateFunction, wrapDependency } from '@locker/sandbox';
    export { LWS_DEFAULT_GATER_FEATURES, registerGaterEnabledFeatures } from '@locker/shared';`,
  'workbench/syntheticShadow': ({ syntheticShadow }) =>
    syntheticShadow ? `import '@lwc/synthetic-shadow';` : ''
};

export function isRuntime(specifier: string): boolean {
  return Object.hasOwn(RUNTIMES, specifier);
}

export interface BaseBundle {
  /** Folder name under `/modules/`: changes with any input, so its files may be cached for good. */
  key: string;
  folder: string;
}

/**
 * The LWC engine and the base components the page reaches, as ES modules. Compiled once and kept:
 * the key names every version, option and component, so a newly used component or an upgrade gets
 * another folder.
 */
export async function baseBundle(
  root: string,
  components: readonly string[],
  shadow: ShadowMode,
  onProgress: (message: string) => void
): Promise<BaseBundle> {
  const wanted = [...new Set(components)].sort();
  const identity = JSON.stringify([
    RECIPE,
    compilerSettings(root, shadow),
    wanted,
    process.version
  ]);
  const key = `base-${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`;
  const folder = join(root, FOLDER, key);
  if (existsSync(folder)) return { key, folder };

  onProgress(`Compiling ${wanted.length} base components (kept for the next start) …`);
  const started = Date.now();
  const temporary = `${folder}.${process.pid}`;
  await compile(root, wanted, shadow, temporary, onProgress);
  await bundleRuntimes(root, shadow, temporary);
  mkdirSync(join(root, FOLDER), { recursive: true });
  publish(temporary, folder);
  onProgress(`Base components compiled in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return { key, folder };
}

async function compile(
  root: string,
  components: string[],
  shadow: ShadowMode,
  folder: string,
  onProgress: (message: string) => void
): Promise<void> {
  const build = await rollup({
    input: Object.fromEntries(['lwc', ...components].map((name) => [name, name])),
    external: SHARED_STAND_INS,
    plugins: [
      entriesOf(root),
      spriteIcons(),
      platformModules(root, () => undefined),
      countModules(onProgress),
      ...lwcPlugins(root, false, shadow)
    ],
    preserveEntrySignatures: 'strict',
    treeshake: { moduleSideEffects: true },
    onwarn: () => undefined
  });
  await build.write({
    dir: folder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name]-[hash].js',
    minifyInternalExports: false,
    paths: (id) => (SHARED_STAND_INS.includes(id) ? `/modules/app/${id}.js` : id)
  });
  await build.close();
}

async function bundleRuntimes(root: string, shadow: ShadowMode, folder: string): Promise<void> {
  for (const [specifier, contents] of Object.entries(RUNTIMES))
    await bundle({
      stdin: { contents: contents(shadow), resolveDir: root },
      outfile: join(folder, `${specifier}.js`),
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' }
    });
}

/** The LWC plugin resolves only what some file imports, and an entry has no importer. */
function entriesOf(root: string): Plugin {
  return {
    name: 'workbench-entries',
    resolveId(importee, importer) {
      return importer ? undefined : this.resolve(importee, join(root, 'package.json'));
    }
  };
}

function countModules(onProgress: (message: string) => void): Plugin {
  let count = 0;
  return {
    name: 'workbench-progress',
    moduleParsed() {
      count += 1;
      if (count % 200 === 0) onProgress(`  ${count} modules …`);
    }
  };
}

/** Another workbench may have finished the same folder first; then ours is of no use. */
function publish(temporary: string, folder: string): void {
  try {
    renameSync(temporary, folder);
  } catch {
    if (!existsSync(folder)) throw new Error(`Cannot write ${basename(folder)} into ${FOLDER}.`);
    rmSync(temporary, { recursive: true, force: true });
  }
}
