/** @jest-environment node */
import { localOrg } from './localOrg';
import type { LocalOrg } from './localOrg';

let local: LocalOrg;
beforeAll(async () => (local = await localOrg()));
beforeEach(() => local.restart());

const fields = { Transcript_Key__c: 'c-1:p-1:1', Part__c: 1, Text__c: 'Customer: Hello' };

async function transcriptOfAna(): Promise<string> {
  const body = { apiName: 'Interaction_Transcript__c', fields };
  const { status, body: made } = await local.call('POST', '/ui-api/records', { body });
  expect(status).toBe(201);
  return (made as { id: string }).id;
}

const read = (id: string, user: string) =>
  local.call('GET', `/ui-api/records/${id}?fields=Interaction_Transcript__c.Text__c`, { user });
const write = (id: string, user: string) =>
  local.call('PATCH', `/ui-api/records/${id}`, { user, body: { fields: { Text__c: 'Other' } } });

it('transcripts are their agent’s', async () => {
  const id = await transcriptOfAna();
  expect((await read(id, 'agent')).status).toBe(200);
  expect((await read(id, 'agent2')).status).not.toBe(200);
  expect((await write(id, 'agent2')).status).not.toBe(200);
});

it('a supervisor reads them and changes none', async () => {
  const id = await transcriptOfAna();
  const ben = local.org.users.get('agent2')!;
  const before = ben.permissionSets;
  ben.permissionSets = [...before, 'Softphone_Supervisor'];
  expect((await read(id, 'agent2')).status).toBe(200);
  expect(await write(id, 'agent2')).toMatchObject({
    status: 400,
    body: { output: { errors: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] } }
  });
  ben.permissionSets = before;
});

it('what everybody may read only its owner changes', async () => {
  local.org.setSharing('Task', 'read');
  const id = await local.task({ Subject: 'Call' });
  const change = (user: string) =>
    local.call('PATCH', `/ui-api/records/${id}`, { user, body: { fields: { Subject: 'x' } } });
  expect((await change('agent2')).status).toBe(400);
  expect((await change('agent')).status).toBe(200);
});
