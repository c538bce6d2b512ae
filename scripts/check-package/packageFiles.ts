import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMPONENT_FOLDERS } from '../componentFolders';

/** Every file below a folder, tests apart, in a stable order. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return [path];
      return entry.name === '__tests__' ? [] : filesBelow(path);
    });
}

export function metadataFiles(folder: string): string[] {
  return filesBelow(folder).filter((file) => file.endsWith('-meta.xml'));
}

/** Folders of all component bundles, whichever floor they stand on. */
export function componentBundles(root: string): string[] {
  return COMPONENT_FOLDERS.flatMap((folder) =>
    foldersIn(join(root, folder)).map((name) => join(root, folder, name))
  );
}

/** Names of the folders directly below one. */
export function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
