import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { COMPONENT_FOLDERS } from '../../componentFolders';
import { bundleFiles } from './bundleFiles';
import { compileForPlatform, describeDiagnostic, isProblem } from './platformCompiler';
import { OPTIONS } from './settings';

const MARK = '\0sandboxed:';
const NAMESPACE = 'c/';

/**
 * `c/*` as Lightning runs it: each bundle compiled by the platform's compiler to one AMD function,
 * which the page evaluates in the sandbox of the namespace (console/sandbox) and gives what the
 * bundle imports. The engine, base components and stand-ins stay outside.
 */
export function sandboxedBundles(root: string, onProblem: (message: string) => void): Plugin {
  return {
    name: 'workbench-sandboxed-bundles',
    resolveId: (importee) =>
      importee.startsWith(NAMESPACE) && folderOf(root, importee) ? MARK + importee : undefined,
    async load(id) {
      if (!id.startsWith(MARK)) return undefined;
      const specifier = id.slice(MARK.length);
      const name = specifier.slice(NAMESPACE.length);
      const files = bundleFiles(folderOf(root, specifier)!);
      const { code, diagnostics } = await compileForPlatform(root, name, files, OPTIONS.apiVersion);
      const problems = diagnostics
        .filter(isProblem)
        .map((diagnostic) => describeDiagnostic(name, diagnostic));
      if (code === undefined) throw new Error(problems.join('\n'));
      problems.forEach(onProblem);
      return moduleOf(specifier, code);
    }
  };
}

function folderOf(root: string, specifier: string): string | undefined {
  const name = specifier.slice(NAMESPACE.length);
  if (!/^\w+$/.test(name)) return undefined;
  return COMPONENT_FOLDERS.map((folder) => join(root, folder, name)).find((at) => existsSync(at));
}

/** The AMD definition as an ES module that evaluates it. */
function moduleOf(specifier: string, code: string): string {
  const { dependencies, body } = parametersOf(code);
  const imports = dependencies.flatMap((dependency, index) => {
    if (dependency === 'exports') return [];
    const what = dependency.startsWith(NAMESPACE) ? `{ whole as d${index} }` : `* as d${index}`;
    return [`import ${what} from ${JSON.stringify(dependency)};`];
  });
  const given = dependencies.map((dependency, index) =>
    dependency === 'exports' ? '["exports"]' : `[${JSON.stringify(dependency)}, d${index}]`
  );
  return [
    `import { evaluate } from 'console/sandbox';`,
    ...imports,
    `export const whole = evaluate(${JSON.stringify(specifier)}, ${JSON.stringify(body)}, [${given.join(', ')}]);`,
    // A bundle with a default export only is that export itself.
    `export default typeof whole === 'object' && 'default' in whole ? whole.default : whole;`
  ].join('\n');
}

/** What `define('c/name', [dependencies], function)` is called with; the function is not run. */
function parametersOf(code: string): { dependencies: string[]; body: string } {
  let found: { dependencies: string[]; body: string } | undefined;
  const define = (_id: string, ...rest: [string[], () => unknown] | [() => unknown]): void => {
    const body = String(rest.at(-1));
    found = { dependencies: rest.length === 2 ? (rest[0] as string[]) : [], body };
  };
  new Function('define', code)(define);
  if (!found) throw new Error('The platform compiler made no AMD definition.');
  return found;
}
