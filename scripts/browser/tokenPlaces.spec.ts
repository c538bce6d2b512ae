import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';

/**
 * Where the access token can be read by others: globals of the page and of the sandbox that all
 * components of a namespace share, and what is stored.
 */

/** Walks what hangs at a window; runs in the browser, in either realm. */
function placesOf(text: string, depth: number): string[] {
  const seen = new Set<unknown>();
  const found: string[] = [];
  const look = (value: unknown, path: string[]): void => {
    if (typeof value === 'string' && value.includes(text)) found.push(path.join('.'));
    if ((typeof value !== 'object' && typeof value !== 'function') || !value) return;
    if (path.length > depth || seen.has(value) || value instanceof Node) return;
    seen.add(value);
    for (const name of Object.keys(value)) {
      try {
        look((value as Record<string, unknown>)[name], [...path, name]);
      } catch {
        // Some getters want another receiver, some are closed to us.
      }
    }
  };
  look(window, []);
  return found;
}

const DEPTH = 6;

/** Added to the static resource, which runs in the sandbox: answers over an attribute of the page. */
const INSIDE = `
;(() => {
  const placesOf = ${placesOf.toString()};
  const root = document.documentElement;
  addEventListener('look-inside', () => {
    if (root.dataset.leave) window.leftHere = { client: { accessToken: root.dataset.token } };
    root.dataset.found = JSON.stringify(placesOf(root.dataset.token, ${DEPTH}));
    delete window.leftHere;
  });
})();`;

async function insideOf(page: Page, token: string, leave = ''): Promise<string[]> {
  return page.evaluate(
    ([text, left]) => {
      const { dataset } = document.documentElement;
      Object.assign(dataset, { token: text, leave: left });
      window.dispatchEvent(new Event('look-inside'));
      const found = dataset.found;
      for (const name of Object.keys(dataset)) delete dataset[name];
      if (found === undefined) throw new Error('nobody looked in the sandbox');
      return JSON.parse(found) as string[];
    },
    [token, leave]
  );
}

test('the token hangs at no global and is not stored', async ({ agent, page }) => {
  const sdk = readFileSync('force-app/main/default/staticresources/genesysCloudSdk.js', 'utf8');
  await page.route(/genesysCloudSdk/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: sdk + INSIDE })
  );
  const answer = page.waitForResponse(/oauth\/token/);
  await agent.begin();
  const { access_token: token } = (await (await answer).json()) as { access_token: string };
  expect(token.length).toBeGreaterThan(10);

  await page.evaluate(`window.placesOf = ${placesOf.toString()}`);
  const outside = () => page.evaluate(`placesOf(${JSON.stringify(token)}, ${DEPTH})`);
  expect(await outside()).toEqual([]);
  expect(await insideOf(page, token)).toEqual([]);
  const stored = await page.evaluate(() => [
    ...Object.entries(localStorage),
    ...Object.entries(sessionStorage)
  ]);
  expect(stored.flat().filter((text) => text.includes(token))).toEqual([]);

  // The search finds what is there.
  await page.evaluate(`window.leftHere = { client: { accessToken: ${JSON.stringify(token)} } }`);
  expect(await outside()).toEqual(['leftHere.client.accessToken']);
  await page.evaluate('delete window.leftHere');
  expect(await insideOf(page, token, 'yes')).toEqual(['leftHere.client.accessToken']);
});
