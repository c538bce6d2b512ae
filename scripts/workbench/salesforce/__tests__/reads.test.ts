/** @jest-environment node */
import { idOf, localOrg } from './localOrg';
import type { LocalOrg } from './localOrg';

let local: LocalOrg;
beforeAll(async () => {
  local = await localOrg();
});
beforeEach(() => {
  local.restart();
});

interface ObjectInfo {
  fields: Record<string, Record<string, unknown>>;
  createable: boolean;
}
const taskInfo = async (user: string): Promise<ObjectInfo> =>
  (await local.call('GET', '/ui-api/object-info/Task', { user })).body as ObjectInfo;

describe('sign-in', () => {
  test.each([null, 'nobody', ''])('token %p is answered with 401', async (user) => {
    const headers: Record<string, string> = user === '' ? { authorization: 'Basic agent' } : {};
    const { status, body } = await local.call('GET', '/ui-api/object-info/Task', {
      user: user === '' ? null : user,
      headers
    });
    expect(status).toBe(401);
    expect(body).toEqual([
      { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }
    ]);
  });
});

describe('object info', () => {
  test.each<[user: string, field: string, access: 'none' | 'read' | 'edit']>([
    ['agent', 'Queue__c', 'edit'],
    ['agent', 'Policy__c', 'none'],
    ['agent', 'Locked__c', 'read'],
    ['agent2', 'Policy__c', 'none'],
    ['admin', 'Policy__c', 'edit'],
    ['admin', 'Locked__c', 'edit'],
    ['agent', 'Interaction_Key__c', 'edit'],
    // Standard fields come with every profile; derived ones are written by nobody.
    ['agent', 'CallDisposition', 'edit'],
    ['admin', 'AccountId', 'read'],
    ['admin', 'CreatedDate', 'read']
  ])('%s and %s: %s', async (user, name, access) => {
    const field = (await taskInfo(user)).fields[name];
    const granted = field ? (field['updateable'] ? 'edit' : 'read') : 'none';
    expect(granted).toBe(access);
    if (field) expect(field['createable']).toBe(access === 'edit');
  });

  test.each<[field: string, info: Record<string, unknown>]>([
    ['CallDurationInSeconds', { dataType: 'Int', digits: 8, scale: 0, label: 'Call Duration' }],
    ['CallType', { dataType: 'Picklist', length: 40 }],
    ['CallObject', { dataType: 'String', length: 255 }],
    ['Subject', { dataType: 'ComboBox', length: 255, nameField: true }],
    ['Description', { dataType: 'TextArea', length: 32000 }],
    ['Status', { dataType: 'Picklist', required: true }],
    ['TaskSubtype', { createable: true, updateable: false }],
    [
      'WhoId',
      {
        dataType: 'Reference',
        polymorphicForeignKey: true,
        relationshipName: 'Who',
        referenceToInfos: [
          { apiName: 'Contact', nameFields: ['FirstName', 'LastName'] },
          { apiName: 'Lead', nameFields: ['FirstName', 'LastName'] }
        ]
      }
    ],
    ['Wait__c', { dataType: 'Double', precision: 6, scale: 0, custom: true }],
    ['Talk_Minutes__c', { dataType: 'Double', precision: 12, scale: 2 }],
    ['Amount__c', { dataType: 'Currency', precision: 18, scale: 2 }],
    ['Share__c', { dataType: 'Percent', precision: 7, scale: 2 }],
    ['Queue__c', { dataType: 'String', length: 80 }],
    ['Long_Notes__c', { dataType: 'TextArea', length: 32768 }],
    ['Page__c', { dataType: 'Url', length: 255 }],
    ['Caller_Phone__c', { dataType: 'Phone', length: 40 }],
    ['Caller_Email__c', { dataType: 'Email', length: 80 }],
    ['Topic__c', { dataType: 'MultiPicklist' }],
    ['Connected_At__c', { dataType: 'DateTime' }],
    ['Callback_On__c', { dataType: 'Date' }],
    ['Internal__c', { dataType: 'Boolean' }],
    ['Interaction_Key__c', { unique: true, externalId: true, length: 255 }]
  ])('%s', async (name, info) => {
    expect((await taskInfo('agent')).fields[name]).toMatchObject(info);
  });

  test('objects follow object permissions', async () => {
    const info = async (user: string) =>
      (await local.call('GET', '/ui-api/object-info/Attribute_Mapping__c', { user })).body;
    expect(await info('agent')).toMatchObject({ createable: false, updateable: false });
    expect(await info('admin')).toMatchObject({ createable: true, deletable: true });
    expect((await local.call('GET', '/ui-api/object-info/Nope__c')).status).toBe(404);
  });

  test('field access can be changed while the org runs', async () => {
    await local.call('POST', '/workbench/salesforce/field-access', {
      body: { user: 'agent', field: 'Task.Queue__c', read: false }
    });
    expect((await taskInfo('agent')).fields).not.toHaveProperty('Queue__c');
    expect((await taskInfo('agent2')).fields).toHaveProperty('Queue__c');
    expect(
      (
        await local.graphql(
          '{ uiapi { query { Task { edges { node { Queue__c { value } } } } } } }'
        )
      ).errors
    ).toHaveLength(1);
  });
});

