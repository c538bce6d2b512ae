/** @jest-environment node */
import { localOrg } from './localOrg';

interface Read {
  fields: { CreatedDate: { displayValue: string } };
}

describe('date-times as a user reads them', () => {
  test.each([
    [undefined, '10:00 AM'],
    ['America/Indiana/Indianapolis', '10:00 AM'],
    ['Europe/Madrid', '4:00 PM'],
    ['Nowhere/At_All', '10:00 AM']
  ])('with the browser in %p: %s', async (zone, time) => {
    const { call, graphql, task } = await localOrg();
    const id = await task({ Subject: 'Call' });
    const headers: Record<string, string> = zone ? { 'x-workbench-time-zone': zone } : {};
    // Another zone's reader before must leave no trace.
    await graphql('query { uiapi { query { Task(first: 1) { edges { node { Id } } } } } }');
    const record = await call('GET', `/ui-api/records/${id}?fields=Task.CreatedDate`, { headers });
    const rows = await call('POST', '/graphql', {
      headers,
      body: {
        query: `query { uiapi { query { Task(where: { Id: { eq: "${id}" } }) { edges { node { CreatedDate { displayValue } } } } } } }`
      }
    });
    const answers = [(record.body as Read).fields.CreatedDate.displayValue, JSON.stringify(rows)];
    for (const answer of answers)
      expect(answer.replace(/\u202f/g, ' ')).toContain(`1/15/2026, ${time}`);
  });
});
