import type { Console } from './console';
import { expect, test } from './fixture';

/** Who signs in to Genesys Cloud, and where: the wrong person, the wrong address, settings gone bad. */

const BEN = 'ben.okafor@example.com';
const ANA = 'ana.ruiz@example.com';

async function signOut(agent: Console): Promise<void> {
  await agent.panel.getByRole('button', { name: 'Ana Ruiz Account' }).click();
  await agent.panel.getByRole('menuitem', { name: 'Sign Out' }).click();
}

test.describe('somebody else signs in to Genesys Cloud', () => {
  test('warned: the panel names both, and works', async ({ agent }) => {
    await agent.open();
    await agent.signIn('Ben Okafor');
    const notice = agent.panel.getByText('You are signed in to Genesys Cloud as');
    await expect(notice).toContainText(BEN);
    await expect(notice).toContainText(ANA);
  });

  test('ignored: nothing is said', async ({ agent, workbench }) => {
    await workbench.configure({ Identity_Check__c: 'Ignore' });
    await agent.open();
    await agent.signIn('Ben Okafor');
    await expect(agent.panel.getByText(BEN)).toHaveCount(0);
  });

  test('refused: signed out at once, nothing written; the next one is asked who it is', async ({
    agent,
    workbench,
    page
  }) => {
    await workbench.configure({ Identity_Check__c: 'Refuse' });
    await workbench.settings({ rememberLogin: true });
    await agent.open();
    const stored = () => page.evaluate(() => Object.keys(localStorage).sort());
    const before = await stored();
    await agent.passSignIn('Ben Okafor');
    const problem = agent.panel.getByRole('alert');
    await expect(problem).toContainText(BEN);
    await expect(problem).toContainText(ANA);
    await expect(agent.link('Sign In')).toHaveAttribute('href', /[?&]prompt=login(&|$)/);
    const call = await workbench.call({ agent: 'agent2' });
    await call.agent('answer');
    await page.waitForTimeout(500);
    expect(await workbench.tasks()).toEqual([]);
    expect(await stored()).toEqual(before);
    // Genesys Cloud still knows Ben by his cookie.
    await agent.signIn('Ana Ruiz');
    await expect(agent.panel.getByText(BEN)).toHaveCount(0);
  });
});

test('after a sign-out Genesys Cloud asks again who it is, before not', async ({
  agent,
  workbench,
  page
}) => {
  await workbench.settings({ rememberLogin: true });
  await agent.begin();
  await agent.reload();
  const opening = page.waitForEvent('popup');
  await agent.link('Sign In').click();
  await opening;
  // By the cookie alone.
  await agent.expectSignedIn();
  await signOut(agent);
  await expect(agent.link('Sign In')).toHaveAttribute('href', /[?&]prompt=login(&|$)/);
  await agent.signIn();
});

test('the host of the sign-in is shown where it is none of Genesys', async ({
  agent,
  workbench
}) => {
  const words = agent.panel.getByText('You will sign in at');
  await agent.open();
  await expect(words).toContainText(new URL(workbench.urls.genesys).host);
  await workbench.configure({ Gateway__c: null, Region__c: 'pure.evil.example.com' });
  await agent.reload();
  await expect(words).toContainText('login.pure.evil.example.com');
  await workbench.configure({ Region__c: 'mypurecloud.ie' });
  await agent.reload();
  await expect(agent.link('Sign In')).toHaveAttribute(
    'href',
    /^https:\/\/login\.mypurecloud\.ie\//
  );
  await expect(words).toHaveCount(0);
});

test.describe('a settings record gone bad: the panel says which setting', () => {
  const cases: [field: string, value: string, words: string][] = [
    ['Region__c', 'mypurecloud.ie@evil.example.com', 'The Region in Softphone Setup'],
    ['Gateway__c', 'https://user:secret@gw.example.com', 'The Gateway in Softphone Setup'],
    ['Gateway__c', 'gw', 'The Gateway in Softphone Setup'],
    ['Redirect_Url__c', 'https://evil.example.com/apex/GenesysSignIn', 'The Redirect URL in'],
    ['Redirect_Url__c', 'not an address', 'The Redirect URL in'],
    ['Client_Id__c', 'id&scope=all', 'The Client Id in Softphone Setup']
  ];
  for (const [field, value, words] of cases)
    test(`${field} ${value}`, async ({ agent, workbench, page }) => {
      const thrown: Error[] = [];
      page.on('pageerror', (error) => thrown.push(error));
      await workbench.configure({ [field]: value });
      await agent.open();
      await expect(agent.panel.getByText(words)).toBeVisible();
      await expect(agent.link('Sign In')).toHaveCount(0);
      expect(thrown).toEqual([]);
    });

  test('watch hours out of all bounds are brought back, and the support log says so', async ({
    agent,
    workbench
  }) => {
    await workbench.configure({ Watch_Hours__c: 9999 });
    await agent.takeCall();
    await agent.openSupportLog();
    await expect(agent.panel.getByText(/Watch_Hours__c 9999, taken as 8760/)).toBeVisible();
  });
});
