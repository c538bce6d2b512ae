import { expect, test } from './fixture';

// A whole minute without a network, cut by the browser: longer than any of our waits for an answer.

const BEFORE = 'Asks about the policy.';
const MEANWHILE = `${BEFORE} Wants a call back on Friday.`;
/** From the return of the network until everything is right. */
const RIGHT_WITHIN_MS = 10_000;

test('a minute without network, in which the call changes, ends and is wrapped up', async ({
  agent,
  context,
  workbench
}) => {
  test.setTimeout(150_000);
  const { panel } = agent;
  const call = await agent.takeCall({ queue: 'Sales' });
  await agent.notes.fill(BEFORE);
  await call.expectTask({ Description: BEFORE });
  await expect(agent.saved).toBeVisible();
  const { Id } = await call.task();
  const cutAt = Date.now();
  await context.setOffline(true);

  // What the agent is told: since when, what waits and why. What is typed stays.
  await expect(panel.getByText(/^Offline for\s*0:\d\d$/)).toBeVisible();
  await agent.notes.fill(MEANWHILE);
  await expect(
    panel.getByText(/^Offline for\s*0:\d\d\s*· 1 Task waits to be saved$/)
  ).toBeVisible();
  await expect(panel.getByText(/^Waiting until/)).toBeVisible();
  await expect(panel.getByText(/^No clear answer from Salesforce/)).toBeVisible();

  // What nobody here hears of.
  await call.set({ reason: 'Complaint' });
  await call.customer('hold');
  await call.customer('resume');
  await call.set({ reason: 'Question', policyNumber: 'P-100' });
  await call.hangUp();
  await call.wrapUp('Order placed');
  await call.set({ reason: 'Complaint' });
  const another = await workbench.call({ queue: 'Sales' });
  await another.hangUp();

  await expect(panel.getByText(/^Offline for\s*1:0\d/)).toBeVisible({ timeout: 90_000 });
  expect(Date.now() - cutAt).toBeGreaterThanOrEqual(60_000);
  await expect(panel.getByText('1 Task waits to be saved')).toBeVisible();
  await expect(agent.notes).toHaveValue(MEANWHILE);
  await call.expectTask({
    Reason__c: 'Upgrade',
    Description: BEFORE,
    CallDisposition: null,
    CallDurationInSeconds: null
  });

  await context.setOffline(false);
  await call.expectTask(
    {
      Id,
      Reason__c: 'Complaint',
      Description: MEANWHILE,
      CallDisposition: 'Order placed',
      CallDurationInSeconds: await call.talkSeconds(),
      Queue__c: 'Sales',
      Status: 'Completed'
    },
    RIGHT_WITHIN_MS
  );
  await expect(panel.getByText('Offline for')).toBeHidden();
  await expect(panel.getByText(/wait to be saved|waits to be saved|^Waiting/)).toHaveCount(0);

  // And the line is one again: what comes now comes at once.
  await call.set({ reason: 'Question' });
  await call.expectTask({ Id, Reason__c: 'Question' });
});
