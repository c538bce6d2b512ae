import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { operations } from '../../force-app/main/clouds/lwc/genesysCloud/operations';

/**
 * Makes the vendor's SDK fit for a browser sandbox:
 * - API classes keep their constructor and the listed operations (one class has 400);
 * - branches for Node.js go, and with them `require` of its built-ins;
 * - no instance stays at a static property or a global: whoever got it would have the token;
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
        contents: withoutInstance(inBrowser(await readFile(path, 'utf8')), basename(path, '.js')),
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
    .replace(/typeof\(?\s*window\)? !== 'undefined'/g, 'true');
}

/** What the constructors of these classes leave behind, of which each holds or leads to the token. */
const LEFT_BEHIND: Record<string, RegExp[]> = {
  ApiClient: [
    /if\s*\(!ApiClient\.instance\)\s*\{\s*ApiClient\.instance = this;\s*\}/,
    /if \(true\) window\.ApiClient = this;/
  ],
  configuration: [/if\s*\(!Configuration\.instance\)\s*\{\s*Configuration\.instance = this;\s*\}/]
};

function withoutInstance(source: string, name: string): string {
  return (LEFT_BEHIND[name] ?? []).reduce((text, pattern) => {
    if (!pattern.test(text)) {
      throw new Error(`The SDK's ${name} is not written as it was: see keepOperations.ts`);
    }
    return text.replace(pattern, '');
  }, source);
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
