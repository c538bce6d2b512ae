import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Browser, CDPSession, Locator, Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumMissing, ensureChromium } from '../browser/chromium';
import { startWorkbench } from '../workbench/start';
import type { Workbench } from '../workbench/start';
import { median, rounded } from './measure/statistics';

/** The same with Lightning Web Security, all gates on, and without; `ratio`: with over without. */
export interface Compared {
  with: number;
  without: number;
  ratio: number;
}

/** Milliseconds of the main thread's CPU, in Chromium against the local org on this machine. */
export interface Lws {
  /** From the address to the panel that offers to sign in. */
  start: Compared;
  /** A changed attribute: the frame heard, the Task updated, the panel drawn. */
  frame: Compared;
  /** A character typed into Notes. */
  character: Compared;
  /** Of the page's own scripts, gzip level 9; the runtime itself comes with Salesforce. */
  bytes: Compared;
}

export interface LwsEffort {
  starts: number;
  frames: number;
  characters: number;
}

type Figures = Record<keyof Lws, number>;

const WAIT_MS = 60_000;
const BETWEEN_FRAMES_MS = 200;

/** One browser, one local org of each kind, one after the other: two cores are few. */
export async function measureLws(root: string, effort: LwsEffort): Promise<Lws> {
  const executablePath = ensureChromium();
  if (!executablePath) throw new Error(chromiumMissing());
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const without = await measure(root, browser, false, effort);
    const inside = await measure(root, browser, true, effort);
    const compared = (name: keyof Lws): Compared => ({
      with: inside[name],
      without: without[name],
      ratio: rounded(inside[name] / without[name], 2)
    });
    return {
      start: compared('start'),
      frame: compared('frame'),
      character: compared('character'),
      bytes: compared('bytes')
    };
  } finally {
    await browser.close();
  }
}

async function measure(
  root: string,
  browser: Browser,
  lws: boolean,
  effort: LwsEffort
): Promise<Figures> {
  const workbench = await startWorkbench({ root, port: 0, conditions: { lws } });
  try {
    const starts: number[] = [];
    // The first one fills the browser's caches.
    for (let round = 0; round <= effort.starts; round += 1)
      starts.push(await start(browser, workbench));
    return {
      start: rounded(median(starts.slice(1)), 1),
      ...(await work(browser, workbench, effort)),
      bytes: await ownBytes(workbench)
    };
  } finally {
    await workbench.close();
  }
}

async function start(browser: Browser, workbench: Workbench): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const cpu = await cpuOf(page);
  await open(page, workbench);
  const spent = await cpu();
  await context.close();
  return spent;
}

/** A call is taken, its attributes change, Notes are typed. */
async function work(
  browser: Browser,
  workbench: Workbench,
  effort: LwsEffort
): Promise<Pick<Figures, 'frame' | 'character'>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const panel = await open(page, workbench);
  await signIn(page, panel);
  const center = `${workbench.genesys}/contact-center`;
  const { id } = await post(`${center}/calls`, {
    agent: 'agent',
    attributes: { reason: 'Upgrade' }
  });
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await panel.getByText(/^Saved/).waitFor({ timeout: WAIT_MS });

  const cpu = await cpuOf(page);
  const change = async (round: number): Promise<void> => {
    const reason = round % 2 === 0 ? 'Complaint' : 'Question';
    await post(`${center}/conversations/${id}/attributes`, { attributes: { reason } });
    await page.waitForTimeout(BETWEEN_FRAMES_MS);
  };
  for (let round = 0; round < 5; round += 1) await change(round);
  const idle = await timed(cpu, effort.frames, () => page.waitForTimeout(BETWEEN_FRAMES_MS));
  const frame = await timed(cpu, effort.frames, change);
  const notes = panel.getByRole('textbox', { name: 'Notes' });
  await notes.pressSequentially('warm up ');
  const character = await timed(cpu, effort.characters, () => notes.press('a'));
  await context.close();
  return { frame: rounded(frame - idle, 2), character: rounded(character, 2) };
}

/** What one round costs. */
async function timed(
  cpu: () => Promise<number>,
  rounds: number,
  run: (round: number) => Promise<void>
): Promise<number> {
  const before = await cpu();
  for (let round = 0; round < rounds; round += 1) await run(round);
  return ((await cpu()) - before) / rounds;
}

async function open(page: Page, { console: url }: Workbench): Promise<Locator> {
  await page.goto(`${url}/?user=agent`);
  const panel = page.locator('c-softphone');
  await panel.getByRole('link', { name: 'Sign In' }).waitFor({ timeout: WAIT_MS });
  return panel;
}

async function signIn(page: Page, panel: Locator): Promise<void> {
  const opening = page.waitForEvent('popup');
  await panel.getByRole('link', { name: 'Sign In' }).click();
  await (await opening).getByRole('button', { name: 'Ana Ruiz' }).click();
  await panel.getByRole('button', { name: 'Ana Ruiz Account' }).waitFor({ timeout: WAIT_MS });
}

/** Milliseconds the page's main thread has worked so far. */
async function cpuOf(page: Page): Promise<() => Promise<number>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}

/** The page's entry with all that is ours in it, without its source map. */
async function ownBytes({ salesforce }: Workbench): Promise<number> {
  const response = await fetch(`${salesforce}/modules/app/console/main.js`);
  const script = (await response.text()).replace(/\/\/# sourceMappingURL=data:.*$/m, '');
  return gzipSync(script, { level: 9 }).byteLength;
}

async function post(url: string, body: object): Promise<{ id: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  });
  if (!response.ok) throw new Error(`POST ${url}: ${response.status}`);
  return (await response.json()) as { id: string };
}
