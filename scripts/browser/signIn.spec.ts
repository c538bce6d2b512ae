import type { BrowserContext, Page } from '@playwright/test';
import { Console } from './console';
import { expect, test } from './fixture';
import type { Workbench } from './workbench';

/** The way from the panel to Genesys Cloud and back, as an agent goes it. */

test('with the keyboard alone', { tag: '@shadow' }, async ({ agent, page }) => {
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

test.describe('where the window loses its opener', () => {
  test('by the login page: our own tab hands the answer over', async ({
    agent,
    page,
    workbench
  }) => {
    await workbench.center('PATCH', '/settings', { isolateLogin: true });
    await agent.open();
    const opening = page.waitForEvent('popup');
    await agent.link('Sign In').click();
    const window = await opening;
    await window.getByRole('button', { name: 'Ana Ruiz' }).click();
    await agent.expectSignedIn();
    await expectNoCode(window);
  });

  test('in a tab opened by hand', async ({ agent, context }) => {
    await agent.open();
    const address = await agent.link('Sign In').getAttribute('href');
    const tab = await context.newPage();
    await tab.goto(address!);
    await tab.getByRole('button', { name: 'Ana Ruiz' }).click();
    await agent.expectSignedIn();
    await expectNoCode(tab);
  });

  test('an answer that no softphone waits for changes nothing', async ({
    agent,
    context,
    workbench
  }) => {
    await agent.open();
    const tab = await context.newPage();
    await tab.goto(`${workbench.urls.visualforce}/apex/GenesysSignIn?code=c-1&state=s-1`);
    await expect(tab.getByText('was opened without it')).toBeVisible({ timeout: 15_000 });
    await expectNoCode(tab);
    await expect(agent.link('Sign In')).toBeVisible();
  });
});

test.describe('a foreign page', () => {
  const EVIL = 'http://evil.localhost:9';

  /** A page of somebody else's, which keeps whatever it is told. */
  async function openForeign(context: BrowserContext): Promise<Page> {
    const script = `window.heard = []; addEventListener('message', (event) => heard.push(event.data));`;
    await context.route(`${EVIL}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<script>${script}</script><body>` })
    );
    const page = await context.newPage();
    await page.goto(EVIL);
    return page;
  }

  /** Genesys Cloud knows the agent by its cookie and asks nothing: the code comes at once. */
  function authorize({ urls }: Workbench): string {
    const query = new URLSearchParams({
      client_id: 'local-softphone',
      redirect_uri: `${urls.visualforce}/apex/GenesysSignIn`,
      response_type: 'code',
      code_challenge: 'A'.repeat(43),
      code_challenge_method: 'S256',
      state: 'of-the-foreign-page',
      login_hint: 'agent'
    });
    return `${urls.genesys}/oauth/authorize?${query.toString()}`;
  }

  test('gets no code from a window it opens', async ({ context, workbench }) => {
    const foreign = await openForeign(context);
    const opening = foreign.waitForEvent('popup');
    await foreign.evaluate(`void open(${JSON.stringify(authorize(workbench))})`);
    const window = await opening;
    // It tells the softphone, which is not there, and closes.
    if (!window.isClosed()) await window.waitForEvent('close');
    expect(await foreign.evaluate('heard')).toEqual([]);
  });

  test('gets no code from a frame, where an org lets the page be framed', async ({
    context,
    workbench
  }) => {
    const page = `${workbench.urls.visualforce}/apex/GenesysSignIn`;
    const tab = await context.newPage();
    const body = await (await tab.goto(page))!.text();
    await context.route(`${page}*`, (route) => route.fulfill({ contentType: 'text/html', body }));
    const foreign = await openForeign(context);
    await foreign.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, `${page}?code=c-1&state=s-1`);
    const frame = foreign.frameLocator('iframe');
    await expect(frame.getByText('was opened without it')).toBeVisible();
    expect(await foreign.evaluate('heard')).toEqual([]);
  });

  test('posts a code of its own, even with the right state: nobody is signed in', async ({
    context,
    workbench
  }) => {
    const foreign = await openForeign(context);
    const opening = foreign.waitForEvent('popup');
    const victim = JSON.stringify(`${workbench.urls.console}/?user=agent`);
    await foreign.evaluate(`void (window.victim = open(${victim}))`);
    const theirs = new Console(await opening, workbench);
    const link = theirs.link('Sign In');
    await link.waitFor({ state: 'attached' });
    const offered = async () =>
      new URL((await link.getAttribute('href'))!).searchParams.get('state');
    const state = await offered();
    const asked: string[] = [];
    theirs.page.on('request', (request) => void asked.push(request.url()));
    const message = JSON.stringify({ type: 'genesys-sign-in', code: 'theirs', state });
    await foreign.evaluate(`window.victim.postMessage(${message}, '*')`);
    await theirs.page.waitForTimeout(500);
    expect(asked.filter((url) => url.includes('/oauth/token'))).toEqual([]);
    expect(await offered()).toBe(state);
  });
});

async function expectNoCode(window: Page): Promise<void> {
  if (!window.isClosed())
    await expect.poll(() => (window.isClosed() ? '' : window.url())).not.toMatch(/code/);
}
