import { expect, test } from './fixture';

const { WORKBENCH_FLAGS = '' } = process.env;
test.skip(WORKBENCH_FLAGS.includes('--no-lws'), 'runs without Lightning Web Security');

// So that a run which lost Lightning Web Security is not taken for one with it: only the sandbox
// puts its namespace before the keys of what is stored, and keeps a loaded script's globals to itself.
test('the softphone lives in the sandbox of its namespace', async ({ agent }) => {
  await agent.takeCall();
  const { stored, globals } = await agent.page.evaluate(() => ({
    stored: Object.keys(localStorage).filter((key) => key.includes('softphone:')),
    globals: Object.keys(window)
  }));
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.filter((key) => !key.startsWith('LSKey[c]'))).toEqual([]);
  expect(globals).not.toContain('require');
});
