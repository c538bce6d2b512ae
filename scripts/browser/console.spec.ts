import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { violations } from './violations';

/** Opens the newest Task of the home page. */
async function openTask(page: Page): Promise<void> {
  await page
    .locator('console-list-view')
    .getByRole('link', { name: /^(Call|Chat) \d/ })
    .first()
    .click();
  await expect(page.locator('console-record-page h1')).toHaveText(/^(Call|Chat) \d/);
}

const fieldOf = (page: Page, name: string) =>
  page.locator(`console-record-page [data-field="${name}"]`);

test('the softphone is open at the first visit, and stays as it was left', async ({
  agent,
  workbench
}) => {
  const { page, panel } = agent;
  await page.goto(`${workbench.urls.console}/?user=agent`);
  await expect(panel.getByRole('link', { name: 'Sign In' })).toBeVisible();
  await page.getByRole('button', { name: 'Minimize' }).click();
  await expect(panel).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Softphone', exact: true })).toBeVisible();
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: 'Softphone', exact: true }).click();
  await page.reload();
  await expect(panel).toBeVisible();
});

test('tabs lead to lists, lists to records, at any width', async ({ agent }) => {
  const { page } = agent;
  await agent.open();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Minimize' }).click();

  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'All Contacts' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Blanche Stokes' }).click();
  await expect(page.getByRole('heading', { name: 'Blanche Stokes' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Activity' })).toContainText('No activities');
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Close the contact center' }).click();
  await page.setViewportSize({ width: 800, height: 720 });
  for (const part of ['console-header', 'console-navigation', 'console-record-page']) {
    const box = await page.locator(part).first().boundingBox();
    expect(box && box.x + box.width).toBeLessThanOrEqual(760);
  }
  await page.getByRole('button', { name: 'Open the contact center' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: 'Opportunities' }).click();
  await expect(page.getByRole('heading', { name: 'All Opportunities' })).toBeVisible();
});

test('a call placed by hand rings; its Task page follows the call and marks what changed', async ({
  agent
}) => {
  const { page } = agent;
  const drawer = page.getByRole('complementary', { name: 'Contact center' });
  await agent.begin();
  await drawer.getByRole('button', { name: 'Start', exact: true }).click();
  await agent.answer();
  await openTask(page);
  await expect(fieldOf(page, 'Queue__c')).toHaveText('Helpdesk');
  await expect(page.locator('.value.changed')).toHaveCount(0);

  await drawer.getByRole('textbox', { name: 'Attribute', exact: true }).fill('reason');
  await drawer.getByRole('textbox', { name: 'Value', exact: true }).fill('Upgrade');
  await drawer.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(fieldOf(page, 'Reason__c').locator('.changed')).toHaveText('Upgrade');
  await expect(page.locator('.value.changed')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  await drawer.getByRole('button', { name: 'Customer hangs up' }).click();
  await expect(fieldOf(page, 'CallDurationInSeconds')).toHaveText(/\d/);
});

test('what a person edits on the Task page stays, and a Task can be deleted', async ({
  agent,
  workbench
}) => {
  const { page } = agent;
  const call = await agent.takeCall();
  await call.expectTask({ Queue__c: 'Helpdesk', Reason__c: 'Upgrade' });
  await openTask(page);

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.locator('console-dialog');
  await dialog.getByRole('textbox', { name: 'Queue' }).fill('VIP desk');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(fieldOf(page, 'Queue__c')).toHaveText('VIP desk');

  await call.set({ reason: 'Complaint' });
  await call.expectTask({ Queue__c: 'VIP desk', Reason__c: 'Complaint' });

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await dialog.getByRole('spinbutton', { name: 'Wait' }).fill('-5');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText(/negative/i).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'All Tasks' })).toBeVisible();
  expect(await workbench.tasks()).toEqual([]);
});

test('the contact center asks for what a type needs, writes for the customer, plays scenarios', async ({
  agent
}) => {
  const { page } = agent;
  const drawer = page.getByRole('complementary', { name: 'Contact center' });
  const form = drawer.getByRole('form', { name: 'Start an interaction' });
  await agent.begin();
  await expect(form.getByLabel('Caller number')).toBeVisible();
  await form.getByLabel('Type').selectOption('WhatsApp');
  await expect(form.getByLabel('Caller number')).toHaveCount(0);
  await form.getByLabel('First message').fill('Is my order coming?');
  await form.getByRole('button', { name: 'Start', exact: true }).click();
  await agent.answer();

  const written = drawer.getByRole('list', { name: 'What was written' });
  await expect(written).toContainText('Is my order coming?');
  await drawer.getByRole('textbox', { name: 'Customer writes' }).fill('Hello?');
  await drawer.getByLabel('Attachment').selectOption('photo.jpg');
  await drawer.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(written).toContainText('Hello? [photo.jpg]');
  expect(await violations(page)).toEqual([]);
  await drawer.getByRole('button', { name: 'Customer leaves' }).click();

  await drawer.getByText('Play a scenario', { exact: true }).click();
  const play = drawer.getByRole('form', { name: 'Play a scenario' });
  await play.getByLabel('Scenario').selectOption('SMS about a router');
  await play.getByLabel('Speed').selectOption('four times faster');
  expect(await violations(page)).toEqual([]);
  await play.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(drawer.getByText('SMS ·').first()).toBeVisible();
});
