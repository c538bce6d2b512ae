import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import ts from 'typescript';
import { FLOORS } from '../componentFolders';
import type { Floor } from '../componentFolders';

/** A file → the files of this project that it imports, types included. */
export type Imports = ReadonlyMap<string, readonly string[]>;

const NOT_OURS = new Set(['__tests__', 'node_modules']);

/** All files below a folder but tests, relative to the root, in order. */
export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return NOT_OURS.has(entry.name) ? [] : filesBelow(root, path);
    })
    .sort();
}

export const isScript = (file: string): boolean => extname(file) === '.ts' && !isTypesOnly(file);

const isTypesOnly = (file: string): boolean => file.endsWith('.d.ts');

export interface Bundle {
  name: string;
  floor: Floor;
}

const BUNDLE = new RegExp(`^force-app/main/(${FLOORS.join('|')})/lwc/([^/]+)/`);

/** The component bundle that a file belongs to, if any. */
export function bundleOf(file: string): Bundle | undefined {
  const [, floor, name] = BUNDLE.exec(file) ?? [];
  return floor === undefined || name === undefined ? undefined : { floor: floor as Floor, name };
}

/** What each script imports of the others; libraries and the platform are left out. */
export function importsOf(files: readonly string[], read: (file: string) => string): Imports {
  const known = new Set(files);
  const entries = new Map<string, string>();
  for (const file of files) {
    const bundle = bundleOf(file);
    if (bundle && file.endsWith(`/${bundle.name}/${bundle.name}.ts`)) {
      entries.set(`c/${bundle.name}`, file);
    }
  }
  const resolve = (from: string, specifier: string): string | undefined => {
    if (!specifier.startsWith('.')) return entries.get(specifier);
    const path = normalize(join(dirname(from), specifier));
    return [path, `${path}.ts`, `${path}/index.ts`].find((each) => known.has(each));
  };
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(read(file), true, true);
      const targets = importedFiles.map(({ fileName }) => resolve(file, fileName));
      return [file, [...new Set(targets.filter((each) => each !== undefined))]];
    })
  );
}

export const readBelow =
  (root: string) =>
  (file: string): string =>
    readFileSync(join(root, file), 'utf8');
