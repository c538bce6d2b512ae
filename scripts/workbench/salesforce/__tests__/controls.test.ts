/** @jest-environment node */
import { localOrg } from './localOrg';
import type { LocalOrg } from './localOrg';

let local: LocalOrg;
let url: string;
beforeAll(async () => {
  local = await localOrg();
  url = await local.server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => local.server.close());
beforeEach(() => {
  local.restart();
});

const create = (key: string): Promise<Response> =>
  fetch(`${url}/services/data/v66.0/ui-api/records`, {
    method: 'POST',
    headers: { authorization: 'Bearer agent', 'content-type': 'application/json' },
    body: JSON.stringify({ apiName: 'Task', fields: { Interaction_Key__c: key } })
  });
const fault = (body: object) => local.call('POST', '/workbench/salesforce/faults', { body });
const keys = (): unknown[] =>
  local.org.recordsOf('Task').map(({ values }) => values['Interaction_Key__c']);

describe('faults over a real connection', () => {
  test.each<[effect: string, answered: boolean, kept: boolean]>([
    ['drop', false, false],
    ['commit_then_drop', false, true],
    ['respond', true, false],
    ['commit_then_respond', true, true]
  ])('%s: answered %p, kept %p', async (effect, answered, kept) => {
    await fault({ effect, status: 504, body: [{ errorCode: 'X', message: 'late' }] });
    const outcome = await create('a').then(
      async (response) => ({ status: response.status, body: await response.json() }),
      () => 'broken'
    );
    expect(outcome).toEqual(
      answered ? { status: 504, body: [{ errorCode: 'X', message: 'late' }] } : 'broken'
    );
    expect(keys()).toEqual(kept ? ['a'] : []);
    // It met one request only.
    expect((await create('b')).status).toBe(201);
  });

  test('a throttled org says when to come back', async () => {
    await fault({ effect: 'respond', status: 503, retryAfter: 7, times: 2 });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const response = await create('a');
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('7');
      expect(await response.json()).toMatchObject([{ errorCode: 'SERVER_UNAVAILABLE' }]);
    }
    expect((await create('a')).status).toBe(201);
  });

  test('a delay changes nothing but the time', async () => {
    await fault({ effect: 'delay', delayMs: 5 });
    expect((await create('a')).status).toBe(201);
  });

  test('only the requests it is meant for', async () => {
    await fault({ effect: 'respond', status: 500, method: 'PATCH' });
    await fault({ effect: 'respond', status: 500, path: '/graphql' });
    await fault({ effect: 'respond', status: 500, user: 'agent2' });
    expect((await create('a')).status).toBe(201);
    expect(local.org.faults.pending()).toHaveLength(3);
    await local.call('DELETE', '/workbench/salesforce/faults');
    expect(local.org.faults.pending()).toEqual([]);
  });

  test('an unknown effect is answered with those there are', async () => {
    expect(await fault({ effect: 'explode' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('commit_then_drop') }
    });
  });
});

test('every write is told to whoever listens', async () => {
  const stream = new AbortController();
  const response = await fetch(`${url}/workbench/changes`, { signal: stream.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const id = await local.task({ Subject: 'x' });
  local.pass(5);
  await local.call('POST', '/workbench/salesforce/edit', {
    body: { id, as: 'agent2', fields: { Description: 'hello', Subject: 'x' } }
  });
  await local.call('DELETE', `/ui-api/records/${id}`);

  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && text.split('data: ').length < 4) text += (await reader.read()).value ?? '';
  stream.abort();
  const changes = text
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as Record<string, unknown>);
  expect(changes).toMatchObject([
    { kind: 'created', object: 'Task', id, by: 'agent' },
    {
      kind: 'updated',
      id,
      by: 'agent2',
      fields: ['Description', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp']
    },
    { kind: 'deleted', id, by: 'agent', fields: [] }
  ]);
});

test('a refused edit by someone else says so', async () => {
  const id = await local.task({ Subject: 'x' });
  const body = { id, as: 'agent2', fields: { Locked__c: 'x' } };
  expect((await local.call('POST', '/workbench/salesforce/edit', { body })).status).toBe(400);
  const nobody = { id, as: 'nobody', fields: {} };
  expect((await local.call('POST', '/workbench/salesforce/edit', { body: nobody })).status).toBe(
    400
  );
});

test('reset takes everything back', async () => {
  await local.task({ Subject: 'x' });
  await fault({ effect: 'drop' });
  local.org.setRule('Task.Wait_Is_Not_Negative', false);
  local.org.setFieldAccess('agent', 'Task.Queue__c', { read: false, edit: false });
  expect(await local.call('POST', '/workbench/salesforce/reset')).toMatchObject({
    status: 200,
    body: { problems: [] }
  });
  expect(local.org.recordsOf('Task')).toEqual([]);
  const { body } = await local.call('GET', '/workbench/salesforce');
  expect(body).toMatchObject({
    faults: [],
    settings: { duplicatePlacement: 'errors' },
    users: [{ username: 'agent' }, { username: 'agent2' }, { username: 'admin' }]
  });
  expect(local.org.ruleIsActive('Task.Wait_Is_Not_Negative')).toBe(true);
  await local.task({ Queue__c: 'Helpdesk' });
});
