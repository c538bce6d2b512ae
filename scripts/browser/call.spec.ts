import { Console } from './console';
import { expect, test } from './fixture';
import { violations } from './violations';

/** What the agent and the org see of one call, from the sign-in to a change after its end. */
test(
  'a call becomes a Task and stays right, also after the end',
  { tag: '@shadow' },
  async ({ agent, workbench }) => {
    const { panel } = agent;
    await agent.begin();
    await expect(panel.getByText('No interactions')).toBeVisible();

    const call = await workbench.call({ attributes: { reason: 'Upgrade', policyNumber: 'P-100' } });
    await agent.answer();
    await call.expectTask({
      CallType: 'Inbound',
      Type: 'Call',
      Description: null,
      CallDurationInSeconds: null,
      Queue__c: 'Helpdesk',
      Caller_Phone__c: '+13175550106',
      Reason__c: 'Upgrade',
      Internal__c: false
    });
    const created = await call.task();
    expect(created['Subject']).toMatch(/^Call \d+\/\d+\/\d{4}, \d+:\d\d:\d\d [AP]M$/);
    expect(created['Wait__c']).toBeGreaterThanOrEqual(3);
    await expect(agent.saved).toBeVisible();

    await call.set({ reason: 'Complaint' });
    await call.expectTask({ Reason__c: 'Complaint' });

    await agent.button('Hold').click();
    await expect(panel.getByText('On hold')).toBeVisible();
    await agent.button('Resume').click();
    await expect(panel.getByText('Connected', { exact: true })).toBeVisible();

    await call.hangUp();
    await call.expectEnded();

    await call.set({ reason: 'Question' });
    await call.expectTask({ Reason__c: 'Question' });

    await agent.choose('Wrap-up');
    await call.expectTask({ CallDisposition: expect.stringMatching(/\w/) });
  }
);

test('a field hidden from the agent is left out, the rest is saved, and the panel says so', async ({
  agent
}) => {
  const { panel } = agent;
  const call = await agent.takeCall({ attributes: { policyNumber: 'P-100' } });
  await call.expectTask({ Reason__c: 'Upgrade', Policy__c: null });
  await expect(panel.getByText('1 left out')).toBeVisible();
  await panel.getByRole('button', { name: 'Log' }).click();
  await expect(panel.getByText('Policy__c')).toBeVisible();
  await expect(panel.getByText('You have no access to this field')).toBeVisible();
});

test('a second agent gets a Task of their own after a transfer', async ({
  agent,
  workbench,
  browser
}) => {
  const { panel } = agent;
  const other = await browser.newContext();
  const second = new Console(await other.newPage(), workbench);
  await second.begin('agent2', 'Ben Okafor');
  const call = await agent.takeCall();

  await agent.button('Transfer').click();
  await panel.getByRole('combobox', { name: 'Transfer to' }).fill('Ben');
  await panel.getByRole('option', { name: /Ben Okafor/ }).click();
  await agent.button('Transfer').last().click();
  await second.answer();

  await expect.poll(async () => (await workbench.tasks()).length).toBe(2);
  const [first, next] = await workbench.tasks();
  expect(next?.['CallObject']).toBe(call.id);
  expect(next?.['Interaction_Key__c']).not.toBe(first?.['Interaction_Key__c']);
  expect(next?.['OwnerId']).not.toBe(first?.['OwnerId']);
  await call.expectEnded();
  await other.close();
});

test('Name and Related To are found and saved', { tag: '@shadow' }, async ({ agent }) => {
  const call = await agent.takeCall();
  await call.expectTask({ WhoId: null });

  await agent.choose('Name');
  await agent.choose('Related To');
  await call.expectTask({
    WhoId: expect.stringMatching(/^003/),
    WhatId: expect.stringMatching(/^500/)
  });
});

test('Done ends the after-call work in Genesys Cloud too, and the call does not come back', async ({
  agent,
  workbench
}) => {
  const { panel } = agent;
  const call = await agent.takeCall();
  await call.hangUp();
  await agent.button('Done').click();
  await expect(panel.getByText('No interactions')).toBeVisible();
  await call.expectTask({ Status: 'Completed' });
  const { participants } = await workbench.center('GET', `/conversations/${call.id}`);
  const own = participants.find(({ purpose }) => purpose === 'agent');
  expect(own?.afterCallWork?.endTime).toBeDefined();

  await agent.comeBack();
  await panel.getByRole('tab', { name: 'Today' }).click();
  await expect(panel.getByRole('button', { name: /Blanche Stokes/ })).toBeVisible();
  await panel.getByRole('tab', { name: 'Interactions' }).click();
  await expect(panel.getByText('No interactions')).toBeVisible();
});

test(
  'nothing in the console or the panel is out of reach',
  { tag: '@shadow' },
  async ({ agent, workbench }) => {
    const { page, panel } = agent;
    await agent.open();
    await expect(panel.getByRole('link', { name: 'Sign In' })).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await agent.signIn();
    await workbench.call();
    await expect(agent.button('Answer')).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await agent.answer();
    await expect(agent.saved).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await panel.getByRole('button', { name: 'Log' }).click();
    await expect(panel.getByText('Task as saved')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
);

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('presences have the names of the agent’s language', async ({ agent }) => {
    await agent.begin();
    const menu = agent.panel.getByRole('button', { name: /In der Warteschlange/ });
    await menu.click();
    await agent.panel.getByRole('menuitemcheckbox', { name: 'Essen' }).click();
    await expect(agent.panel.getByRole('button', { name: /Essen/ })).toBeVisible();
    await expect(agent.panel.getByRole('button', { name: /MEAL|Meal/ })).toHaveCount(0);
  });
});
