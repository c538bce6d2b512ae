import { join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import type { Plugin } from 'rollup';
import { compilerSettings, OPTIONS, REPLACEMENTS } from './settings';
import { cacheTransforms } from './transformCache';

const CACHE = '.cache/lwc';
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
