import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What the platform's compiler says about a bundle. `level`: 0 fatal, 1 error, 2 warning, 3 note. */
export interface Diagnostic {
  code: number;
  level: number;
  message: string;
  filename?: string;
  location?: { line: number; column: number };
}

export interface CompiledBundle {
  /** AMD; undefined when an error was found. */
  code?: string;
  diagnostics: Diagnostic[];
}

const PACKAGE = '@lwc/sfdc-lwc-compiler';
const FOLDER = '.cache/platform';

/**
 * Compiles one bundle as an org does when it is deployed: the platform's own compiler, in its
 * configuration for customers' components, with the transforms of Lightning Web Security. Results
 * are kept on disk by what they depend on.
 * @param files file name → text; `.js`, `.html` and `.css` only
 */
export async function compileForPlatform(
  root: string,
  name: string,
  files: Record<string, string>,
  apiVersion: number
): Promise<CompiledBundle> {
  // Customers may not write wire adapters, so one kept as a value is refused.
  const options = { apiVersion, disableCustomWireAdapters: true };
  const bundle = { type: 'platform', namespace: 'c', name, files, options } as const;
  const outputConfig = { lockerConfig: {}, env: { NODE_ENV: 'production' } };
  const identity = JSON.stringify([versionOf(root), bundle, outputConfig]);
  const key = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  const file = join(root, FOLDER, `${key}.json`);
  const kept = read(file);
  if (kept) return kept;

  const { compile } = await import('@lwc/sfdc-lwc-compiler');
  // The compiler changes the record of files it is given.
  const { success, results, diagnostics } = await compile({
    bundle: { ...bundle, files: { ...files } },
    compilerConfigs: [{ outputConfig }]
  });
  const code = success ? results?.[0]?.code : undefined;
  const compiled = { ...(code === undefined ? {} : { code }), diagnostics } as CompiledBundle;
  write(file, compiled);
  return compiled;
}

/** One line, with the place when the compiler knows it. */
export function describeDiagnostic(bundle: string, diagnostic: Diagnostic): string {
  const { filename, location, message } = diagnostic;
  const place = [filename ?? bundle, location?.line, location?.column].filter(Boolean).join(':');
  return `c/${bundle} ${place}: ${message}`;
}

/** Fatal, error or warning: an org refuses the first two, and the third is a mistake in waiting. */
export function isProblem({ level }: Diagnostic): boolean {
  return level <= 2;
}

function versionOf(root: string): string {
  const resolve = createRequire(join(root, 'package.json')).resolve;
  return (
    JSON.parse(readFileSync(resolve(`${PACKAGE}/package.json`), 'utf8')) as { version: string }
  ).version;
}

function read(file: string): CompiledBundle | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CompiledBundle;
  } catch {
    return undefined;
  }
}

/** By a rename, so that another process never reads half a file. */
function write(file: string, compiled: CompiledBundle): void {
  const temporary = `${file}.${process.pid}`;
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(temporary, JSON.stringify(compiled));
  renameSync(temporary, file);
}
