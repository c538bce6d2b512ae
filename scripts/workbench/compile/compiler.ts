import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appBundle } from './appBundle';
import type { AppBundle } from './appBundle';
import { SOURCE_FOLDERS } from './sources';

export interface Compiler {
  /** The page as its sources are now; compiles only when one changed. Rejects when one does not compile. */
  current(): Promise<AppBundle>;
}

/**
 * Compiles the page and what it hosts.
 * `hosted`: names of the project's bundles that the page shows, present or not.
 */
export function createCompiler(options: {
  root: string;
  hosted: readonly string[];
  onProgress: (message: string) => void;
}): Compiler {
  const { root, hosted, onProgress } = options;
  let made: { fingerprint: string; bundle: Promise<AppBundle> } | undefined;
  return {
    current() {
      const fingerprint = fingerprintOf(root);
      if (made?.fingerprint !== fingerprint) {
        const bundle = appBundle(root, hosted, onProgress);
        made = { fingerprint, bundle };
        bundle.then(
          ({ problems }) => problems.forEach((problem) => onProgress(`Warning: ${problem}`)),
          () => undefined
        );
      }
      return made.bundle;
    }
  };
}

/** Names, sizes and times of all sources: a few hundred stats, some milliseconds. */
function fingerprintOf(root: string): string {
  return SOURCE_FOLDERS.flatMap((folder) => describe(join(root, folder))).join('\n');
}

function describe(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'))
      .map((entry) => {
        const { mtimeMs, size } = statSync(join(entry.parentPath, entry.name));
        return `${entry.parentPath}/${entry.name} ${mtimeMs} ${size}`;
      });
  } catch {
    return [];
  }
}
