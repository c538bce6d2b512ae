/** @jest-environment node */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCampaign } from '../campaign';
import { simulateCommand } from '../command';
import { inThisProcess, poolOf } from '../workers';
import { leastWrites, type Version } from '../leastWrites';
import { makePlan } from '../makePlan';
import { mutants } from '../mutants';
import { measureOutage } from '../outage';
import { loadRegressions } from '../regressions';
import { runShift } from '../shift';
import { shrink } from '../shrink';
import { createVirtualTime } from '../virtualTime';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'simulate-'))));
afterEach(() => rmSync(root, { recursive: true }));

async function command(...args: string[]) {
  const said = { out: '', error: '' };
  const code = await simulateCommand(args, {
    root,
    out: (text) => (said.out += text),
    error: (text) => (said.error += text),
    clock: () => 0,
    poolOf: inThisProcess
  });
  return { code, ...said };
}

describe('a shift', () => {
  it.each([7])('with seed %p is the same every time', async (seed) => {
    const once = await runShift(makePlan(seed), {}, true);
    const again = await runShift(makePlan(seed), {}, true);
    expect(again).toEqual(once);
    expect(once.timeline.length).toBeGreaterThan(10);
  });

  it('with another seed is another', () => {
    expect(makePlan(2).items).not.toEqual(makePlan(1).items);
  });

  it('leaves every Task right, and hardly a write too many', async () => {
    const report = await runCampaign({ seeds: 12, from: 1 });
    expect(report.violations).toEqual([]);
    expect(report.writes / report.optimalWrites).toBeLessThan(1.1);
    expect(Object.keys(report.faults).length).toBeGreaterThan(20);
  }, 60_000);
});

describe('the campaign notices', () => {
  const rules: Record<string, string> = {
    'two-writers': 'two_in_flight',
    'no-catch-up': 'missing_task',
    'stale-overwrites': 'stale_overwrite',
    'writes-everything': 'edit_overwritten',
    'sends-twice': 'two_in_flight',
    'swallows-the-second': 'forgotten_draft',
    'revives-the-deleted': 'duplicate_task',
    'ignores-retry-after': 'retry_after_ignored',
    'task-for-alerts': 'foreign_task',
    'task-for-supervisors': 'foreign_task',
    'no-overlap': 'gap',
    'deaf-to-silence': 'slow',
    'stays-signed-out': 'missing_task',
    'believes-itself': 'wrong_value',
    'poor-over-rich': 'stale_overwrite'
  };

  it.each(Object.entries(rules))(
    '%s by %s',
    async (name, rule) => {
      const hooks = mutants.find((mutant) => mutant.name === name)!.hooks();
      const noticed: string[] = [];
      // One fault breaks several rules: go on until this one is among them.
      for (let from = 1; from <= 400 && !noticed.includes(rule);) {
        const report = await runCampaign({ seeds: 401 - from, from, hooks, stopAtFirst: true });
        noticed.push(...report.violations.map((violation) => violation.rule));
        from += report.seeds;
      }
      expect(noticed).toContain(rule);
    },
    60_000
  );

  it('and finds out what a failure needs', async () => {
    const hooks = mutants.find(({ name }) => name === 'no-catch-up')!.hooks();
    const plan = makePlan(1);
    const small = await shrink(plan, 'missing_task', hooks);
    expect(small.items.length).toBeLessThan(plan.items.length / 3);
    const { violations } = await runShift(small, hooks);
    expect(violations.map(({ rule }) => rule)).toContain('missing_task');
  }, 60_000);
});

describe('a pool of workers', () => {
  const script = join(process.cwd(), 'scripts', 'run.mjs');

  it('tells the same as one process processes tells the same as one, in the order of the seeds', async () => {
    const job = { from: 1, seeds: 3, mutant: 'no-catch-up', stopAtFirst: true };
    const jobs = [job, { ...job, from: 2 }, { from: 900, seeds: 2 }, { ...job, from: 4 }];
    const pool = poolOf(2, script);
    const [one, two] = [inThisProcess(), pool].map((each) => Promise.all(jobs.map(each.run)));
    expect(await two).toEqual(await one);
    pool.end();
  }, 60_000);

  it('that cannot work says so', async () => {
    const pool = poolOf(2, join(root, 'no-such-script.mjs'));
    const jobs = [1, 2, 3].map((from) => pool.run({ from, seeds: 1 }));
    const ends = await Promise.allSettled(jobs);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    pool.end();
  }, 60_000);
});

