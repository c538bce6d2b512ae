import { expect, test } from './fixture';

/** The way from the panel to Genesys Cloud and back, as an agent goes it. */

test('with the keyboard alone', async ({ agent, page }) => {
  await agent.open();
  await agent.link('Sign In').focus();
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('Enter');
  const window = await opening;
  await Promise.all([
    window.waitForEvent('close'),
    window.getByRole('button', { name: 'Ana Ruiz' }).press('Enter')
  ]);
  await agent.expectSignedIn();
});

test('a window closed half-way: the link opens it again', async ({ agent, page }) => {
  await agent.open();
  for (const link of ['Sign In', 'Open It Again']) {
    const opening = page.waitForEvent('popup');
    await agent.link(link).click();
    await (await opening).close();
  }
  await agent.signIn('Ana Ruiz', 'Open It Again');
});

test('refused on the page: says so, and the next try is good', async ({ agent, page }) => {
  await agent.open();
  const opening = page.waitForEvent('popup');
  await agent.link('Sign In').click();
  await (await opening).getByRole('button', { name: 'Cancel' }).click();
  await expect(agent.panel.getByRole('alert')).toContainText('Genesys Cloud refused the sign-in.');
  await agent.signIn();
});
