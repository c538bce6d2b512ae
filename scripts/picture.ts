/** `npm run picture`: writes docs/console.png, what a newcomer sees first of the product. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumMissing, ensureChromium } from './browser/chromium';
import { startWorkbench } from './workbench/start';
import type { Workbench } from './workbench/start';

const FILE = 'docs/console.png';
const MOST_BYTES = 250_000;
const SIZE = { width: 1280, height: 800 };
const USER = 'agent';

const NOTES = 'Wants the family plan from May';

const CALL = {
  type: 'call',
  direction: 'inbound',
  agent: USER,
  name: 'Blanche Stokes',
  address: '+13175550101',
  queue: 'Helpdesk',
  attributes: { reason: 'Upgrade', policyNumber: 'P-1044' }
};

const root = process.cwd();
const executablePath = ensureChromium();
if (!executablePath) {
  console.error(chromiumMissing());
  process.exit(1);
}
const workbench = await startWorkbench({ root, port: 0, onProgress: console.error });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
try {
  // English and one zone, wherever the picture is taken.
  const context = await browser.newContext({
    viewport: SIZE,
    locale: 'en-US',
    timezoneId: 'America/Indiana/Indianapolis'
  });
  await take(await context.newPage(), workbench);
} finally {
  await browser.close();
  await workbench.close();
}
const { size } = statSync(join(root, FILE));
console.log(`${FILE}: ${SIZE.width} × ${SIZE.height}, ${Math.round(size / 1000)} kB`);
if (size > MOST_BYTES) {
  console.error(`That is more than ${MOST_BYTES / 1000} kB.`);
  process.exit(1);
}

/** Ana takes a call, finds who calls and about what, and looks at the Task while she talks. */
async function take(page: Page, { console: url, genesys }: Workbench): Promise<void> {
  await page.goto(`${url}/?user=${USER}`);
  const panel = page.locator('c-softphone');
  await signIn(page, panel);
  await post(`${genesys}/contact-center/interactions`, CALL);
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByRole('link', { name: /^Call \d/ }).click();
  await choose(panel, 'Name', 'Blanche Stokes');
  await choose(panel, 'Related To');
  await panel.getByRole('textbox', { name: 'Notes' }).fill(NOTES);
  await panel.getByRole('textbox', { name: 'Notes' }).blur();
  await page.locator('[data-field="Description"] lightning-formatted-text').waitFor();
  // What has just been written is marked for a moment; the picture is of after that.
  await page.locator('.value.changed').first().waitFor({ state: 'detached' });
  await page.mouse.move(SIZE.width / 2, SIZE.height - 5);
  await page.screenshot({ path: join(root, FILE) });
}

async function signIn(page: Page, panel: Locator): Promise<void> {
  const opening = page.waitForEvent('popup');
  await panel.getByRole('link', { name: 'Sign In' }).click();
  const popup = await opening;
  const closing = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Ana Ruiz' }).click();
  await closing;
  await panel.getByText('No interactions').waitFor();
}

/** The record whose words hold `text`, else the first one offered. */
async function choose(panel: Locator, label: string, text?: string): Promise<void> {
  const field = panel.getByRole('combobox', { name: label });
  if ((await field.count()) === 0) return;
  await field.click();
  if (text) await field.fill(text);
  const options = panel.getByRole('option');
  await (text ? options.filter({ hasText: text }) : options).first().click();
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
}
