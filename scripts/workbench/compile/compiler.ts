import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AppBundle } from './appBundle';
import { keepBundle, keptBundle } from './keptBundle';
import type { Mode } from './mode';
import { compilerSettings } from './settings';
import { SOURCE_FOLDERS } from './sources';

export interface Compiler {
  /** The page as its sources are now; compiles only when one changed. Rejects when one does not compile. */
  current(): Promise<AppBundle>;
}

interface CompilerOptions {
  root: string;
  hosted: readonly string[];
  mode: Mode;
  onProgress: (message: string) => void;
}

/** Changes here change what becomes of the sources. */
const OWN_SOURCES = 'scripts/workbench/compile';

/**
 * Compiles the page and what it hosts.
 * `hosted`: names of the project's bundles that the page shows, present or not.
 */
export function createCompiler(options: CompilerOptions): Compiler {
  const { root, hosted, mode } = options;
  let made: { fingerprint: string; bundle: Promise<AppBundle> } | undefined;
  return {
    current() {
      const fingerprint = fingerprintOf(root, hosted, mode);
      if (made?.fingerprint !== fingerprint) {
        const bundle = compiled(fingerprint, options);
        made = { fingerprint, bundle };
        bundle.then(
          ({ problems }) =>
            problems.forEach((problem) => options.onProgress(`Warning: ${problem}`)),
          () => undefined
        );
      }
      return made.bundle;
    }
  };
}

/** From the last start when nothing changed since: then the compiler itself is not even loaded. */
async function compiled(
  fingerprint: string,
  { root, hosted, mode, onProgress }: CompilerOptions
): Promise<AppBundle> {
  const kept = keptBundle(root, fingerprint, mode);
  if (kept && existsSync(kept.base.folder)) return kept;
  const { appBundle } = await import('./appBundle');
  const bundle = await appBundle(root, hosted, mode, onProgress);
  keepBundle(root, fingerprint, mode, bundle);
  return bundle;
}

/** Names, sizes and times of all sources: a few hundred stats, some milliseconds. */
function fingerprintOf(root: string, hosted: readonly string[], mode: Mode): string {
  const folders = [...SOURCE_FOLDERS, OWN_SOURCES];
  const files = folders.flatMap((folder) => describe(join(root, folder)));
  return [compilerSettings(root, mode), String(mode.lws), ...hosted, ...files].join('\n');
}

function describe(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isSource(entry.parentPath, entry.name))
      .map((entry) => {
        const { mtimeMs, size } = statSync(join(entry.parentPath, entry.name));
        return `${entry.parentPath}/${entry.name} ${mtimeMs} ${size}`;
      });
  } catch {
    return [];
  }
}

/** Tests, the `.js` emitted beside a `.ts` and the files behind static resources are no part of the page. */
function isSource(folder: string, name: string): boolean {
  if (folder.includes('__tests__')) return false;
  if (folder.endsWith('staticresources')) return name.endsWith('-meta.xml');
  return !name.endsWith('.js') || !existsSync(join(folder, name.replace(/\.js$/, '.ts')));
}
