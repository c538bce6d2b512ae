import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Urls {
  console: string;
  genesys: string;
  salesforce: string;
  visualforce: string;
}

/** What else the workbench is started with, such as `--lws-gates 262`; `npm test` sets it. */
const FLAGS = (process.env['WORKBENCH_FLAGS'] ?? '').split(' ').filter(Boolean);

export const START_WITHIN_MS = 180_000;

/** `npm start` as a newcomer runs it, on free ports; resolves with the URLs it prints. */
export async function startWorkbench(): Promise<{ urls: Urls; stop(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'workbench', '--port', '0', '--no-open', '--json', ...FLAGS],
    { stdio: ['ignore', 'pipe', 'pipe'] }
  );
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words = (words + chunk).slice(-4_000)));
  const urls = await firstLine(child, () => words);
  return {
    urls: JSON.parse(urls) as Urls,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      })
  };
}

function firstLine(child: ChildProcess, words: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The workbench did not start in time.\n${words()}`)),
      START_WITHIN_MS
    );
    createInterface({ input: child.stdout! }).once('line', (line) => {
      clearTimeout(timer);
      resolve(line);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The workbench ended with ${code}.\n${words()}`));
    });
  });
}
