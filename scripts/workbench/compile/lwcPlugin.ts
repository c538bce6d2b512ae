import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import type { Plugin } from 'rollup';
import { cacheTransforms } from './transformCache';

const CACHE = '.cache/lwc';
const PACKAGES = ['lwc', '@lwc/rollup-plugin', 'lightning-base-components', 'esbuild'];

/**
 * Native shadow only: with synthetic shadow the comboboxes of the base components throw. The page
 * turns on the mode that lets the org's SLDS reach into native shadow roots.
 */
const OPTIONS = {
  disableSyntheticShadowSupport: true,
  enableDynamicComponents: true,
  apiVersion: 66
} as const;

const REPLACEMENTS = {
  'process.env.NODE_ENV': JSON.stringify('production'),
  'import.meta.env.SSR': 'false',
  'import.meta.env': '{}'
};

/** The LWC compiler with its results kept on disk, and the constants its output expects. */
export function lwcPlugins(root: string, sourcemap: boolean): Plugin[] {
  const compiler = lwc({
    ...OPTIONS,
    apiVersion: OPTIONS.apiVersion as never,
    rootDir: join(root, 'scripts/workbench/console'),
    sourcemap,
    modules: [{ npm: 'lightning-base-components' }],
    defaultModules: [{ npm: '@lwc/engine-dom' }],
    exclude: ['**/scripts/workbench/lightning/**', '\0*', '**/node_modules/@lwc/**']
  });
  return [
    cacheTransforms(
      compiler,
      join(root, CACHE),
      JSON.stringify([compilerSettings(root), sourcemap])
    ),
    replace({ values: REPLACEMENTS, preventAssignment: true })
  ];
}

/** Everything besides the sources that decides what the compiler makes of them. */
export function compilerSettings(root: string): string {
  const resolve = createRequire(join(root, 'package.json')).resolve;
  const versions = PACKAGES.map((name) => {
    const manifest = JSON.parse(readFileSync(findManifest(resolve, root, name), 'utf8')) as {
      version: string;
    };
    return `${name}@${manifest.version}`;
  });
  return JSON.stringify({ versions, OPTIONS, REPLACEMENTS });
}

/** Some of these packages do not export their package.json, so it is looked up by path. */
function findManifest(resolve: NodeJS.RequireResolve, root: string, name: string): string {
  const places = resolve.paths(name) ?? [join(root, 'node_modules')];
  for (const place of places) {
    const file = join(place, name, 'package.json');
    try {
      readFileSync(file);
      return file;
    } catch {
      continue;
    }
  }
  throw new Error(`Package ${name} is not installed.`);
}
