import type { Plugin } from 'rollup';
import { bundleEntry } from './sources';

const MODULE = 'workbench/bundles';

/**
 * `workbench/bundles`: the project's bundles that the page hosts, by name. One that does not exist
 * yet is left out, and the page says so in its place instead of failing to compile.
 */
export function optionalBundles(root: string, names: readonly string[]): Plugin {
  return {
    name: 'workbench-optional-bundles',
    resolveId: (importee) => (importee === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const present = names.filter((name) => bundleEntry(root, `c/${name}`));
      const imports = present.map((name) => `import ${name} from 'c/${name}';`);
      return `${imports.join('\n')}\nexport default { ${present.join(', ')} };`;
    }
  };
}
