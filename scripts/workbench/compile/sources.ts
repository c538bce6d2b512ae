import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMPONENT_FOLDERS } from '../../componentFolders';

/** Namespaces of bundles and the folders (relative to the project root) they live in. */
const BUNDLE_FOLDERS: Record<string, readonly string[]> = {
  c: COMPONENT_FOLDERS,
  console: ['scripts/workbench/console'],
  center: ['scripts/workbench/center']
};

/** Modules of the platform that the workbench stands in for: one file each. */
const STAND_INS = 'scripts/workbench/lightning';

/** Folders whose change makes the compiled page stale, relative to the project root. */
export const SOURCE_FOLDERS = [
  ...Object.values(BUNDLE_FOLDERS).flat(),
  STAND_INS,
  'force-app/main/default/labels',
  'force-app/main/default/staticresources'
];

/**
 * Source before output: `npm run build` leaves a `.js` beside each `.ts`, and an old one must
 * never be what the browser runs.
 */
const EXTENSIONS = ['.ts', '.js'];

/** Path of a module without its extension → the file to compile, or undefined. */
export function sourceFile(path: string): string | undefined {
  return EXTENSIONS.map((extension) => path + extension).find(isFile);
}

/** `c/softphone` → its entry file. A bundle may be a stylesheet that others share. */
export function bundleEntry(root: string, specifier: string): string | undefined {
  const [namespace = '', name = '', ...rest] = specifier.split('/');
  if (!name || rest.length > 0) return undefined;
  const paths = (BUNDLE_FOLDERS[namespace] ?? []).map((folder) => join(root, folder, name, name));
  const scripts = paths.map(sourceFile);
  return scripts.find(Boolean) ?? paths.map((path) => `${path}.css`).find(isFile);
}

/** `lightning/uiRecordApi` → the stand-in's file, or undefined for a base component. */
export function standIn(root: string, specifier: string): string | undefined {
  const [namespace, name = ''] = specifier.split('/');
  if (namespace !== 'lightning' || !name) return undefined;
  return sourceFile(join(root, STAND_INS, name));
}

/** An entry file → the specifier the platform knows it by: `…/lwc/softphone/softphone.ts` → `c/softphone`. */
export function specifierOf(root: string, file: string): string | undefined {
  const bundle = dirname(file);
  for (const [namespace, folders] of Object.entries(BUNDLE_FOLDERS)) {
    const bundles = folders
      .map((folder) => join(root, folder))
      .find((at) => at === dirname(bundle));
    if (!bundles) continue;
    const name = bundle.slice(bundles.length + 1);
    return file.startsWith(join(bundle, `${name}.`)) ? `${namespace}/${name}` : undefined;
  }
  return undefined;
}

export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
