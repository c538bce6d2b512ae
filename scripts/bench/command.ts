import { parseArgs } from 'node:util';
import { bench } from './bench';
import type { LwsEffort } from './lws';
import type { Effort } from './measure/setting';

export interface Output {
  out(text: string): void;
  error(text: string): void;
}

const USAGE = `npm run bench -- [--quick] [--seeds N] [--only lws]
  --quick   fewer rounds, for a first look
  --seeds   shifts of the fault simulation behind 'writes'; default 300
  --only    lws: nothing but the costs of Lightning Web Security, in a browser
`;

const FULL: Effort & LwsEffort = {
  starts: 5,
  frames: 40,
  characters: 60,
  warmUpCalls: 300,
  calls: 600,
  rounds: 40,
  many: 1_000,
  seeds: 300
};
const QUICK: Effort & LwsEffort = {
  starts: 2,
  frames: 10,
  characters: 20,
  warmUpCalls: 150,
  calls: 100,
  rounds: 10,
  many: 1_000,
  seeds: 30
};

/** Exit codes: 0 measured, 2 bad arguments. */
export async function benchCommand(args: string[], root: string, output: Output): Promise<number> {
  const wanted = wantedOf(args);
  if (typeof wanted === 'string') {
    output.error(`${wanted}${USAGE}`);
    return 2;
  }
  const { effort, lwsOnly } = wanted;
  const figures = lwsOnly ? {} : await bench(root, effort);
  // Only here: it brings the local org and a browser along.
  const { measureLws } = await import('./lws');
  const lws = await measureLws(root, effort);
  output.out(`${JSON.stringify({ ...figures, lws }, null, 2)}\n`);
  return 0;
}

function wantedOf(args: string[]): { effort: Effort & LwsEffort; lwsOnly: boolean } | string {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        seeds: { type: 'string' },
        only: { type: 'string' }
      }
    }));
  } catch (problem) {
    return `${(problem as Error).message}\n`;
  }
  const effort = values.quick ? QUICK : FULL;
  const { seeds = String(effort.seeds), only } = values;
  if (!/^[1-9]\d*$/.test(seeds) || (only !== undefined && only !== 'lws')) return '';
  return { effort: { ...effort, seeds: Number(seeds) }, lwsOnly: only === 'lws' };
}
