import { Console } from './console';
import { expect, test } from './fixture';
import type { Conversation } from './conversation';
import type { Workbench } from './workbench';

// What stays in the browser, what tabs tell each other, and whose Task is written.

const NOTES = 'Her sister calls back on Friday';
const API = '/services/data/v66.0/ui-api/records';

const stored = (agent: Console): Promise<Record<string, string>> =>
  agent.page.evaluate(() => ({ ...localStorage }) as Record<string, string>);

async function keyOf(workbench: Workbench, call: Conversation): Promise<string> {
  const { participants } = await workbench.center<{
    participants: { id: string; purpose: string }[];
  }>('GET', `/conversations/${call.id}`);
  const mine = participants.filter(({ purpose }) => purpose === 'agent').at(-1);
  return `${call.id}:${mine!.id}`;
}

/** Somebody else's Task that carries the key of the alert. */
async function foreignTask(workbench: Workbench, call: Conversation): Promise<string> {
  const fields = { Subject: 'Not yours', Interaction_Key__c: await keyOf(workbench, call) };
  const { id } = await workbench.org<{ id: string }>('POST', API, { apiName: 'Task', fields });
  return id;
}

test('notes are in the browser only until the Task holds them, and come back from it', async ({
  agent
}) => {
  const call = await agent.takeCall();
  await agent.notes.fill(NOTES);
  await call.expectTask({ Description: NOTES });
  await expect.poll(async () => JSON.stringify(await stored(agent))).not.toContain(NOTES);

  await agent.comeBack();
  await expect(agent.notes).toHaveValue(NOTES);
  await agent.notes.fill(`${NOTES}, at 5`);
  await call.expectTask({ Description: `${NOTES}, at 5` });
});

test('what is typed in one tab shows in the Notes of the other', async ({ agent, workbench }) => {
  const call = await agent.takeCall();
  const second = new Console(await agent.page.context().newPage(), workbench);
  await second.begin();
  await expect(second.notes).toHaveValue('');
  await second.notes.fill(NOTES);
  await expect(agent.notes).toHaveValue(NOTES);
  await call.expectTask({ Description: NOTES });

  await agent.notes.fill(`${NOTES}, at 5`);
  await expect(second.notes).toHaveValue(NOTES);
  await second.notes.blur();
  await expect(second.notes).toHaveValue(`${NOTES}, at 5`);
});

test('after a sign-out nothing saved is left in the browser', async ({ agent }) => {
  const call = await agent.takeCall();
  await agent.notes.fill(NOTES);
  await call.expectTask({ Description: NOTES });
  await expect(agent.saved).toBeVisible();
  await agent.panel.getByRole('button', { name: 'Ana Ruiz Account' }).click();
  await agent.panel.getByRole('menuitem', { name: 'Sign Out' }).click();
  await expect(agent.link('Sign In')).toBeVisible();
  const left = Object.entries(await stored(agent)).filter(([name]) => /:(leg|choices):/.test(name));
  expect(left).toEqual([]);
});

test('a forged journal entry does not keep a call from being logged', async ({
  agent,
  workbench
}) => {
  await agent.begin();
  const call = await workbench.call({ attributes: { reason: 'Upgrade' } });
  const key = await keyOf(workbench, call);
  await agent.answer();
  await call.expectTask({ Reason__c: 'Upgrade' });
  await expect(agent.saved).toBeVisible();
  await agent.page.evaluate((leg) => {
    const name = Object.keys(localStorage).find((item) => item.endsWith(`:leg:${leg}`))!;
    const forged = { key: leg, gone: true, taskId: '00T000000000009AAA', lost: [null], written: 7 };
    localStorage.setItem(name, JSON.stringify({ ...forged, watchUntil: 253402300799000 }));
    localStorage.setItem(name.replace(leg, 'x:y'), '[[[');
  }, key);
  await agent.comeBack();
  await call.set({ reason: 'Complaint' });
  await call.expectTask({ Reason__c: 'Complaint' });
});

test('somebody else’s Task with our key is left alone, and the agent is told', async ({
  agent,
  workbench
}) => {
  await agent.begin();
  const call = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await expect(agent.button('Answer')).toBeVisible();
  const id = await foreignTask(workbench, call);
  await agent.answer();
  await agent.notes.fill(NOTES);
  await expect(
    agent.panel.getByText(/Somebody else’s Task carries this interaction/)
  ).toBeVisible();
  expect(await workbench.task(id)).toMatchObject({ Subject: 'Not yours', Description: null });
});

test('one that can’t be seen is looked for twice, then the agent is told', async ({
  agent,
  workbench
}) => {
  await workbench.org('POST', '/workbench/salesforce/sharing', {
    object: 'Task',
    sharing: 'private'
  });
  await agent.begin();
  const call = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await expect(agent.button('Answer')).toBeVisible();
  const id = await foreignTask(workbench, call);
  await agent.answer();
  await expect(agent.panel.getByText(/needs you/i).first()).toBeVisible({ timeout: 20_000 });
  expect(await workbench.task(id)).toMatchObject({ Subject: 'Not yours' });
});
