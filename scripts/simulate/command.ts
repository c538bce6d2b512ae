import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { keepRegression, loadRegressions } from './regressions';
import { reportOf, type CampaignReport } from './campaign';
import { inThisProcess, type Pool } from './workers';
import { makePlan } from './makePlan';
import { mutants, type Mutant } from './mutants';
import { measureOutage } from './outage';
import { runShift } from './shift';
import { shrink } from './shrink';
import { timelineOf } from './timeline';

export interface Output {
  /** Folder of the project: kept plans live in it. */
  root: string;
  out(text: string): void;
  error(text: string): void;
  /** ms, of the real clock: only for telling the user how fast it went. */
  clock(): number;
  /** Who runs the shifts when there are several workers to do it. */
  poolOf(size: number): Pool;
}

const USAGE = `npm run simulate -- [--seeds N] [--from S] [--workers N]
                 [--mutants] [--mutant name] [--keep name] [--timeline]
  --seeds     how many shifts; default 300 (with --mutants: at most so many for each, default 1000)
  --from      first seed; default 1
  --workers   how many processes share the work; default: one for each core. The output is the same
  --mutants   put each deliberate fault into the engine and tell which seed catches it
  --mutant    run with one of them
  --keep      keep the shrunk plan of the first failing seed under this name: every run replays it
  --timeline  print the whole story of the first seed to standard error
`;

/** Shifts that one process runs in a row: a campaign's parts are the same for any number of workers. */
const PART = 50;
/** Fewer are over before another process has started. */
const FEW = 50;

const count = (text: string | undefined, otherwise: number): number | undefined => {
  if (text === undefined) return otherwise;
  return /^\d+$/.test(text) ? Number(text) : undefined;
};

/** Exit codes: 0 all well, 1 a violation or a mutant nobody caught, 2 bad arguments. */
export async function simulateCommand(args: string[], output: Output): Promise<number> {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        seeds: { type: 'string' },
        from: { type: 'string' },
        workers: { type: 'string' },
        mutants: { type: 'boolean', default: false },
        mutant: { type: 'string' },
        keep: { type: 'string' },
        timeline: { type: 'boolean', default: false }
      }
    }));
  } catch (problem) {
    output.error(`${(problem as Error).message}\n${USAGE}`);
    return 2;
  }
  const seeds = count(values.seeds, values.mutants ? 1_000 : 300);
  const from = count(values.from, 1);
  const workers = count(values.workers, availableParallelism());
  const mutant = mutants.find(({ name }) => name === values.mutant);
  const isName = values.keep === undefined || /^[a-z0-9-]+$/.test(values.keep);
  const isWrong = seeds === undefined || from === undefined || !workers || !isName;
  if (isWrong || (values.mutant && !mutant)) {
    output.error(`${USAGE}mutants: ${mutants.map(({ name }) => name).join(', ')}\n`);
    return 2;
  }
  if (values.timeline) await tell(from, mutant, output);
  const isSmall = !values.mutants && seeds <= FEW;
  const pool = workers === 1 || isSmall ? inThisProcess() : output.poolOf(workers);
  try {
    return values.mutants
      ? await judgeMutants(pool, seeds, from, output)
      : await campaign(pool, seeds, from, { mutant, keep: values.keep }, output);
  } finally {
    pool.end();
  }
}

async function report(
  pool: Pool,
  seeds: number,
  from: number,
  mutant: Mutant | undefined
): Promise<CampaignReport> {
  const parts = [];
  for (let done = 0; done < seeds; done += PART) {
    const job = { seeds: Math.min(PART, seeds - done), from: from + done, mutant: mutant?.name };
    parts.push(pool.run(job));
  }
  return reportOf(await Promise.all(parts));
}

async function tell(seed: number, mutant: Mutant | undefined, output: Output): Promise<void> {
  const plan = makePlan(seed);
  const story = await runShift(plan, mutant?.hooks(), true);
  output.error(`${timelineOf(plan, story)}\n`);
}

async function campaign(
  pool: Pool,
  seeds: number,
  from: number,
  { mutant, keep }: { mutant: Mutant | undefined; keep: string | undefined },
  output: Output
): Promise<number> {
  const started = output.clock();
  const whole = await report(pool, seeds, from, mutant);
  output.out(`${JSON.stringify(whole)}\n`);
  const seconds = (output.clock() - started) / 1_000;
  output.error(`${seeds} shifts in ${seconds.toFixed(1)} s\n`);
  if (!mutant) {
    const { interactions, outageMinutes, ...then } = await measureOutage();
    const what = `${interactions} interactions changed in ${outageMinutes} minutes without network`;
    output.error(`${what}: right after ${JSON.stringify(then)}\n`);
  }
  const relapsed = await relapses(output);
  const first = whole.violations[0];
  if (!first) return relapsed ? 1 : 0;

  const hooks = mutant?.hooks();
  const plan = await shrink(makePlan(first.seed), first.rule, hooks);
  const story = await runShift(plan, hooks, true);
  output.error(`\nSeed ${first.seed} broke '${first.rule}'. What it needs for that:\n`);
  output.error(`${timelineOf(plan, story)}\n`);
  if (keep) output.error(`\nKept as ${keepRegression(output.root, keep, plan)}\n`);
  output.error(`\nAgain: npm run simulate -- --seeds 1 --from ${first.seed}\n`);
  return 1;
}

/** Does a kept plan break something again? */
async function relapses(output: Output): Promise<boolean> {
  let relapsed = false;
  for (const { name, plan } of loadRegressions(output.root)) {
    const story = await runShift(plan, {}, true);
    if (story.violations.length === 0) continue;
    relapsed = true;
    output.error(`\nThe kept plan '${name}' fails again:\n${timelineOf(plan, story)}\n`);
  }
  return relapsed;
}

async function judgeMutants(
  pool: Pool,
  seeds: number,
  from: number,
  output: Output
): Promise<number> {
  const judge = async ({ name }: Mutant) => {
    const { violations } = await pool.run({ seeds, from, mutant: name, stopAtFirst: true });
    const first = violations[0];
    output.error(`${name}: ${first ? `seed ${first.seed}, ${first.rule}` : 'NOT CAUGHT'}\n`);
    return { mutant: name, caughtBySeed: first?.seed ?? null, rule: first?.rule ?? null };
  };
  const verdicts = await Promise.all(mutants.map(judge));
  const escaped = verdicts.filter(({ caughtBySeed }) => caughtBySeed === null);
  output.out(`${JSON.stringify({ mutants: verdicts, escaped: escaped.length })}\n`);
  return escaped.length > 0 ? 1 : 0;
}
