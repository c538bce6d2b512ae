import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import type { Measured } from './measure/measured';
import type { Setting } from './measure/setting';

/**
 * Measures in a fresh process that runs what an org would run: types erased and nothing added. (What
 * runs this script gives every function its name at run time, which would be measured as well.)
 */
export async function measureInOwnProcess(root: string, setting: Setting): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const outfile = join(folder, 'measure.mjs');
    await build({
      absWorkingDir: root,
      entryPoints: [join(root, 'scripts/bench/measure/main.ts')],
      tsconfig: join(root, 'tsconfig.json'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'esnext',
      outfile
    });
    return JSON.parse(await run(outfile, JSON.stringify(setting))) as Measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(script: string, input: string): Promise<string> {
  const child = spawn(process.execPath, ['--expose-gc', script], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  child.stdin.end(input);
  const [output, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) throw new Error(`The measuring process ended with exit code ${code}.`);
  return output;
}
