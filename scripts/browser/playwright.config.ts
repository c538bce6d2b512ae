import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumMissing, findChromium } from './chromium';

const executablePath = findChromium();
if (!executablePath) throw new Error(chromiumMissing());

export default defineConfig({
  testDir: '.',
  // Unit tests of the helpers here are Jest's.
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // One worker, one local org: the tests share its clock and its two cores, not each other's state.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['BROWSER_REPORT'] ?? '../../test-results/browser.json' }]
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'America/Indiana/Indianapolis'
  }
});
