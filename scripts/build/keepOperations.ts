import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { operations } from '../../force-app/main/clouds/lwc/genesysCloud/operations';

/**
 * Makes the vendor's SDK fit for a browser sandbox:
 * - API classes keep their constructor and the listed operations (one class has 400);
 * - branches for Node.js go, and with them `require` of its built-ins;
 * - the default HTTP client goes: c/genesysCloud brings its own through `setHttpClient`.
 *
 * @param folder the SDK's folder of ES modules
 */
export function keepOperations(folder: string): Plugin {
  return {
    name: 'keep-operations',
    setup(build) {
      build.onLoad({ filter: /DefaultHttpClient\.js$/ }, () => ({
        contents: `import AbstractHttpClient from './AbstractHttpClient.js';
export default class DefaultHttpClient extends AbstractHttpClient {}`,
        resolveDir: folder
      }));
      build.onLoad({ filter: /purecloud-platform-client-v2[\\/]\w+\.js$/ }, async ({ path }) => ({
        contents: inBrowser(await readFile(path, 'utf8')),
        resolveDir: folder
      }));
      build.onLoad({ filter: /[\\/]api[\\/]\w+Api\.js$/ }, async ({ path }) => ({
        contents: onlyListed(basename(path, '.js'), await readFile(path, 'utf8')),
        resolveDir: join(folder, 'api')
      }));
    }
  };
}

/** Settles the SDK's own question "is there a window?", so that the bundler drops the other branch. */
function inBrowser(source: string): string {
  return source
    .replace(/typeof\(?\s*window\)? === 'undefined'/g, 'false')
    .replace(/typeof\(?\s*window\)? !== 'undefined'/g, 'true')
    .replace('if (true) window.ApiClient = this;', '');
}

function onlyListed(name: string, source: string): string {
  const wanted = new Set<string>((operations as Record<string, readonly string[]>)[name] ?? []);
  const file = ts.createSourceFile(`${name}.js`, source, ts.ScriptTarget.ESNext);
  const methods = file.statements
    .filter(ts.isClassDeclaration)
    .flatMap((declaration) => declaration.members.filter(ts.isMethodDeclaration));
  const nameOf = (method: ts.MethodDeclaration) => method.name.getText(file);
  const missing = [...wanted].filter((one) => !methods.some((method) => nameOf(method) === one));
  if (missing.length > 0) {
    throw new Error(
      `The SDK's ${name} has no ${missing.join(', ')}: see genesysCloud/operations.ts`
    );
  }
  // From the end, so that earlier positions stay valid.
  return methods
    .filter((method) => !wanted.has(nameOf(method)))
    .reduceRight((text, { pos, end }) => text.slice(0, pos) + text.slice(end), source);
}
