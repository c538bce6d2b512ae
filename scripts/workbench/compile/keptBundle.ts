import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AppBundle } from './appBundle';
import type { Mode } from './mode';

/** One of each mode, so that changing it back and forth compiles nothing. */
function fileOf(root: string, { lws, syntheticShadow }: Mode): string {
  const name = ['app', ...(lws ? ['lws'] : []), ...(syntheticShadow ? ['synthetic'] : [])].join(
    '-'
  );
  return join(root, '.cache/workbench', `${name}.json`);
}

interface Kept extends Omit<AppBundle, 'files'> {
  fingerprint: string;
  files: [string, string][];
}

/** The compiled page of the last start, if it was made from the same sources. */
export function keptBundle(root: string, fingerprint: string, mode: Mode): AppBundle | undefined {
  try {
    const kept = JSON.parse(readFileSync(fileOf(root, mode), 'utf8')) as Kept;
    return kept.fingerprint === fingerprint
      ? { files: new Map(kept.files), base: kept.base, problems: kept.problems }
      : undefined;
  } catch {
    return undefined;
  }
}

/** By a rename, so that a second workbench starting now never reads half a file. */
export function keepBundle(root: string, fingerprint: string, mode: Mode, bundle: AppBundle): void {
  const kept: Kept = { fingerprint, ...bundle, files: [...bundle.files] };
  const file = fileOf(root, mode);
  const temporary = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(temporary, JSON.stringify(kept));
  renameSync(temporary, file);
}
