import { Console, expect, test } from './workbench';
import type { Workbench } from './workbench';

// The page goes away and comes back: at any moment there is one Task, and it is right.

const NOTES = 'Wants a call back on Friday';

test('a reload while it rings: it rings on, and becomes one Task', async ({
  agentConsole,
  workbench
}) => {
  const { panel } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  const { id } = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await expect(panel.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();

  await agentConsole.reload();
  await agentConsole.signIn();
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({ CallObject: id, Reason__c: 'Upgrade' });
});

test('a reload in the moment of the answer: still one Task', async ({
  agentConsole,
  workbench
}) => {
  const { panel, page } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  const { id } = await workbench.call();
  const creating = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/ui-api/records')
  );
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await creating;
  await agentConsole.reload();
  await agentConsole.signIn();
  await workbench.expectTask({ CallObject: id });
  await workbench.center('POST', `/conversations/${id}/attributes`, {
    attributes: { reason: 'Question' }
  });
  await workbench.expectTask({ CallObject: id, Reason__c: 'Question' });
});

test('a reload in wrap-up: notes are there, the code is set, the Task is complete', async ({
  agentConsole,
  workbench
}) => {
  const { panel } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  const { id } = await workbench.call({ queue: 'Sales', attributes: { reason: 'Upgrade' } });
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({ CallObject: id });
  await workbench.center('POST', `/conversations/${id}/customer`, { action: 'hangUp' });
  await expect(panel.getByText('After-call work').first()).toBeVisible();
  const notes = panel.getByRole('textbox', { name: 'Notes' });
  await notes.fill(NOTES);
  // At once, before the typing has paused long enough to be written.
  await agentConsole.reload();
  await agentConsole.signIn();

  await expect(notes).toHaveValue(NOTES);
  await panel.getByRole('combobox', { name: 'Wrap-up' }).click();
  await panel.getByRole('option', { name: 'Order placed' }).click();
  await workbench.expectTask({
    CallObject: id,
    CallDisposition: 'Order placed',
    Description: NOTES,
    Queue__c: 'Sales',
    Reason__c: 'Upgrade'
  });
  const [task] = await workbench.tasks();
  expect(task?.['CallDurationInSeconds']).toBeGreaterThanOrEqual(0);
});

test('a second tab follows, and takes over when the first one is closed', async ({
  agentConsole,
  workbench
}) => {
  const { panel, page } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  const second = new Console(await page.context().newPage(), workbench.urls);
  await second.open();
  await second.signIn();
  const follows = second.panel.getByText('Another tab saves the Tasks. This one shows them.');
  await expect(follows).toBeVisible();

  const { id } = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({ CallObject: id, Reason__c: 'Upgrade' });
  await expect(second.panel.getByText(/^Saved/)).toBeVisible();

  await page.close();
  await expect(follows).toBeHidden({ timeout: 3_000 });
  await workbench.center('POST', `/conversations/${id}/attributes`, {
    attributes: { reason: 'Complaint' }
  });
  await workbench.expectTask({ CallObject: id, Reason__c: 'Complaint' });
  await second.panel.getByRole('textbox', { name: 'Notes' }).fill(NOTES);
  await workbench.expectTask({ CallObject: id, Description: NOTES });
});

/** Answered, talked, hung up, all on the agent's desk phone. */
async function wholeCall(workbench: Workbench): Promise<string> {
  const { id } = await workbench.call({ attributes: { reason: 'Question' } });
  await workbench.center('POST', `/conversations/${id}/agent`, { action: 'answer' });
  await workbench.center('POST', `/conversations/${id}/customer`, { action: 'hangUp' });
  await workbench.center('POST', `/conversations/${id}/agent`, {
    action: 'wrapUp',
    code: 'Resolved'
  });
  return id;
}

test('a call while the panel was closed gets its Task at the next start', async ({
  agentConsole,
  workbench
}) => {
  const id = await wholeCall(workbench);
  await agentConsole.open();
  await agentConsole.signIn();
  await workbench.expectTask({
    CallObject: id,
    CallDisposition: 'Resolved',
    Reason__c: 'Question',
    Type: 'Call'
  });
});

test('what changed while the panel was closed is corrected at the next start', async ({
  agentConsole,
  workbench
}) => {
  const { panel } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  const { id } = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({ CallObject: id, Reason__c: 'Upgrade' });
  await agentConsole.page.goto('about:blank');

  await workbench.center('POST', `/conversations/${id}/customer`, { action: 'hangUp' });
  await workbench.center('POST', `/conversations/${id}/agent`, {
    action: 'wrapUp',
    code: 'Escalated'
  });
  await workbench.center('POST', `/conversations/${id}/attributes`, {
    attributes: { reason: 'Complaint' }
  });
  await agentConsole.open();
  await agentConsole.signIn();
  await workbench.expectTask({
    CallObject: id,
    CallDisposition: 'Escalated',
    Reason__c: 'Complaint'
  });
});
