import { dirname, extname, join, resolve } from 'node:path';
import type { Plugin } from 'rollup';
import { bundleEntry, isFile, sourceFile, specifierOf, standIn } from './sources';

/** Finds our own bundles and stand-ins. What it does not know it leaves to the next plugin. */
export function resolveSources(root: string): Plugin {
  return {
    name: 'workbench-sources',
    resolveId(importee, importer) {
      if (importee.startsWith('.') && importer) {
        const path = resolve(dirname(withoutQuery(importer)), importee);
        const file = isFile(path) ? path : sourceFile(path);
        // A missing template or stylesheet is the LWC plugin's to replace with an empty one.
        return file && !['.html', '.css'].includes(extname(file))
          ? identify(root, file)
          : undefined;
      }
      // The parser behind the stand-in of `gql`.
      if (importee === 'graphql/language/parser')
        return join(root, 'node_modules', `${importee}.mjs`);
      const entry = bundleEntry(root, importee) ?? standIn(root, importee);
      return entry && identify(root, entry);
    }
  };
}

/**
 * The LWC plugin names a component after the two folders around it, and ours lie in `lwc/`, not
 * `c/`. The query is its own way to say the name.
 */
function identify(root: string, file: string): string {
  const specifier = specifierOf(root, file);
  return specifier ? `${file}?specifier=${specifier}` : file;
}

export function withoutQuery(id: string): string {
  return id.split('?', 1)[0] ?? id;
}
