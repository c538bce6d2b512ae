import { expect, test } from './fixture';
import type { Workbench } from './workbench';

// Refusals of Salesforce that are not about the Task alone: records of others, rules across fields,
// triggers that quote other errors, and Tasks that the agent can't see.

test.describe('a record that is gone', () => {
  const gone: [what: string, act: (workbench: Workbench) => Promise<unknown>][] = [
    ['deleted', (workbench) => workbench.inSalesforce('delete', { record: 'Contact Petr Novak' })],
    [
      'merged into another',
      (workbench) =>
        workbench.inSalesforce('merge', {
          winner: 'Contact Keiko Yamada',
          loser: 'Contact Petr Novak'
        })
    ]
  ];
  for (const [what, act] of gone)
    test(`in Name, ${what}: it is left out and said, the Task lives`, async ({
      agent,
      workbench
    }) => {
      const { panel } = agent;
      const call = await agent.takeCall();
      await panel.getByRole('combobox', { name: 'Name' }).fill('Petr');
      const option = panel.getByRole('option', { name: /Petr Novak/ });
      await expect(option).toBeVisible();
      await act(workbench);
      await option.click();
      await agent.notes.fill('Asked for Petr');
      await call.expectTask({ Description: 'Asked for Petr', WhoId: null });
      await call.set({ reason: 'Complaint' });
      await call.expectTask({ Reason__c: 'Complaint', WhoId: null });
      await expect(panel.getByText(/deleted in Salesforce/)).toBeHidden();
    });
});

test.describe('a trigger that quotes another record’s error', () => {
  for (const code of ['ENTITY_IS_DELETED', 'INVALID_SESSION_ID', 'UNABLE_TO_LOCK_ROW'])
    test(`${code}: the Task goes on without a reload`, async ({ agent, workbench }) => {
      const call = await agent.takeCall();
      await workbench.inSalesforce('triggers', { code, on: 'update', times: 1 });
      await agent.notes.fill('First');
      await expect
        .poll(async () => (await workbench.salesforce<{ triggers: unknown[] }>()).triggers)
        .toEqual([]);
      await call.set({ reason: 'Complaint' });
      await call.expectTask({ Reason__c: 'Complaint', Description: 'First' });
      await expect(agent.saved).toBeVisible();
    });
});

test.describe('a rule that looks at other fields', () => {
  test('Completed needs Related To: completed once it is chosen, never Saved before', async ({
    agent,
    workbench
  }) => {
    const call = await agent.takeCall();
    await workbench.validationRule('Task.Completed_Needs_Related_To', true);
    await call.hangUp();
    await call.wrapUp('Resolved');
    await expect(agent.panel.getByText(/Needs you/).first()).toBeVisible();
    await expect(agent.saved).toBeHidden();
    await agent.choose('Related To');
    await call.expectTask({ CallDisposition: 'Resolved', Status: 'Completed' });
    await expect(agent.saved).toBeVisible();
  });

  test('a result needs Related To: both are there once the agent chose', async ({
    agent,
    workbench
  }) => {
    const call = await agent.takeCall();
    await workbench.validationRule('Task.Result_Needs_Related_To', true);
    await call.hangUp();
    await call.wrapUp('Resolved');
    await expect(agent.panel.getByText(/Needs you/).first()).toBeVisible();
    await expect(agent.saved).toBeHidden();
    await agent.choose('Related To');
    await call.expectTask({ CallDisposition: 'Resolved', Status: 'Completed' });
    await expect(agent.saved).toBeVisible();
  });
});

test.describe('a duplicate without an id', () => {
  /** Somebody's Task of this call is there before the agent answers; the first look-up fails. */
  async function ring(workbench: Workbench, user: string): Promise<string> {
    const call = await workbench.call();
    const { participants } = await workbench.center('GET', `/conversations/${call.id}`);
    const me = participants.find(({ purpose }) => purpose === 'agent')!;
    const { id } = await workbench.org<{ id: string }>(
      'POST',
      '/services/data/v66.0/ui-api/records',
      {
        apiName: 'Task',
        fields: { Subject: 'Mine', Interaction_Key__c: `${call.id}:${me.id}` }
      },
      user
    );
    return id;
  }

  test('is looked up by its key, and nobody is asked', async ({ agent, workbench }) => {
    await agent.begin();
    await workbench.inSalesforce('settings', { duplicateId: 'unknown' });
    const id = await ring(workbench, 'agent');
    await agent.answer();
    await expect(agent.saved).toBeVisible();
    expect((await workbench.tasks()).map((task) => task['Id'])).toEqual([id]);
  });

  test('needs you only when the key finds nothing either', async ({ agent, workbench }) => {
    await agent.begin();
    await workbench.inSalesforce('sharing', { object: 'Task', sharing: 'private' });
    const id = await ring(workbench, 'agent2');
    await agent.answer();
    // It is looked for twice, with a pause: it may have been shared a moment too late.
    await expect(agent.panel.getByText(/Needs you/).first()).toBeVisible({ timeout: 30_000 });
    expect((await workbench.tasks()).map((task) => task['Id'])).toEqual([id]);
  });
});

test('a flow gives every new Task away: it is written all the same, by one who still sees it', async ({
  agent,
  workbench
}) => {
  await workbench.inSalesforce('new-task-owner', { owner: 'agent2' });
  const call = await agent.takeCall();
  await call.set({ reason: 'Complaint' });
  await call.expectTask({ Reason__c: 'Complaint' });
  await expect(agent.saved).toBeVisible();
});
