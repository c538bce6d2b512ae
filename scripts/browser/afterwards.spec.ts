import { expect, test } from './workbench';
import type { Workbench, Console } from './workbench';

// After the Task was saved: people edit and delete it in Salesforce, attributes change late.

async function inCall(agentConsole: Console, workbench: Workbench) {
  await agentConsole.open();
  await agentConsole.signIn();
  const { id } = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await agentConsole.panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({ CallObject: id, Reason__c: 'Upgrade' });
  const [task] = await workbench.tasks();
  return { id, taskId: String(task?.['Id']) };
}

const set = (
  workbench: Workbench,
  id: string,
  attributes: Record<string, string>,
  notify: 'all' | 'detail' | 'none' = 'all'
) => workbench.center('POST', `/conversations/${id}/attributes`, { attributes, notify });

const hangUp = async (workbench: Workbench, id: string) => {
  await workbench.center('POST', `/conversations/${id}/customer`, { action: 'hangUp' });
  await expect
    .poll(async () => (await workbench.tasks())[0]?.['CallDurationInSeconds'])
    .toBeGreaterThanOrEqual(0);
};

const edit = (workbench: Workbench, id: string, fields: object) =>
  workbench.org('POST', '/workbench/salesforce/edit', { id, as: 'agent', fields });

test('what an agent edits in Salesforce stays until our own value changes', async ({
  agentConsole,
  workbench
}) => {
  const { id, taskId } = await inCall(agentConsole, workbench);
  await edit(workbench, taskId, { Reason__c: 'Question', Description: 'Typed on the Task' });

  await hangUp(workbench, id);
  await workbench.expectTask({ Reason__c: 'Question', Description: 'Typed on the Task' });

  await set(workbench, id, { reason: 'Complaint' });
  await workbench.expectTask({ Reason__c: 'Complaint', Description: 'Typed on the Task' });
});

test('an edit made meanwhile survives a write that has to wait', async ({
  agentConsole,
  workbench
}) => {
  const { id, taskId } = await inCall(agentConsole, workbench);
  await workbench.org('POST', '/workbench/salesforce/faults', {
    effect: 'respond',
    status: 503,
    retryAfter: 2,
    method: 'PATCH',
    path: '/records'
  });
  await set(workbench, id, { reason: 'Complaint' });
  await expect(agentConsole.panel.getByText(/Waiting until/)).toBeVisible();
  await edit(workbench, taskId, { Queue__c: 'Corrected by hand' });
  await workbench.expectTask({ Reason__c: 'Complaint', Queue__c: 'Corrected by hand' });
});

test('a Task deleted in Salesforce is said once and stays deleted, also after a reload', async ({
  agentConsole,
  workbench
}) => {
  const { panel } = agentConsole;
  const { id, taskId } = await inCall(agentConsole, workbench);
  await workbench.org('DELETE', `/services/data/v66.0/ui-api/records/${taskId}`);
  await set(workbench, id, { reason: 'Complaint' });
  await expect(panel.getByText('The Task was deleted in Salesforce.')).toHaveCount(1);
  await set(workbench, id, { reason: 'Question' });

  await agentConsole.reload();
  await agentConsole.signIn();
  await expect(panel.getByText('The Task was deleted in Salesforce.')).toBeVisible();
  await set(workbench, id, { reason: 'Upgrade' });
  await workbench.center('POST', `/conversations/${id}/customer`, { action: 'hangUp' });
  await expect(panel.getByText('After-call work').first()).toBeVisible();
  expect(await workbench.tasks()).toEqual([]);
});

test('a late attribute of which only the conversation tells arrives at once', async ({
  agentConsole,
  workbench
}) => {
  const { id } = await inCall(agentConsole, workbench);
  await hangUp(workbench, id);
  await set(workbench, id, { reason: 'Complaint' }, 'detail');
  await workbench.expectTask({ Reason__c: 'Complaint' });
});

test('a late attribute of which nobody tells arrives with the next look', async ({
  agentConsole,
  workbench
}) => {
  const { page, panel } = agentConsole;
  // Heartbeats so often that the page's leaps in time are no silence to it.
  await workbench.center('PATCH', '/settings', { heartbeatMs: 100 });
  await page.clock.install();
  const opening = page.waitForEvent('websocket');
  const { id } = await inCall(agentConsole, workbench);
  const socket = await opening;
  await hangUp(workbench, id);
  await set(workbench, id, { reason: 'Question' }, 'none');
  for (let leap = 0; leap < 4; leap += 1) {
    await page.clock.fastForward(20_000);
    await socket.waitForEvent('framereceived');
  }
  await workbench.expectTask({ Reason__c: 'Question' });
  // By the look at regular intervals, then, and not by a new connection.
  await panel.getByRole('button', { name: 'Ana Ruiz Account' }).click();
  await panel.getByRole('menuitem', { name: 'Copy support log' }).click();
  const log = await panel.getByRole('textbox', { name: 'Support Log' }).inputValue();
  expect(log.match(/connection (live|lost)$/gm)).toEqual(['connection live']);
});
