import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Package {
  name: string;
  version: string;
  license: string;
}

/** The packages whose files are in a bundle: `node_modules/@scope/name/…` → the package, each once. */
export function packagesIn(root: string, inputs: readonly string[]): Package[] {
  const folders = inputs.flatMap((input) => FOLDER.exec(input)?.[1] ?? []);
  return [...new Set(folders)].sort().map((folder) => {
    const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
    const { name, version, license } = JSON.parse(text) as Package;
    return { name, version, license };
  });
}

/** The innermost package folder of a path. */
const FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/;

/**
 * What of others is deployed, as a CycloneDX document. Development dependencies are none of it: nothing of them
 * leaves this machine.
 */
export function sbomOf(packages: readonly Package[], own: Omit<Package, 'license'>): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: own.name, version: own.version } },
    components: packages.map(({ name, version, license }) => ({
      type: 'library',
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      licenses: [{ license: { id: license } }]
    }))
  };
}
