import { test as base, expect } from '@playwright/test';
import { Console } from './console';
import { START_WITHIN_MS, startWorkbench } from './launch';
import { Workbench } from './workbench';

/** A fresh contact center and org, and the console of an agent who works there. */
export const test = base.extend<{ workbench: Workbench; agent: Console }, { shared: Workbench }>({
  shared: [
    async ({}, use) => {
      const { urls, stop } = await startWorkbench();
      await use(new Workbench(urls));
      await stop();
    },
    { scope: 'worker', timeout: START_WITHIN_MS }
  ],
  workbench: async ({ shared }, use) => {
    await shared.reset();
    await use(shared);
  },
  agent: async ({ page, workbench }, use) => {
    await use(new Console(page, workbench));
  }
});

export { expect };
