import { expect, test } from './fixture';

// After the Task was saved: people edit and delete it in Salesforce, attributes change late.

test('what an agent edits in Salesforce stays until our own value changes', async ({
  agent,
  workbench
}) => {
  const call = await agent.takeCall();
  const { Id } = await call.task();
  await workbench.edit(String(Id), { Reason__c: 'Question', Description: 'Typed on the Task' });

  await call.hangUp();
  await call.expectEnded();
  await call.expectTask({ Reason__c: 'Question', Description: 'Typed on the Task' });

  await call.set({ reason: 'Complaint' });
  await call.expectTask({ Reason__c: 'Complaint', Description: 'Typed on the Task' });
});

const BUSY = { effect: 'respond', status: 503, retryAfter: 2, method: 'PATCH', path: '/records' };

test('an edit made meanwhile survives a write that has to wait', async ({ agent, workbench }) => {
  const call = await agent.takeCall();
  const { Id } = await call.task();
  await workbench.salesforceFault(BUSY);
  await call.set({ reason: 'Complaint' });
  await expect(agent.panel.getByText(/Waiting until/)).toBeVisible();
  await workbench.edit(String(Id), { Queue__c: 'Corrected by hand' });
  await call.expectTask({ Reason__c: 'Complaint', Queue__c: 'Corrected by hand' });
});

test('an edit of the very field that waits wins, until our value changes again', async ({
  agent,
  workbench
}) => {
  const call = await agent.takeCall();
  const { Id, LastModifiedDate } = await call.task();
  // Salesforce keeps whole seconds: an edit in that of our last write can't be told from it.
  await expect.poll(() => Date.now() - Date.parse(String(LastModifiedDate))).toBeGreaterThan(1_000);
  await workbench.salesforceFault(BUSY);
  await call.set({ reason: 'Complaint' });
  await expect(agent.panel.getByText(/Waiting until/)).toBeVisible();
  await workbench.edit(String(Id), { Reason__c: 'Question' });
  await expect(agent.saved).toBeVisible();
  await call.expectTask({ Reason__c: 'Question' });

  await call.set({ reason: 'Upgrade' });
  await call.expectTask({ Reason__c: 'Upgrade' });
});

test('a Task deleted in Salesforce is said once and stays deleted, also after a reload', async ({
  agent,
  workbench
}) => {
  const deleted = agent.panel.getByText('The Task was deleted in Salesforce.');
  const call = await agent.takeCall();
  const { Id } = await call.task();
  await workbench.delete(String(Id));
  await call.set({ reason: 'Complaint' });
  await expect(deleted).toHaveCount(1);
  await call.set({ reason: 'Question' });

  await agent.comeBack();
  await expect(deleted).toBeVisible();
  await call.set({ reason: 'Upgrade' });
  await call.hangUp();
  await expect(agent.panel.getByText('After-call work').first()).toBeVisible();
  expect(await workbench.tasks()).toEqual([]);
});

test('a late attribute of which only the conversation tells arrives at once', async ({ agent }) => {
  const call = await agent.takeCall();
  await call.hangUp();
  await call.expectEnded();
  await call.set({ reason: 'Complaint' }, 'detail');
  await call.expectTask({ Reason__c: 'Complaint' });
});

test('a late attribute of which nobody tells arrives with the next look', async ({
  agent,
  workbench
}) => {
  const { page, panel } = agent;
  // Heartbeats so often that the page's leaps in time are no silence to it.
  await workbench.settings({ heartbeatMs: 100 });
  await page.clock.install();
  const opening = page.waitForEvent('websocket');
  const call = await agent.takeCall();
  const socket = await opening;
  await call.hangUp();
  await call.expectEnded();
  await call.set({ reason: 'Question' }, 'none');
  for (let leap = 0; leap < 4; leap += 1) {
    await page.clock.fastForward(20_000);
    await socket.waitForEvent('framereceived');
  }
  await call.expectTask({ Reason__c: 'Question' });
  // By the look at regular intervals, then, and not by a new connection.
  await agent.openSupportLog();
  const log = await panel.getByRole('textbox', { name: 'Support Log' }).inputValue();
  expect(log.match(/connection (live|lost)$/gm)).toEqual(['connection live']);
});
