import { Console } from './console';
import { expect, test } from './fixture';

// The page goes away and comes back: at any moment there is one Task, and it is right.

const NOTES = 'Wants a call back on Friday';

test('a reload while it rings: it rings on, and becomes one Task', async ({ agent, workbench }) => {
  await agent.begin();
  const call = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await expect(agent.button('Answer')).toBeVisible();

  await agent.comeBack();
  await agent.answer();
  await call.expectTask({ Reason__c: 'Upgrade' });
});

test('a reload in the moment of the answer: still one Task', async ({ agent, workbench }) => {
  await agent.begin();
  const call = await workbench.call();
  const creating = agent.page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/ui-api/records')
  );
  await agent.answer();
  await creating;
  await agent.comeBack();
  await call.expectTask({});
  await call.set({ reason: 'Question' });
  await call.expectTask({ Reason__c: 'Question' });
});

test('a reload in mid-call keeps the one Task, the notes, and goes on with it', async ({
  agent,
  workbench
}) => {
  await agent.begin();
  const call = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await agent.answer();
  await agent.notes.fill(NOTES);
  await call.expectTask({ Description: NOTES });

  await agent.reload();
  await call.set({ reason: 'Complaint' });
  await agent.signIn();
  await expect(agent.notes).toHaveValue(NOTES);
  await call.expectTask({ Reason__c: 'Complaint', Description: NOTES });
});

test('a reload in wrap-up: notes are there, the code is set, the Task is complete', async ({
  agent
}) => {
  const call = await agent.takeCall({ queue: 'Sales' });
  await call.hangUp();
  await expect(agent.panel.getByText('After-call work').first()).toBeVisible();
  await agent.notes.fill(NOTES);
  // At once, before the typing has paused long enough to be written.
  await agent.comeBack();

  await expect(agent.notes).toHaveValue(NOTES);
  await agent.choose('Wrap-up', 'Order placed');
  await call.expectTask({
    CallDisposition: 'Order placed',
    Description: NOTES,
    Queue__c: 'Sales',
    Reason__c: 'Upgrade'
  });
  expect((await call.task())['CallDurationInSeconds']).toBeGreaterThanOrEqual(0);
});

test('a second tab follows, and takes over when the first one is closed', async ({
  agent,
  workbench
}) => {
  await agent.begin();
  const second = new Console(await agent.page.context().newPage(), workbench);
  await second.begin();
  const follows = second.panel.getByText('Another tab saves the Tasks. This one shows them.');
  await expect(follows).toBeVisible();

  const call = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await agent.answer();
  await call.expectTask({ Reason__c: 'Upgrade' });
  await expect(second.saved).toBeVisible();

  await agent.page.close();
  await expect(follows).toBeHidden({ timeout: 3_000 });
  await call.set({ reason: 'Complaint' });
  await call.expectTask({ Reason__c: 'Complaint' });
  await second.notes.fill(NOTES);
  await call.expectTask({ Description: NOTES });
});

test('a call while the panel was closed gets its Task at the next start', async ({
  agent,
  workbench
}) => {
  const call = await workbench.call({ attributes: { reason: 'Question' } });
  await call.agent('answer');
  await call.hangUp();
  await call.wrapUp('Resolved');

  await agent.begin();
  await call.expectTask({ CallDisposition: 'Resolved', Reason__c: 'Question', Type: 'Call' });
});

test('what changed while the panel was closed is corrected at the next start', async ({
  agent
}) => {
  const call = await agent.takeCall();
  await agent.page.goto('about:blank');

  await call.hangUp();
  await call.wrapUp('Escalated');
  await call.set({ reason: 'Complaint' });

  await agent.begin();
  await call.expectTask({ CallDisposition: 'Escalated', Reason__c: 'Complaint' });
});
