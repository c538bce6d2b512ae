import { join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import type { Plugin } from 'rollup';
import { compilerSettings, OPTIONS, REPLACEMENTS } from './settings';
import type { ShadowMode } from './settings';
import { cacheTransforms } from './transformCache';

const CACHE = '.cache/lwc';

/** Behind it comboboxes ask for `attachInternals`, which an imitated shadow root does not have. */
const SHUT_IN_SYNTHETIC = '@salesforce/gate/bc.260.enableComboboxElementInternals';

/** The LWC compiler with its results kept on disk, and the constants its output expects. */
export function lwcPlugins(
  root: string,
  sourcemap: boolean,
  shadow: ShadowMode = { syntheticShadow: false }
): Plugin[] {
  const compiler = lwc({
    ...OPTIONS,
    disableSyntheticShadowSupport: !shadow.syntheticShadow,
    apiVersion: OPTIONS.apiVersion as never,
    rootDir: join(root, 'scripts/workbench/console'),
    sourcemap,
    modules: [{ npm: 'lightning-base-components' }],
    defaultModules: [{ npm: '@lwc/engine-dom' }],
    exclude: ['**/scripts/workbench/lightning/**', '\0*', '**/node_modules/@lwc/**']
  });
  return [
    ...(shadow.syntheticShadow ? [shutGate()] : []),
    cacheTransforms(
      compiler,
      join(root, CACHE),
      JSON.stringify([compilerSettings(root, shadow), sourcemap])
    ),
    replace({ values: REPLACEMENTS, preventAssignment: true })
  ];
}

function shutGate(): Plugin {
  return {
    name: 'workbench-shut-gate',
    resolveId: (importee) => (importee === SHUT_IN_SYNTHETIC ? `\0${importee}` : undefined),
    load: (id) =>
      id === `\0${SHUT_IN_SYNTHETIC}` ? 'export default { isOpen: () => false };' : undefined
  };
}
