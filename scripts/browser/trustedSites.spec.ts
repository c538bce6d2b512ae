import { expect, test } from './fixture';

// The simulated Genesys Cloud is reached through records of the customer's, as a region would be.

const NAMES = ['Simulated_Genesys_Https', 'Simulated_Genesys_Wss'] as const;

test.afterEach(async ({ workbench }) => {
  for (const name of NAMES) await workbench.trust(name, true);
});

test('without the trusted site for https nobody signs in', async ({ agent, workbench }) => {
  await workbench.trust('Simulated_Genesys_Https', false);
  await agent.open();
  await agent.passSignIn();
  await expect(agent.panel.getByText(/cannot be reached/i).first()).toBeVisible();
  await expect(agent.panel.getByRole('button', { name: 'Ana Ruiz Account' })).toBeHidden();
});

test('without the trusted site for wss no notification arrives', async ({ agent, workbench }) => {
  await workbench.trust('Simulated_Genesys_Wss', false);
  const refused = agent.page.waitForEvent('console', (message) =>
    /Content Security Policy.*connect-src/s.test(message.text())
  );
  await agent.begin();
  expect((await refused).text()).toContain('ws://127.0.0.1');
  await expect(agent.panel.getByText('Connecting to Genesys Cloud')).toBeVisible();
});
