import { expect, test } from './fixture';

// What one agent may not see in Salesforce, and what somebody else does there while a call lasts.

test.describe('search', () => {
  const HIDDEN = { user: 'agent', read: false };

  test('without the object Lead: contacts are found all the same', async ({ agent, workbench }) => {
    await workbench.inSalesforce('object-access', { ...HIDDEN, object: 'Lead' });
    const call = await agent.takeCall();
    await agent.panel.getByRole('combobox', { name: 'Name' }).fill('Blanche');
    await agent.panel.getByRole('option', { name: /Blanche Stokes/ }).click();
    await call.expectTask({
      WhoId: await workbench.idOf('Contact', 'Blanche Stokes')
    });
  });

  test('without Opportunity and the subject of cases: a case is found by its number', async ({
    agent,
    workbench
  }) => {
    await workbench.inSalesforce('object-access', { ...HIDDEN, object: 'Opportunity' });
    await workbench.inSalesforce('field-access', { ...HIDDEN, field: 'Case.Subject' });
    await workbench.inSalesforce('field-access', { ...HIDDEN, field: 'Account.Industry' });
    await agent.takeCall();
    const relatedTo = agent.panel.getByRole('combobox', { name: 'Related To' });
    await relatedTo.fill('1041');
    await expect(agent.panel.getByRole('option', { name: /00001041/ })).toBeVisible();
    await relatedTo.fill('Meridian');
    await expect(agent.panel.getByRole('option', { name: /Meridian Freight/ })).toBeVisible();
  });

  test('offline: says that it did not work, never that nobody is there', async ({
    agent,
    context
  }) => {
    await agent.takeCall();
    await context.setOffline(true);
    const name = agent.panel.getByRole('combobox', { name: 'Name' });
    await name.fill('Blanche');
    await expect(agent.panel.getByText(/The search did not work/).first()).toBeVisible();
    await expect(agent.panel.getByText('No match')).toBeHidden();
    await context.setOffline(false);
    await name.fill('Blanche S');
    await expect(agent.panel.getByRole('option', { name: /Blanche Stokes/ })).toBeVisible();
    await name.fill('Zebulon');
    await expect(agent.panel.getByText('No match').first()).toBeVisible();
  });
});
