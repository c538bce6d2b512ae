import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixture';
import { violations } from './violations';
import type { Workbench } from './workbench';

/** Softphone Setup in a tab of the admin's own, the panel folded away. */
async function openSetup(browser: BrowserContext, { urls }: Workbench): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${urls.console}/lightning/n/Softphone_Setup?user=admin`);
  const softphone = page.getByRole('button', { name: 'Softphone', exact: true });
  if ((await softphone.getAttribute('aria-pressed')) !== 'false') await softphone.click();
  await expect(page.getByRole('heading', { name: 'Softphone Setup' })).toBeVisible();
  return page;
}

async function settingsId(workbench: Workbench): Promise<string | undefined> {
  const answer = await workbench.query<{
    data: { uiapi: { query: { Softphone_Settings__c: { edges: { node: { Id: string } }[] } } } };
  }>('query { uiapi { query { Softphone_Settings__c(first: 2) { edges { node { Id } } } } } }');
  const { edges } = answer.data.uiapi.query.Softphone_Settings__c;
  expect(edges.length).toBeLessThan(2);
  return edges[0]?.node.Id;
}

test(
  'a mapping an admin adds fills the field of the next call; removed, Undo brings it back',
  { tag: '@shadow' },
  async ({ agent, workbench, browser }) => {
    const page = await openSetup(await browser.newContext(), workbench);
    const row = page.getByRole('row', { name: /Participant\.email/ });

    await page.getByRole('button', { name: 'New Mapping' }).click();
    await page.getByRole('combobox', { name: 'Interaction Attribute' }).fill('email');
    await page.getByRole('option', { name: /Participant\.email/ }).click();
    await page.getByRole('combobox', { name: 'Task Field' }).fill('Caller Email');
    await page.getByRole('option', { name: /Caller_Email__c/ }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText('Caller_Email__c');

    await row.getByRole('button', { name: /^Remove/ }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toContainText('Good');
    expect(await violations(page)).toEqual([]);

    const call = await agent.takeCall({ attributes: { email: 'blanche.stokes@example.com' } });
    await call.expectTask({ Caller_Email__c: 'blanche.stokes@example.com' });
    await page.context().close();
  }
);

test('a setting is changed, checked before it is saved, and reaches the next call', async ({
  agent,
  workbench,
  browser
}) => {
  const page = await openSetup(await browser.newContext(), workbench);
  await page.getByRole('tab', { name: 'Settings' }).click();
  const url = page.getByRole('textbox', { name: 'Interaction URL' });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await expect(page.getByText('All changes saved')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await url.fill('https://crm.example.com/{region}/{id}');
  await expect(page.getByText('Unsaved: 1')).toBeVisible();
  await save.click();
  const problems = page.getByRole('alert').filter({ hasText: 'Nothing was saved yet' });
  await expect(problems).toContainText('{id}');
  await expect(url).toBeFocused();
  expect(await violations(page)).toEqual([]);

  await url.fill('https://crm.example.com/{region}/{conversationId}');
  await url.press('Tab');
  await expect(problems).toHaveCount(0);
  await save.press('Enter');
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await expect(page.getByText('All changes saved')).toBeVisible();

  const call = await agent.takeCall();
  await call.expectTask({ Page__c: `https://crm.example.com/mypurecloud.com/${call.id}` });
  await page.context().close();
});

test('a softphone open in another tab follows mappings and settings within seconds', async ({
  agent,
  workbench
}) => {
  const attributes = { email: 'blanche.stokes@example.com' };
  const call = await agent.takeCall({ attributes });
  await call.expectTask({ Caller_Email__c: null });
  const page = await openSetup(agent.page.context(), workbench);

  await page.getByRole('button', { name: 'New Mapping' }).click();
  await page.getByRole('combobox', { name: 'Interaction Attribute' }).fill('email');
  await page.getByRole('option', { name: /Participant\.email/ }).click();
  await page.getByRole('combobox', { name: 'Task Field' }).fill('Caller Email');
  await page.getByRole('option', { name: /Caller_Email__c/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await call.expectTask({ Caller_Email__c: attributes.email });

  await page.getByRole('tab', { name: 'Settings' }).click();
  const url = page.getByRole('textbox', { name: 'Interaction URL' });
  await url.fill('https://crm.example.com/{conversationId}');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await call.expectTask({ Page__c: `https://crm.example.com/${call.id}` });

  // What the connection is made of is for the next sign-in: the call goes on.
  await page.getByRole('textbox', { name: 'Client Id' }).fill('another-client');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('All changes saved')).toBeVisible();
  await call.set({ reason: 'Complaint' });
  await call.expectTask({ Reason__c: 'Complaint' });
});

test('a change made in another browser is read when the softphone is looked at again', async ({
  agent,
  workbench,
  browser
}) => {
  await agent.page.clock.install();
  const call = await agent.takeCall();
  const page = await openSetup(await browser.newContext(), workbench);
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page
    .getByRole('textbox', { name: 'Interaction URL' })
    .fill('https://crm.example.com/{conversationId}');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('All changes saved')).toBeVisible();

  await agent.page.clock.runFor(60_000);
  await agent.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await call.expectTask({ Page__c: `https://crm.example.com/${call.id}` });
  await page.context().close();
});

test('an org without settings is set up by hand, and an agent signs in', async ({
  agent,
  workbench,
  browser
}) => {
  await workbench.delete(String(await settingsId(workbench)));
  const page = await openSetup(await browser.newContext(), workbench);
  await page.getByRole('button', { name: 'Open Settings' }).click();
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await page.getByRole('combobox', { name: 'Region' }).click();
  await page.getByRole('option', { name: 'EMEA (Ireland) · mypurecloud.ie' }).click();
  await page.getByRole('textbox', { name: 'Client Id' }).fill('local-softphone');
  await expect(page.getByRole('textbox', { name: 'Redirect URL' })).toHaveValue(
    `${workbench.urls.visualforce}/apex/GenesysSignIn`
  );
  await page.getByRole('button', { name: 'Advanced' }).click();
  await page.getByRole('textbox', { name: 'Gateway' }).fill(workbench.urls.genesys);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The softphone is set up.')).toBeVisible();
  expect(await settingsId(workbench)).toBeDefined();

  const call = await agent.takeCall();
  await call.expectTask({ Queue__c: 'Helpdesk' });
  await page.context().close();
});
