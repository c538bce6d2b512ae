import { expect, test } from './workbench';
import type { Workbench, Console } from './workbench';

// What goes wrong between the panel and the two clouds: said while it lasts, and right afterwards.

/** Opens the console, signs in, takes a call from its Task on. */
async function inCall(
  agentConsole: Console,
  workbench: Workbench,
  attributes: Record<string, string> = { reason: 'Upgrade' }
): Promise<string> {
  await agentConsole.open();
  await agentConsole.signIn();
  const { id } = await workbench.call({ attributes });
  await agentConsole.panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({ CallObject: id });
  await expect(agentConsole.panel.getByText(/^Saved/)).toBeVisible();
  return id;
}

const set = (workbench: Workbench, id: string, reason: string) =>
  workbench.center('POST', `/conversations/${id}/attributes`, { attributes: { reason } });

const salesforceFault = (workbench: Workbench, fault: object) =>
  workbench.org('POST', '/workbench/salesforce/faults', fault);

test.describe('the network', () => {
  test('is cut by the browser: said, then what was missed is made up for', async ({
    agentConsole,
    workbench,
    context
  }) => {
    const { panel } = agentConsole;
    const id = await inCall(agentConsole, workbench);
    await context.setOffline(true);
    await workbench.center('POST', '/faults/drop-sockets');
    await expect(panel.getByText('Offline for')).toBeVisible();
    await panel.getByRole('textbox', { name: 'Notes' }).fill('Typed without a network');
    await set(workbench, id, 'Complaint');
    await expect(panel.getByText(/Waiting until/)).toBeVisible();
    await expect(panel.getByText('1 Task waits to be saved')).toBeVisible();

    await context.setOffline(false);
    await expect(panel.getByText('Offline for')).toBeHidden();
    await workbench.expectTask({
      CallObject: id,
      Reason__c: 'Complaint',
      Description: 'Typed without a network'
    });
  });

  test('is away while the call ends: the Task is complete afterwards', async ({
    agentConsole,
    workbench,
    context
  }) => {
    const { panel } = agentConsole;
    const id = await inCall(agentConsole, workbench);
    await context.setOffline(true);
    await workbench.center('POST', '/faults/drop-sockets');
    await expect(panel.getByText('Offline for')).toBeVisible();
    await workbench.center('POST', `/conversations/${id}/customer`, { action: 'hangUp' });
    await workbench.center('POST', `/conversations/${id}/agent`, {
      action: 'wrapUp',
      code: 'Resolved'
    });
    await context.setOffline(false);
    await workbench.expectTask({ CallObject: id, CallDisposition: 'Resolved' });
    const [task] = await workbench.tasks();
    expect(task?.['CallDurationInSeconds']).toBeGreaterThanOrEqual(0);
  });

  test('loses the socket only: nothing is lost, nothing twice', async ({
    agentConsole,
    workbench
  }) => {
    const id = await inCall(agentConsole, workbench);
    await workbench.center('POST', '/faults/drop-sockets');
    await set(workbench, id, 'Complaint');
    await workbench.expectTask({ CallObject: id, Reason__c: 'Complaint' });
  });
});

test.describe('the Genesys Cloud session', () => {
  test('ends in mid-call: a banner says so, and a new sign-in goes on', async ({
    agentConsole,
    workbench
  }) => {
    const { panel, page } = agentConsole;
    const id = await inCall(agentConsole, workbench);
    await workbench.center('POST', '/faults/expire-tokens');
    const banner = panel.getByText(/Your Genesys Cloud session ended/);
    await expect(banner).toBeVisible();
    await panel.getByRole('textbox', { name: 'Notes' }).fill('Typed without a session');
    await workbench.expectTask({ CallObject: id, Description: 'Typed without a session' });
    await set(workbench, id, 'Complaint');

    const opening = page.waitForEvent('popup');
    await panel.getByRole('button', { name: 'Sign in again' }).click();
    const popup = await opening;
    await popup.getByRole('button', { name: 'Ana Ruiz' }).click();
    await expect(banner).toBeHidden();
    await workbench.expectTask({
      CallObject: id,
      Reason__c: 'Complaint',
      Description: 'Typed without a session'
    });
    await expect(panel.getByText('Offline for')).toBeHidden();
    await set(workbench, id, 'Question');
    await workbench.expectTask({ CallObject: id, Reason__c: 'Question' });
  });

  test('a missed alert is said, and one click goes back on queue', async ({
    agentConsole,
    workbench
  }) => {
    const { panel } = agentConsole;
    await agentConsole.open();
    await agentConsole.signIn();
    await workbench.center('PATCH', '/settings', { alertMs: 500, maxAlerts: 1 });
    const { id } = await workbench.call();
    const missed = panel.getByText(/You missed an interaction/);
    await expect(missed).toBeVisible();
    await workbench.center('POST', `/conversations/${id}/customer`, { action: 'hangUp' });
    await panel.getByRole('button', { name: 'Go back on queue' }).click();
    await expect(missed).toBeHidden();
    expect(await workbench.tasks()).toEqual([]);
  });
});

