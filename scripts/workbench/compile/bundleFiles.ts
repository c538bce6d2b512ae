import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eraseTypes } from '../../build/eraseTypes';

/**
 * A bundle as it is deployed: file name → text, every `.ts` as the `.js` that the build puts beside
 * it. Made from the source, so that a stale `.js` is never what the browser runs.
 */
export function bundleFiles(folder: string): Record<string, string> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|html|css)$/.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => !name.endsWith('.d.ts'));
  const hasSource = (name: string): boolean => names.includes(name.replace(/\.js$/, '.ts'));
  return Object.fromEntries(
    names
      .filter((name) => !name.endsWith('.js') || !hasSource(name))
      .map((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        return name.endsWith('.ts')
          ? [name.replace(/\.ts$/, '.js'), eraseTypes(name, text).outputText]
          : [name, text];
      })
  );
}
