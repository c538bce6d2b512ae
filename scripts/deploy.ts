/**
 * `npm run deploy -- --target-org <alias> [--dry-run] [--assign <username>]`: builds, checks, deploys, and gives the
 * permission sets to the deploying user (or `--assign`).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { QUIET_CLI, salesforceCli } from './check-package/salesforceCli';

const root = process.cwd();
const PERMISSION_SETS = ['Softphone_Admin', 'Softphone_Agent'];

const { values } = readFlags();
const org = values['target-org'] ? ['--target-org', values['target-org']] : [];

run('Checking the package', process.execPath, [join(root, 'scripts/run.mjs'), 'check-package']);
sf(values['dry-run'] ? 'Validating in the org' : 'Deploying', [
  ...['project', 'deploy', 'start', '--source-dir', 'force-app', ...org],
  ...(values['dry-run'] ? ['--dry-run'] : [])
]);
if (!values['dry-run']) {
  sf('Assigning permission sets', [
    ...['org', 'assign', 'permset', ...org],
    ...PERMISSION_SETS.flatMap((name) => ['--name', name]),
    ...(values.assign ? ['--on-behalf-of', values.assign] : [])
  ]);
  console.log(
    '\nNext: add the softphone to the utility bar of your app, then open Softphone Setup.'
  );
}

function readFlags() {
  try {
    return parseArgs({
      options: {
        'target-org': { type: 'string', short: 'o' },
        'dry-run': { type: 'boolean', default: false },
        assign: { type: 'string' }
      }
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}

function sf(what: string, args: string[]): void {
  run(what, process.execPath, [salesforceCli(root), ...args]);
}

/** Stops at the first step that fails: its own words are on the screen. */
function run(what: string, program: string, args: string[]): void {
  console.log(`\n— ${what}`);
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ...QUIET_CLI }
  });
  if (status !== 0) {
    console.error(`\n${what} failed; nothing after it was done.`);
    process.exit(status ?? 1);
  }
}
