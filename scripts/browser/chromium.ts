import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const KNOWN_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** Flags for a browser that stays on this machine; the sandbox is refused to root. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

export function chromiumMissing(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment['CHROMIUM_PATH'];
  const found = named ? `CHROMIUM_PATH names ${named}, which is no program` : 'found none';
  return (
    `The browser tests need Chromium or Chrome: ${found}. ` +
    'Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.'
  );
}

/** Path of an installed Chromium or Chrome, or undefined. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment['CHROMIUM_PATH'];
  if (named) return isProgram(named) ? named : undefined;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...KNOWN_PLACES].find(isProgram);
}

/**
 * An installed browser, else Debian's package where we may install it (root on a Debian system,
 * as build machines are), else undefined: the caller says chromiumMissing().
 */
export function ensureChromium(): string | undefined {
  const found = findChromium();
  if (found || process.env['CHROMIUM_PATH'] || process.getuid?.() !== 0) return found;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
  console.error('No browser found: installing the Debian package chromium …');
  const quiet = { stdio: ['ignore', 'ignore', 2] as ['ignore', 'ignore', number] };
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { ...quiet, env: environment });
  spawnSync('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-liberation'], {
    ...quiet,
    env: environment
  });
  return findChromium();
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
