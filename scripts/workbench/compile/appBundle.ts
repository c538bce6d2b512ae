import { rollup } from 'rollup';
import type { OutputAsset, OutputChunk, Plugin } from 'rollup';
import { baseBundle, isRuntime, SHARED_STAND_INS } from './baseBundle';
import type { BaseBundle } from './baseBundle';
import { lwcPlugins } from './lwcPlugin';
import type { Mode } from './mode';
import { optionalBundles } from './optionalBundles';
import { platformModules } from './platformModules';
import { resolveSources } from './resolve';
import { sandboxedBundles } from './sandboxedBundles';
import { standIn } from './sources';
import { stripTypes } from './stripTypes';

export interface AppBundle {
  /** File name under `/modules/app/` → its text. */
  files: Map<string, string>;
  base: BaseBundle;
  /** What a deployment would refuse but the page can live with, e.g. a label that is not there. */
  problems: string[];
}

/** The modules the page's HTML names, in its order. */
const PAGE_SCRIPTS = ['console/shadow', 'console/orgStyles', 'console/main'];

/** The page and the project's own components. Rejects with rollup's error, which names the file. */
export async function appBundle(
  root: string,
  hosted: readonly string[],
  mode: Mode,
  onProgress: (message: string) => void
): Promise<AppBundle> {
  const problems = new Set<string>();
  const reached = new Set<string>();
  const note = (message: string): unknown => problems.add(message);
  const build = await rollup({
    input: Object.fromEntries(
      [...PAGE_SCRIPTS, ...SHARED_STAND_INS].map((specifier) => [specifier, specifier])
    ),
    plugins: [
      leaveToBase(root, reached),
      optionalBundles(root, hosted),
      ...(mode.lws ? [sandboxedBundles(root, note)] : []),
      resolveSources(root),
      platformModules(root, note),
      stripTypes(),
      ...lwcPlugins(root, true, mode)
    ],
    preserveEntrySignatures: 'strict',
    onwarn: (warning) => {
      if (warning.code === 'UNRESOLVED_IMPORT')
        throw new Error(`${warning.id}\n'${warning.exporter}' does not exist.`);
      if (warning.plugin === 'rollup-plugin-lwc-compiler') problems.add(warning.message);
    }
  });
  const base = await baseBundle(root, [...reached], mode, onProgress);
  const { output } = await build.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name]-[hash].js',
    sourcemap: 'inline',
    paths: (id) => `/modules/${base.key}/${id}.js`
  });
  await build.close();
  return { files: new Map(output.map(textOf)), base, problems: [...problems] };
}

/** Base components and the engine are external here; each one met is noted for the base bundle. */
function leaveToBase(root: string, reached: Set<string>): Plugin {
  return {
    name: 'workbench-base',
    resolveId(importee) {
      if (importee === 'lwc' || isRuntime(importee)) return { id: importee, external: true };
      if (!importee.startsWith('lightning/') || standIn(root, importee)) return undefined;
      reached.add(importee);
      return { id: importee, external: true };
    }
  };
}

function textOf(file: OutputChunk | OutputAsset): [string, string] {
  return [file.fileName, file.type === 'chunk' ? file.code : String(file.source)];
}
