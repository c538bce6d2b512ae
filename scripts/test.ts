/**
 * `npm test`: everything that must hold before a change lands, cheapest first.
 * Flags: `--only <step>[,<step>]` runs some steps, `--list` names them; `--workbench "<flags>"`
 * starts the local org of the browser tests with flags of `npm start`, such as `--lws-gates 262`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromiumMissing, ensureChromium } from './browser/chromium';

interface Tally {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  what: string;
  run(): Tally;
}

const root = process.cwd();
const PASSED: Tally = { passed: 1, failed: 0 };
const FAILED: Tally = { passed: 0, failed: 1 };
const results = join(root, 'test-results');
const SEEDS = 300;

const steps: Step[] = [
  { name: 'types', what: 'type check', run: () => tool('typescript/bin/tsc', ['-p', '.']) },
  {
    name: 'lint',
    what: 'ESLint',
    run: () => tool('eslint/bin/eslint.js', ['.', '--max-warnings=0'])
  },
  {
    name: 'format',
    what: 'Prettier',
    run: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'])
  },
  { name: 'unit', what: 'unit tests', run: unit },
  { name: 'package', what: 'deployable package', run: () => command('check-package') },
  {
    name: 'simulate',
    what: `${SEEDS} simulated shifts`,
    run: () => command('simulate', ['--seeds', String(SEEDS)])
  },
  { name: 'browser', what: 'browser tests', run: () => browser('browser.json') },
  {
    name: 'shadow',
    what: 'browser tests in synthetic shadow',
    run: () => browser('shadow.json', ['--synthetic-shadow'], ['--grep', '@shadow'])
  }
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    workbench: { type: 'string', default: '' }
  }
});
if (values.list) {
  for (const step of steps) console.log(`${step.name.padEnd(10)} ${step.what}`);
  process.exit(0);
}
const only = values.only?.split(',');
const unknown = only?.find((name) => !steps.some((step) => step.name === name));
if (unknown) {
  console.error(`No step '${unknown}'. Steps: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total: Tally = { passed: 0, failed: 0 };
const failures: string[] = [];
for (const step of steps.filter(({ name }) => !only || only.includes(name))) {
  console.log(`\n— ${step.what}`);
  const started = Date.now();
  const tally = step.run();
  total.passed += tally.passed;
  total.failed += tally.failed;
  if (tally.failed > 0) failures.push(step.what);
  const verdict = tally.failed > 0 ? `${tally.failed} failed` : 'ok';
  console.log(`  ${verdict} (${Math.round((Date.now() - started) / 1000)} s)`);
}
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** One check, passed or failed as a whole. */
function tool(path: string, args: string[], environment: NodeJS.ProcessEnv = {}): Tally {
  const program = join(root, 'node_modules', path);
  return run(process.execPath, [program, ...args], environment) ? PASSED : FAILED;
}

function command(name: string, args: string[] = []): Tally {
  return run(process.execPath, [join(root, 'scripts/run.mjs'), name, ...args]) ? PASSED : FAILED;
}

function unit(): Tally {
  const file = join(results, 'unit.json');
  const ok = tool('jest/bin/jest.js', ['--json', `--outputFile=${file}`]) === PASSED;
  const report = readReport(file) as
    { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number } | undefined;
  if (!report) return FAILED;
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites);
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
}

/** @param flags for `npm start`, beside those of the command line */
function browser(report: string, flags: string[] = [], args: string[] = []): Tally {
  if (!ensureChromium()) {
    console.error(chromiumMissing());
    return FAILED;
  }
  const config = join(root, 'scripts/browser/playwright.config.ts');
  const environment = {
    WORKBENCH_FLAGS: [values.workbench, ...flags].join(' '),
    BROWSER_REPORT: join(results, report)
  };
  const ok =
    tool('@playwright/test/cli.js', ['test', '-c', config, ...args], environment) === PASSED;
  const told = readReport(join(results, report)) as
    { stats: { expected: number; unexpected: number; flaky: number } } | undefined;
  if (!told) return FAILED;
  const failed = told.stats.unexpected + told.stats.flaky;
  return { passed: told.stats.expected, failed: ok ? failed : Math.max(failed, 1) };
}

function run(program: string, args: string[], environment: NodeJS.ProcessEnv = {}): boolean {
  const env = { ...process.env, ...environment };
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
