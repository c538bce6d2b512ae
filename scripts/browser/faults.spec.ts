import type { Page } from '@playwright/test';
import { expect, test } from './fixture';

// What goes wrong between the panel and the two clouds: said while it lasts, and right afterwards.

/** Resolves when a socket that opens from now on tells of these words. */
const frameWith = (page: Page, words: string) =>
  new Promise<void>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes(words)) resolve();
      })
    );
  });

test.describe('the network', () => {
  test('is cut by the browser: said, then what was missed is made up for', async ({
    agent,
    context
  }) => {
    const { panel } = agent;
    const call = await agent.takeCall();
    await context.setOffline(true);
    await expect(panel.getByText('Offline for')).toBeVisible();
    await agent.notes.fill('Typed without a network');
    await call.set({ reason: 'Complaint' });
    await expect(panel.getByText(/Waiting until/)).toBeVisible();
    await expect(panel.getByText('1 Task waits to be saved')).toBeVisible();

    await context.setOffline(false);
    await expect(panel.getByText('Offline for')).toBeHidden();
    await call.expectTask({ Reason__c: 'Complaint', Description: 'Typed without a network' });
  });

  test('is away for a moment in which the call ends: the Task is complete afterwards', async ({
    agent,
    context
  }) => {
    const call = await agent.takeCall();
    await context.setOffline(true);
    await call.hangUp();
    await call.wrapUp('Resolved');
    await context.setOffline(false);
    await call.expectTask({ CallDisposition: 'Resolved' });
    expect((await call.task())['CallDurationInSeconds']).toBe(await call.talkSeconds());
  });

  test('is away while a whole call is taken on the desk phone: it gets its Task', async ({
    agent,
    workbench,
    context
  }) => {
    await agent.begin();
    await expect(agent.panel.getByText('No interactions')).toBeVisible();
    await context.setOffline(true);
    await expect(agent.panel.getByText('Offline for')).toBeVisible();
    const call = await workbench.call({ attributes: { reason: 'Question' } });
    await call.agent('answer');
    await call.hangUp();
    await call.wrapUp('Resolved');
    await context.setOffline(false);
    await call.expectTask({ CallDisposition: 'Resolved', Reason__c: 'Question' });
  });

  test('loses the socket only: nothing is lost, nothing twice', async ({ agent, workbench }) => {
    const call = await agent.takeCall();
    await workbench.dropSockets();
    await call.set({ reason: 'Complaint' });
    await call.expectTask({ Reason__c: 'Complaint' });
  });
});

test.describe('the Genesys Cloud session', () => {
  const ENDED = /^Your Genesys Cloud session ended/;

  test('ends in mid-call: a banner says so, and a new sign-in goes on', async ({
    agent,
    workbench
  }) => {
    const { page, panel } = agent;
    const call = await agent.takeCall();
    let loads = 0;
    page.on('load', () => (loads += 1));
    await workbench.expireTokens();
    await expect(panel.getByText(ENDED)).toBeVisible();
    await agent.notes.fill('Typed without a session');
    await call.expectTask({ Description: 'Typed without a session' });
    await call.set({ reason: 'Complaint' });
    await call.expectTask({ Reason__c: 'Upgrade' });

    await agent.signIn('Ana Ruiz', 'Sign in again');
    await expect(panel.getByText(ENDED)).toBeHidden();
    await call.expectTask({ Reason__c: 'Complaint', Description: 'Typed without a session' });
    await expect(panel.getByText('Offline for')).toBeHidden();
    await call.set({ reason: 'Question' });
    await call.expectTask({ Reason__c: 'Question' });
    expect(loads).toBe(0);
  });

  test('is refused on a line that lives: what the line tells is saved, without a sign-in', async ({
    agent,
    workbench
  }) => {
    const { panel } = agent;
    const call = await agent.takeCall();
    await workbench.genesysFault({ status: 401, path: '/api/v2/' });
    await agent.button('Hold').click();
    await expect(panel.getByText(ENDED)).toBeVisible();
    await call.set({ reason: 'Complaint' });
    await call.expectTask({ Reason__c: 'Complaint' });
    await call.hangUp();
    await call.expectEnded();

    await workbench.endFaults();
    await agent.signIn('Ana Ruiz', 'Sign in again');
    await expect(panel.getByText(ENDED)).toBeHidden();
    await agent.choose('Wrap-up', 'Resolved');
    await call.expectTask({ Reason__c: 'Complaint', CallDisposition: 'Resolved' });
  });

  test('is back, and a frame overtakes the reading of what was missed', async ({
    agent,
    workbench
  }) => {
    const { page, panel } = agent;
    const call = await agent.takeCall();
    await workbench.expireTokens();
    await expect(panel.getByText(ENDED)).toBeVisible();
    await call.set({ reason: 'Complaint' });

    const readings = /\/api\/v2\/conversations/;
    let isOnItsWay = false;
    let arrive = (): void => {};
    const arriving = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(readings, async (route) => {
      const isFirstList =
        !isOnItsWay && /\/conversations$/.test(new URL(route.request().url()).pathname);
      // The first answer is an old one when it arrives; no other makes up for it.
      if (!isFirstList) return route.abort();
      const response = await route.fetch();
      isOnItsWay = true;
      await arriving;
      return route.fulfill({ response });
    });
    const told = frameWith(page, 'Question');
    const subscribed = page.waitForResponse(/\/subscriptions$/);
    await agent.signIn('Ana Ruiz', 'Sign in again');
    expect((await subscribed).ok()).toBe(true);
    await expect.poll(() => isOnItsWay).toBe(true);
    await call.set({ reason: 'Question' });
    await told;
    arrive();
    await call.expectTask({ Reason__c: 'Question' });

    await page.unroute(readings);
    await call.set({ reason: 'Upgrade' });
    await call.expectTask({ Reason__c: 'Upgrade' });
  });

  test('a missed alert is said, and one click goes back on queue', async ({ agent, workbench }) => {
    const missed = agent.panel.getByText(/You missed an interaction/);
    await agent.begin();
    await workbench.settings({ alertMs: 500, maxAlerts: 1 });
    const call = await workbench.call();
    await expect(missed).toBeVisible();
    await call.hangUp();
    await agent.button('Go back on queue').click();
    await expect(missed).toBeHidden();
    expect(await workbench.tasks()).toEqual([]);
  });
});

