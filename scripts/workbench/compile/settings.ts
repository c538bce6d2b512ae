import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Mode } from './mode';

const PACKAGES = [
  'lwc',
  '@lwc/rollup-plugin',
  '@lwc/sfdc-lwc-compiler',
  '@lwc/synthetic-shadow',
  '@locker/sandbox',
  'lightning-base-components',
  'esbuild'
];

/** How the org's SLDS reaches into native shadow roots: console/orgStyles. */
export const OPTIONS = {
  enableDynamicComponents: true,
  apiVersion: 66
} as const;

/** The part of the mode that base components depend on. */
export type ShadowMode = Pick<Mode, 'syntheticShadow'>;

export const REPLACEMENTS = {
  'process.env.NODE_ENV': JSON.stringify('production'),
  'import.meta.env.SSR': 'false',
  'import.meta.env': '{}'
};

/** Everything besides the sources that decides what the compiler makes of them. */
export function compilerSettings(root: string, { syntheticShadow }: ShadowMode): string {
  const resolve = createRequire(join(root, 'package.json')).resolve;
  const versions = PACKAGES.map((name) => {
    const manifest = JSON.parse(readFileSync(findManifest(resolve, root, name), 'utf8')) as {
      version: string;
    };
    return `${name}@${manifest.version}`;
  });
  return JSON.stringify({ versions, OPTIONS, REPLACEMENTS, syntheticShadow });
}

/** Some of these packages do not export their package.json, so it is looked up by path. */
function findManifest(resolve: NodeJS.RequireResolve, root: string, name: string): string {
  const places = resolve.paths(name) ?? [join(root, 'node_modules')];
  for (const place of places) {
    const file = join(place, name, 'package.json');
    try {
      readFileSync(file);
      return file;
    } catch {
      continue;
    }
  }
  throw new Error(`Package ${name} is not installed.`);
}
