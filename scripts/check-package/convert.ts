import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import type { Finding } from './finding';
import { componentBundles } from './packageFiles';
import { QUIET_CLI, salesforceCli } from './salesforceCli';

/** Lets the CLI turn the source into what a deploy sends: it finds misplaced and orphaned files. */
export function checkConversion(root: string): Finding[] {
  const folder = join(root, 'force-app');
  const output = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    const args = ['project', 'convert', 'source', '--root-dir', folder, '--output-dir', output];
    const run = spawnSync(process.execPath, [salesforceCli(root), ...args, '--json'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...QUIET_CLI }
    });
    if (run.status !== 0)
      return [
        {
          type: 'convert',
          file: relative(root, folder),
          message:
            cliMessage(run.stdout) ?? (run.stderr.trim() || 'sf project convert source failed'),
          advice: 'correct the file it names'
        }
      ];
    return unpackaged(root, output);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/** A bundle the CLI left out, or took without its script, would be missing in the org without a word. */
function unpackaged(root: string, output: string): Finding[] {
  return componentBundles(root)
    .filter((bundle) => !basename(bundle).startsWith('_'))
    .filter(
      (bundle) => !existsSync(join(output, 'lwc', basename(bundle), `${basename(bundle)}.js`))
    )
    .map((bundle) => ({
      type: 'convert',
      file: relative(root, bundle),
      message: 'the converted package has no script for it',
      advice: 'run npm run build, and look for its .js-meta.xml'
    }));
}

function cliMessage(stdout: string): string | undefined {
  try {
    return (JSON.parse(stdout) as { message?: string }).message;
  } catch {
    return undefined;
  }
}