test.describe('Salesforce', () => {
  const RULE = 'Task.Complaint_Needs_Comments';

  test('refuses by a validation rule: needs you, in its words; fixed and retried, it is saved', async ({
    agent,
    workbench
  }) => {
    const { panel, page } = agent;
    const call = await agent.takeCall();
    await workbench.validationRule(RULE, true);
    await call.set({ reason: 'Complaint' });
    await expect(panel.getByText('Needs you (1)').first()).toBeVisible();
    await expect(panel.getByText(/Describe the complaint in Comments/)).toBeVisible();
    await expect(page.getByRole('button', { name: /Softphone · Needs you \(1\)/ })).toBeVisible();
    await call.expectTask({ Reason__c: 'Upgrade' });

    await workbench.validationRule(RULE, false);
    await panel.getByRole('button', { name: 'Retry' }).click();
    await call.expectTask({ Reason__c: 'Complaint' });
    await expect(agent.saved).toBeVisible();
    await expect(page.getByRole('button', { name: 'Softphone', exact: true })).toBeVisible();
  });

  test('refuses, and is satisfied by what the agent types', async ({ agent, workbench }) => {
    const call = await agent.takeCall();
    await workbench.validationRule(RULE, true);
    await call.set({ reason: 'Complaint' });
    await expect(agent.panel.getByText(/Describe the complaint in Comments/)).toBeVisible();
    await agent.notes.fill('The bill was wrong twice');
    await call.expectTask({ Reason__c: 'Complaint', Description: 'The bill was wrong twice' });
  });

  test('is busy and names a time: waits until then, and saves', async ({ agent, workbench }) => {
    const { panel } = agent;
    const call = await agent.takeCall();
    await workbench.salesforceFault({
      effect: 'respond',
      status: 503,
      retryAfter: 3,
      method: 'PATCH',
      path: '/records'
    });
    await call.set({ reason: 'Complaint' });
    await expect(panel.getByText(/Waiting until/)).toBeVisible();
    await expect(panel.getByText('Salesforce is busy.')).toBeVisible();
    await call.expectTask({ Reason__c: 'Complaint' });
    await expect(agent.saved).toBeVisible();
  });

  for (const effect of ['commit_then_drop', 'drop'] as const) {
    test(`breaks the line at the create (${effect}): exactly one Task`, async ({
      agent,
      workbench
    }) => {
      await workbench.salesforceFault({ effect, method: 'POST', path: '/records' });
      const call = await agent.takeCall();
      expect(await workbench.salesforceFaults()).toEqual([]);
      await call.set({ reason: 'Question' });
      await call.expectTask({ Reason__c: 'Question' });
      await expect(agent.saved).toBeVisible();
    });
  }
});

test('storage refused: said, and saved all the same', async ({ agent }) => {
  await agent.page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    });
  });
  const call = await agent.takeCall();
  await expect(agent.panel.getByText('Storage is blocked: keep this tab open')).toBeVisible();
  await agent.notes.fill('Kept in memory');
  await call.set({ reason: 'Complaint' });
  await call.expectTask({ Reason__c: 'Complaint', Description: 'Kept in memory' });
});

test('the session log is copied without names, numbers or notes', async ({ agent, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const call = await agent.takeCall();
  await agent.notes.fill('A private matter');
  await call.expectTask({ Description: 'A private matter' });
  await agent.openSupportLog();
  await expect(agent.panel.getByText(/^Copied/)).toBeVisible();
  const text = await agent.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/connection live/);
  expect(text).not.toMatch(/Ana|Ruiz|Blanche|Stokes|555|private|Upgrade/);
});