test.describe('Salesforce', () => {
  test('refuses by a validation rule: needs you, in its words; fixed and retried, it is saved', async ({
    agentConsole,
    workbench
  }) => {
    const { panel, page } = agentConsole;
    const rule = (active: boolean) =>
      workbench.org('POST', '/workbench/salesforce/validation-rules', {
        name: 'Task.Complaint_Needs_Comments',
        active
      });
    const id = await inCall(agentConsole, workbench);
    await rule(true);
    await set(workbench, id, 'Complaint');
    await expect(panel.getByText('Needs you (1)').first()).toBeVisible();
    await expect(panel.getByText(/Describe the complaint in Comments/)).toBeVisible();
    await expect(page.getByRole('button', { name: /Softphone · Needs you \(1\)/ })).toBeVisible();
    await workbench.expectTask({ CallObject: id, Reason__c: 'Upgrade' });

    await rule(false);
    await panel.getByRole('button', { name: 'Retry' }).click();
    await workbench.expectTask({ CallObject: id, Reason__c: 'Complaint' });
    await expect(panel.getByText(/^Saved/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Softphone', exact: true })).toBeVisible();
  });

  test('refuses, and is satisfied by what the agent types', async ({ agentConsole, workbench }) => {
    const { panel } = agentConsole;
    const id = await inCall(agentConsole, workbench);
    await workbench.org('POST', '/workbench/salesforce/validation-rules', {
      name: 'Task.Complaint_Needs_Comments',
      active: true
    });
    await set(workbench, id, 'Complaint');
    await expect(panel.getByText(/Describe the complaint in Comments/)).toBeVisible();
    await panel.getByRole('textbox', { name: 'Notes' }).fill('The bill was wrong twice');
    await workbench.expectTask({
      CallObject: id,
      Reason__c: 'Complaint',
      Description: 'The bill was wrong twice'
    });
  });

  test('is busy and names a time: waits until then, and saves', async ({
    agentConsole,
    workbench
  }) => {
    const { panel } = agentConsole;
    const id = await inCall(agentConsole, workbench);
    await salesforceFault(workbench, {
      effect: 'respond',
      status: 503,
      retryAfter: 3,
      method: 'PATCH',
      path: '/records'
    });
    await set(workbench, id, 'Complaint');
    await expect(panel.getByText(/Waiting until/)).toBeVisible();
    await expect(panel.getByText('Salesforce is busy.')).toBeVisible();
    await workbench.expectTask({ CallObject: id, Reason__c: 'Complaint' });
    await expect(panel.getByText(/^Saved/)).toBeVisible();
  });

  for (const effect of ['commit_then_drop', 'drop'] as const) {
    test(`breaks the line at the create (${effect}): exactly one Task`, async ({
      agentConsole,
      workbench
    }) => {
      const { panel } = agentConsole;
      await agentConsole.open();
      await agentConsole.signIn();
      await salesforceFault(workbench, { effect, method: 'POST', path: '/records' });
      const { id } = await workbench.call({ attributes: { reason: 'Upgrade' } });
      await panel.getByRole('button', { name: 'Answer', exact: true }).click();
      await workbench.expectTask({ CallObject: id, Reason__c: 'Upgrade' });
      await set(workbench, id, 'Question');
      await workbench.expectTask({ CallObject: id, Reason__c: 'Question' });
      await expect(panel.getByText(/^Saved/)).toBeVisible();
    });
  }
});

test('storage refused: said, and saved all the same', async ({ agentConsole, workbench }) => {
  const { page, panel } = agentConsole;
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    });
  });
  const id = await inCall(agentConsole, workbench);
  await expect(panel.getByText('Storage is blocked: keep this tab open')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Notes' }).fill('Kept in memory');
  await set(workbench, id, 'Complaint');
  await workbench.expectTask({
    CallObject: id,
    Reason__c: 'Complaint',
    Description: 'Kept in memory'
  });
});

test('the session log is copied without names, numbers or notes', async ({
  agentConsole,
  workbench,
  context
}) => {
  const { panel, page } = agentConsole;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await inCall(agentConsole, workbench);
  await panel.getByRole('textbox', { name: 'Notes' }).fill('A private matter');
  await workbench.expectTask({ Description: 'A private matter' });
  await panel.getByRole('button', { name: 'Ana Ruiz Account' }).click();
  await panel.getByRole('menuitem', { name: 'Copy support log' }).click();
  await expect(panel.getByText(/^Copied/)).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/connection live/);
  expect(text).not.toMatch(/Ana|Ruiz|Blanche|Stokes|555|private|Upgrade/);
});