describe('picklist values', () => {
  const path = '/ui-api/object-info/Task/picklist-values/012000000000000AAA';

  test('of one field, with what a status means', async () => {
    const { status, body } = await local.call('GET', `${path}/Status`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      defaultValue: { value: 'Not Started' },
      values: [
        { label: 'Not Started', value: 'Not Started', attributes: { closed: false }, validFor: [] },
        { value: 'In Progress' },
        { value: 'Completed', attributes: { closed: true } },
        { value: 'Waiting on someone else' },
        { value: 'Deferred' }
      ]
    });
  });

  test('of all visible fields', async () => {
    const { body } = await local.call('GET', path);
    expect(
      Object.keys((body as { picklistFieldValues: object }).picklistFieldValues).sort()
    ).toEqual(['CallType', 'Priority', 'Reason__c', 'Status', 'TaskSubtype', 'Topic__c', 'Type']);
  });

  test.each([
    [`${path}/Queue__c`, 400],
    ['/ui-api/object-info/Task/picklist-values/012000000000001AAA/Status', 400],
    ['/ui-api/object-info/Nope/picklist-values/012000000000000AAA', 404]
  ])('%s → %i', async (url, status) => {
    expect((await local.call('GET', url)).status).toBe(status);
  });
});

describe('a record', () => {
  test('with the fields asked for, across relationships', async () => {
    const id = await local.task({
      Subject: 'x',
      WhoId: idOf(local.org, 'Lead', 'Name', 'Themba Mbeki')
    });
    const { status, body } = await local.call(
      'GET',
      `/ui-api/records/${id.slice(0, 15)}?fields=Task.Subject,Task.Who.Name,Task.What.Name&optionalFields=Task.Policy__c,Task.Queue__c`
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ apiName: 'Task', id });
    expect((body as { fields: object }).fields).toMatchObject({
      Subject: { displayValue: null, value: 'x' },
      Queue__c: { displayValue: null, value: null },
      Who: {
        displayValue: 'Themba Mbeki',
        value: { apiName: 'Lead', fields: { Name: { value: 'Themba Mbeki' } } }
      },
      What: { displayValue: null, value: null }
    });
    expect((body as { fields: object }).fields).not.toHaveProperty('Policy__c');
  });

  test('a hidden field that must be there is refused by name', async () => {
    const id = await local.task({ Subject: 'x' });
    const { status, body } = await local.call('GET', `/ui-api/records/${id}?fields=Task.Policy__c`);
    expect(status).toBe(400);
    expect(body).toMatchObject([
      { errorCode: 'INVALID_FIELD', message: expect.stringContaining("'Policy__c'") }
    ]);
  });

  test('nothing asked for', async () => {
    const id = await local.task({ Subject: 'x' });
    expect(await local.call('GET', `/ui-api/records/${id}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_INPUT_COMBINATION' }]
    });
  });

  test('never there, and there no more', async () => {
    const fields = '?fields=Task.Subject';
    expect(await local.call('GET', `/ui-api/records/00TWb0000000zzz${fields}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND' }]
    });
    const id = await local.task({ Subject: 'x' });
    expect((await local.call('DELETE', `/ui-api/records/${id}`)).status).toBe(204);
    const gone = {
      status: 400,
      body: {
        output: { errors: [{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }] }
      }
    };
    expect(await local.call('GET', `/ui-api/records/${id}${fields}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND' }]
    });
    expect(
      await local.call('PATCH', `/ui-api/records/${id}`, { body: { fields: { Subject: 'y' } } })
    ).toMatchObject(gone);
    expect(await local.call('DELETE', `/ui-api/records/${id}`)).toMatchObject(gone);
  });
});

test('the seeded org: people with phones, the mappings, one settings record', () => {
  const { org } = local;
  const phones = org.recordsOf('Contact').map((one) => one.values['Phone']);
  expect(phones.length).toBeGreaterThanOrEqual(12);
  for (const phone of phones) expect(phone).toMatch(/^\+1 317 555 01\d\d$/);
  expect(org.recordsOf('Lead').length).toBeGreaterThanOrEqual(3);
  expect(
    org
      .recordsOf('Attribute_Mapping__c')
      .map(({ values }) => [values['Attribute__c'], values['Task_Field__c']])
  ).toEqual([
    ['Call.QueueName', 'Queue__c'],
    ['Interaction.TotalAcdTime', 'Wait__c'],
    ['Call.Ani', 'Caller_Phone__c'],
    ['Participant.policyNumber', 'Policy__c'],
    ['Participant.reason', 'Reason__c'],
    ['Salesforce.ConnectedTime', 'Connected_At__c'],
    ['Call.Internal', 'Internal__c'],
    ['Interaction.Url', 'Page__c'],
    ['Interaction.Transcript', 'Transcript__c']
  ]);
  const settings = org.recordsOf('Softphone_Settings__c');
  expect(settings).toHaveLength(1);
  expect(settings[0]?.values).toMatchObject({
    Client_Id__c: 'local-softphone',
    Gateway__c: 'http://127.0.0.1:4001',
    Redirect_Url__c: 'http://local--c.vf.localhost:4000/apex/GenesysSignIn',
    Watch_Hours__c: 24,
    Remember_Sign_In__c: false
  });
});

test('addresses told later reach the settings record, also after a reset', () => {
  local.org.configure({ gateway: 'http://127.0.0.1:5001' });
  const gateway = () => local.org.recordsOf('Softphone_Settings__c')[0]?.values['Gateway__c'];
  expect(gateway()).toBe('http://127.0.0.1:5001');
  local.restart();
  expect(gateway()).toBe('http://127.0.0.1:5001');
  local.org.configure({ gateway: 'http://127.0.0.1:4001' });
});
