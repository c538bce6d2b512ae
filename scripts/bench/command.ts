import { parseArgs } from 'node:util';
import { bench } from './bench';
import type { Effort } from './measure/setting';

export interface Output {
  out(text: string): void;
  error(text: string): void;
}

const USAGE = `npm run bench -- [--quick] [--seeds N]
  --quick   fewer rounds, for a first look
  --seeds   shifts of the fault simulation behind 'writes'; default 300
`;

const FULL: Effort = {
  warmUpCalls: 300,
  calls: 600,
  rounds: 40,
  many: 1_000,
  seeds: 300
};
const QUICK: Effort = { warmUpCalls: 150, calls: 100, rounds: 10, many: 1_000, seeds: 30 };

/** Exit codes: 0 measured, 2 bad arguments. */
export async function benchCommand(args: string[], root: string, output: Output): Promise<number> {
  const effort = effortOf(args);
  if (typeof effort === 'string') {
    output.error(`${effort}${USAGE}`);
    return 2;
  }
  output.out(`${JSON.stringify(await bench(root, effort), null, 2)}\n`);
  return 0;
}

function effortOf(args: string[]): Effort | string {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { quick: { type: 'boolean', default: false }, seeds: { type: 'string' } }
    }));
  } catch (problem) {
    return `${(problem as Error).message}\n`;
  }
  const effort = values.quick ? QUICK : FULL;
  if (values.seeds === undefined) return effort;
  return /^[1-9]\d*$/.test(values.seeds) ? { ...effort, seeds: Number(values.seeds) } : '';
}