describe('the command', () => {
  it('prints one line of JSON and ends with 0 when all is well', async () => {
    const { code, out } = await command('--seeds', '3', '--from', '5');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      seeds: 3,
      violations: [],
      faults: expect.any(Object) as object,
      writes: expect.any(Number) as number,
      optimalWrites: expect.any(Number) as number,
      p99LagMs: expect.any(Number) as number
    });
  });

  it('ends with 1 and tells the story of a failing seed, and keeps it when asked', async () => {
    const args = ['--seeds', '1', '--mutant', 'no-catch-up', '--keep', 'missed-call'];
    const { code, error } = await command(...args);
    expect(code).toBe(1);
    expect(error).toContain("Seed 1 broke 'missing_task'");
    expect(error).toContain('00:00:00.000  tab 1   opens');
    expect(readdirSync(join(root, 'scripts/simulate/regressions'))).toEqual(['missed-call.json']);
    expect((await command('--seeds', '1')).code).toBe(0);
  }, 60_000);

  it.each([
    ['--seeds', 'many'],
    ['--workers', '0'],
    ['--mutant', 'no-such'],
    ['--keep', '../up'],
    ['--what']
  ])('ends with 2 for %s %s', async (...args) => {
    const { code, error } = await command(...args);
    expect(code).toBe(2);
    expect(error).toContain('--seeds');
  });
});

it('kept plans stay mended', async () => {
  for (const { name, plan } of loadRegressions(process.cwd())) {
    const { violations } = await runShift(plan);
    expect({ name, violations }).toEqual({ name, violations: [] });
  }
});

it('an hour without network, in which fifty interactions change, is made up for in two windows', async () => {
  const { interactions, outageMinutes, windows, mostRequestsInAWindow } = await measureOutage();
  expect({ interactions, outageMinutes }).toEqual({ interactions: 50, outageMinutes: 60 });
  expect(windows).toBeLessThanOrEqual(2);
  expect(mostRequestsInAWindow).toBeGreaterThan(50);
  expect(mostRequestsInAWindow).toBeLessThanOrEqual(300);
});

describe('the fewest writes', () => {
  const version = (at: number, value: string): Version => ({ at, fields: { A: value } });
  const always = (): boolean => true;
  it.each<[string, Version[], (at: number) => boolean, number]>([
    ['nothing', [], always, 0],
    ['each change by itself', [version(0, 'a'), version(1_000, 'b')], always, 2],
    [
      'changes during a flight go together',
      [0, 100, 200].map((at) => version(at, `${at}`)),
      always,
      2
    ],
    ['no change, no write', [version(0, 'a'), version(1_000, 'a')], always, 1],
    [
      'changes during an outage go together',
      [version(0, 'a'), version(10_000, 'b'), version(20_000, 'c')],
      (at) => at < 5_000 || at > 30_000,
      2
    ]
  ])('%s', (_, versions, isReachable, expected) => {
    expect(leastWrites(versions, isReachable)).toBe(expected);
  });
});

describe('virtual time', () => {
  it('runs in order of time, then of making, and skips what was cleared', async () => {
    const time = createVirtualTime(0);
    const ran: string[] = [];
    const timers = time.timers({ isAlive: () => true, asleepUntil: () => undefined });
    time.at(20, () => ran.push('20 first'));
    time.at(10, () => ran.push('10'));
    time.at(20, () => ran.push('20 second'));
    timers.clear(timers.set(() => ran.push('cleared'), 15));
    time.at(99, () => ran.push('too late'));
    await time.runUntil(50);
    expect([ran, time.now()]).toEqual([['10', '20 first', '20 second'], 50]);
  });

  it('a sleeping page’s timers wait, a closed page’s never run', async () => {
    const time = createVirtualTime(0);
    const ran: [string, number][] = [];
    const asleepUntil = (): number | undefined => (time.now() < 100 ? 100 : undefined);
    time
      .timers({ isAlive: () => true, asleepUntil })
      .set(() => ran.push(['asleep', time.now()]), 10);
    time
      .timers({ isAlive: () => false, asleepUntil: () => undefined })
      .set(() => ran.push(['closed', 0]), 10);
    await time.runUntil(200);
    expect(ran).toEqual([['asleep', 100]]);
  });
});
