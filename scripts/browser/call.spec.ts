import AxeBuilder from '@axe-core/playwright';
import { Console, expect, pick, test } from './workbench';

/** What the agent and the org see of one call, from the sign-in to a change after its end. */
test('a call becomes a Task and stays right, also after the end', async ({
  agentConsole,
  workbench
}) => {
  const { panel } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  await expect(panel.getByText('No interactions')).toBeVisible();

  const { id } = await workbench.call({
    attributes: { reason: 'Upgrade', policyNumber: 'P-100' }
  });
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({
    CallObject: id,
    CallType: 'Inbound',
    Type: 'Call',
    Description: null,
    CallDurationInSeconds: null,
    Queue__c: 'Helpdesk',
    Caller_Phone__c: '+13175550106',
    Reason__c: 'Upgrade',
    Internal__c: false
  });
  const [created] = await workbench.tasks();
  expect(created?.['Subject']).toMatch(/^Call \d+\/\d+\/\d{4}, \d+:\d\d:\d\d [AP]M$/);
  expect(created?.['Wait__c']).toBeGreaterThanOrEqual(3);
  await expect(panel.getByText(/^Saved/)).toBeVisible();

  await workbench.center('POST', `/conversations/${id}/attributes`, {
    attributes: { reason: 'Complaint' }
  });
  await workbench.expectTask({ Reason__c: 'Complaint' });

  await panel.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(panel.getByText('On hold')).toBeVisible();
  await panel.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(panel.getByText('Connected', { exact: true })).toBeVisible();

  await workbench.center('POST', `/conversations/${id}/customer`, { action: 'hangUp' });
  await expect
    .poll(async () => (await workbench.tasks())[0]?.['CallDurationInSeconds'])
    .toBeGreaterThanOrEqual(0);

  await workbench.center('POST', `/conversations/${id}/attributes`, {
    attributes: { reason: 'Question' }
  });
  await workbench.expectTask({ Reason__c: 'Question' });

  await panel.getByRole('combobox', { name: 'Wrap-up' }).click();
  await panel.getByRole('option').first().click();
  await expect
    .poll(async () => (await workbench.tasks())[0]?.['CallDisposition'])
    .toEqual(expect.stringMatching(/\w/));
  expect(await workbench.tasks()).toHaveLength(1);
});

test('a field hidden from the agent is left out, the rest is saved, and the panel says so', async ({
  agentConsole,
  workbench
}) => {
  const { panel } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  await workbench.call({ attributes: { policyNumber: 'P-100', reason: 'Upgrade' } });
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({ Reason__c: 'Upgrade', Policy__c: null });
  await expect(panel.getByText('1 left out')).toBeVisible();
  await panel.getByRole('button', { name: 'Log' }).click();
  await expect(panel.getByText('Policy__c')).toBeVisible();
  await expect(panel.getByText('You have no access to this field')).toBeVisible();
});

test('a second agent gets a Task of their own after a transfer', async ({
  agentConsole,
  workbench,
  browser
}) => {
  await agentConsole.open();
  await agentConsole.signIn();
  const other = await browser.newContext();
  const second = new Console(await other.newPage(), workbench.urls);
  await second.open('agent2');
  await second.signIn('Ben Okafor');

  const { id } = await workbench.call();
  await agentConsole.panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({ CallObject: id });

  await agentConsole.panel.getByRole('button', { name: 'Transfer', exact: true }).click();
  await agentConsole.panel.getByRole('combobox', { name: 'Transfer to' }).fill('Ben');
  await agentConsole.panel.getByRole('option', { name: /Ben Okafor/ }).click();
  await agentConsole.panel.getByRole('button', { name: 'Transfer', exact: true }).last().click();
  await second.panel.getByRole('button', { name: 'Answer', exact: true }).click();

  await expect.poll(async () => (await workbench.tasks()).length).toBe(2);
  const [first, next] = await workbench.tasks();
  expect(next?.['CallObject']).toBe(id);
  expect(next?.['Interaction_Key__c']).not.toBe(first?.['Interaction_Key__c']);
  expect(next?.['OwnerId']).not.toBe(first?.['OwnerId']);
  await expect
    .poll(async () => (await workbench.tasks())[0]?.['CallDurationInSeconds'])
    .toBeGreaterThanOrEqual(0);
  await other.close();
});

test('a reload in mid-call keeps the one Task, the notes, and goes on with it', async ({
  agentConsole,
  workbench
}) => {
  const { panel } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  const { id } = await workbench.call({ attributes: { reason: 'Upgrade' } });
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Notes' }).fill('Wants a call back');
  await workbench.expectTask({ Description: 'Wants a call back' });

  await agentConsole.reload();
  await workbench.center('POST', `/conversations/${id}/attributes`, {
    attributes: { reason: 'Complaint' }
  });
  await agentConsole.signIn();
  await expect(panel.getByRole('textbox', { name: 'Notes' })).toHaveValue('Wants a call back');
  await workbench.expectTask({
    CallObject: id,
    Reason__c: 'Complaint',
    Description: 'Wants a call back'
  });
});

test('Name and Related To are found and saved', async ({ agentConsole, workbench }) => {
  const { panel } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  await workbench.call();
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await workbench.expectTask({ WhoId: null });

  await panel.getByRole('combobox', { name: 'Name' }).click();
  await panel.getByRole('option').first().click();
  await panel.getByRole('combobox', { name: 'Related To' }).click();
  await panel.getByRole('option').first().click();
  await expect
    .poll(async () => pick((await workbench.tasks())[0] ?? {}, ['WhoId', 'WhatId']))
    .toEqual({ WhoId: expect.stringMatching(/^003/), WhatId: expect.stringMatching(/^500/) });
});

test('nothing in the console or the panel is out of reach', async ({ agentConsole, workbench }) => {
  const { page, panel } = agentConsole;
  const violations = async () => {
    const { violations: found } = await new AxeBuilder({ page }).analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  };
  await agentConsole.open();
  await expect(panel.getByRole('button', { name: 'Sign In' })).toBeVisible();
  expect(await violations()).toEqual([]);

  await agentConsole.signIn();
  await workbench.call();
  await expect(panel.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();
  expect(await violations()).toEqual([]);

  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(panel.getByText(/^Saved/)).toBeVisible();
  expect(await violations()).toEqual([]);

  await panel.getByRole('button', { name: 'Log' }).click();
  await expect(panel.getByText('Task as saved')).toBeVisible();
  expect(await violations()).toEqual([]);
});
