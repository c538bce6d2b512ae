import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, version as esbuildVersion } from 'esbuild';
import { operations } from '../../force-app/main/clouds/lwc/genesysCloud/operations';
import { keepOperations } from './keepOperations';
import { packagesIn, sbomOf } from './sbom';

export interface SdkBundle {
  /** Path from the project root. */
  file: string;
  bytes: number;
  gzipBytes: number;
  /** True when the inputs were those of the last run and nothing was done. */
  unchanged: boolean;
}

const RESOURCE = 'force-app/main/default/staticresources/genesysCloudSdk.js';
const SDK = 'node_modules/purecloud-platform-client-v2';
/** What of others the static resource holds, for who reviews or watches it. */
const SBOM = '.cache/build/sbom.cdx.json';
const OWN_SOURCES = [
  'LICENSE',
  'scripts/build/bundleSdk.ts',
  'scripts/build/keepOperations.ts',
  'scripts/build/sbom.ts',
  'force-app/main/clouds/lwc/genesysCloud/operations.ts'
];

/**
 * Bundles the vendor's SDK into the static resource that `lightning/platformResourceLoader` loads:
 * one script that sets `window.genesysCloudSdk` to `{ApiClient, AbstractHttpClient, …Api}`, with
 * the operations of c/genesysCloud's list and no others. Nothing happens when SDK, list and this
 * script are those of the last run.
 *
 * @param root path of the project
 * @throws when the SDK lacks a listed operation: the list and the SDK disagree, nobody can go on
 */
export async function bundleSdk(root: string): Promise<SdkBundle> {
  const target = join(root, RESOURCE);
  const stamp = join(root, '.cache/build/genesysCloudSdk.json');
  const inputs = fingerprint(root);
  const last = readJson(stamp) as (SdkBundle & { inputs: string }) | undefined;
  if (last?.inputs === inputs && existsSync(target) && existsSync(join(root, SBOM))) {
    return { file: last.file, bytes: last.bytes, gzipBytes: last.gzipBytes, unchanged: true };
  }
  const { script, sources } = await compile(root);
  const bundle = {
    file: RESOURCE,
    bytes: script.byteLength,
    gzipBytes: gzipSync(script, { level: 9 }).byteLength
  };
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(target, script);
  mkdirSync(join(stamp, '..'), { recursive: true });
  const own = readJson(join(root, 'package.json')) as { name: string; version: string };
  const sbom = sbomOf(packagesIn(root, sources), own);
  writeFileSync(join(root, SBOM), `${JSON.stringify(sbom, null, 2)}\n`);
  writeFileSync(stamp, JSON.stringify({ inputs, ...bundle }));
  return { ...bundle, unchanged: false };
}

async function compile(root: string): Promise<{ script: Uint8Array; sources: string[] }> {
  const { version } = readJson(join(root, SDK, 'package.json')) as { version: string };
  const source = join(root, SDK, 'src/purecloud-platform-client-v2');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    stdin: { contents: entry(), resolveDir: source, sourcefile: 'genesysCloudSdk.js' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
    banner: { js: notice(root, version) },
    plugins: [keepOperations(source)]
  });
  return { script: outputFiles[0]!.contents, sources: Object.keys(metafile.inputs) };
}

function entry(): string {
  const modules = ['ApiClient', 'AbstractHttpClient', ...Object.keys(operations)];
  const imports = modules.map((name) => {
    const path = name.endsWith('Api') ? `./api/${name}.js` : `./${name}.js`;
    return `import ${name} from '${path}';`;
  });
  // Assigned, not declared: a top-level `var` of a script is no property of the sandboxed window
  // that Lightning Web Security gives to a component.
  return `${imports.join('\n')}\nwindow.genesysCloudSdk = { ${modules.join(', ')} };\n`;
}

/**
 * Its licence asks that copyright and permission go with every copy, and the package brings no file
 * that says them. The permission is word for word that of this project's own LICENSE, below the line
 * with our copyright.
 */
function notice(root: string, version: string): string {
  const [, permission = ''] = readFileSync(join(root, 'LICENSE'), 'utf8').split(/^Copyright.*$/m);
  return `/*!
purecloud-platform-client-v2 ${version}, reduced to the operations this package calls.
https://github.com/MyPureCloud/platform-client-sdk-javascript

MIT License
Copyright (c) 2017 PureCloud by Genesys

${permission.trim()}
*/`;
}

function fingerprint(root: string): string {
  const hash = createHash('sha256').update(esbuildVersion);
  for (const file of [...OWN_SOURCES, join(SDK, 'package.json')]) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
