// Every npm command enters here: `node scripts/run.mjs <command> [flags]`.
// It needs nothing but Node, so a fresh clone has no separate install step.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`
  );
  process.exit(1);
}

const [command, ...flags] = process.argv.slice(2);
const script = command && join(root, 'scripts', `${command}.ts`);
if (!script || !/^[a-z-]+$/.test(command) || !existsSync(script)) {
  console.error(`Unknown command '${command ?? ''}'. README.md lists the commands.`);
  process.exit(2);
}

process.chdir(root);
if (!isInstalled()) install();

// In this process, so that signals and exit codes need no forwarding.
process.argv = [process.execPath, script, ...flags];
const { register } = await import('tsx/esm/api');
register({ tsconfig: join(root, 'tsconfig.json') });
await import(script);

/**
 * npm writes `node_modules/.package-lock.json` last, so it is missing after a broken install and
 * differs after a `git pull` that moved a version.
 */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!present) return false;
  return Object.entries(wanted ?? {}).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.devOptional || present[path]?.version === entry.version
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  // Progress goes to stderr: stdout belongs to the command, which may print JSON.
  console.error('Installing the locked dependencies (about a minute the first time) …');
  const npm = process.env.npm_execpath;
  const [program, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(program, [...args, 'ci', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && program === 'npm'
  });
  if (result.status !== 0) {
    console.error('The install did not finish. Its messages are above; nothing else was changed.');
    process.exit(1);
  }
}
