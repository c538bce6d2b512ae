import type * as uiRecordApi from '../uiRecordApi';
import { connect, fakeOrg, settled } from './fakeOrg';
import type { FakeOrg } from './fakeOrg';

const ID = '00T000000000001EAA';
const READ = `GET /ui-api/records/${ID}?fields=Task.Subject`;
const config = { recordId: ID, fields: ['Task.Subject'] };

function task(subject: string, more: Record<string, unknown> = {}) {
  return {
    apiName: 'Task',
    id: ID,
    fields: {
      Subject: { value: subject, displayValue: null },
      Status: { value: 'Completed', displayValue: 'Completed' }
    },
    ...more
  };
}

function read(subject: string) {
  return { apiName: 'Task', id: ID, fields: { Subject: { value: subject, displayValue: null } } };
}

describe('lightning/uiRecordApi', () => {
  let org: FakeOrg;
  let api: typeof uiRecordApi;

  beforeEach(async () => {
    jest.resetModules();
    org = fakeOrg();
    api = await import('../uiRecordApi');
    org.answer(READ, { body: read('Call') });
  });

  it('provisions nothing, then the record, frozen', async () => {
    const { told } = connect(api.getRecord, config);
    expect(told).toEqual([{ data: undefined, error: undefined }]);
    await settled();
    expect(told[1]?.data).toEqual(read('Call'));
    expect(Object.isFrozen(told[1]?.data?.fields['Subject'])).toBe(true);
  });

  it('asks nothing while the config lacks something', async () => {
    connect(api.getRecord, { ...config, recordId: undefined });
    connect(api.getRecord, { recordId: ID });
    await settled();
    expect(org.requests).toEqual([]);
  });

  it('asks once for what several wires show', async () => {
    connect(api.getRecord, config);
    await settled();
    const { told } = connect(api.getRecord, config);
    expect(told[1]?.data).toEqual(read('Call'));
    expect(org.requests).toEqual([READ]);
  });

  it('provisions anew after updateRecord, with the fields asked for and no other', async () => {
    const { told } = connect(api.getRecord, config);
    await settled();
    org.answer(`PATCH /ui-api/records/${ID}`, { body: task('Call back') });
    await api.updateRecord({ fields: { Id: ID, Subject: 'Call back' } });
    expect(told[2]?.data?.fields).toEqual({ Subject: { value: 'Call back', displayValue: null } });
    expect(org.requests).toHaveLength(2);
  });

  it('says nothing when the record was written by someone else, until it is notified', async () => {
    const { told } = connect(api.getRecord, config);
    await settled();
    org.answer(READ, { body: read('Edited') });
    await settled();
    expect(told).toHaveLength(2);
    await api.notifyRecordUpdateAvailable([{ recordId: ID }]);
    expect(told[2]?.data).toEqual(read('Edited'));
  });

  it.each([ID, ID.slice(0, 15)])(
    'tells again, before the promise settles, that the notified record %s is as it was',
    async (recordId) => {
      const { told } = connect(api.getRecord, config);
      await settled();
      const notified = api.notifyRecordUpdateAvailable([{ recordId }]).then(() => told.length);
      expect(await notified).toBe(3);
      expect(told[2]).toEqual(told[1]);
      expect(org.requests).toEqual([READ, READ]);
    }
  );

  it.each(['', 'nonsense', '00T'])('a notification of %p names no record', async (recordId) => {
    connect(api.getRecord, config);
    await settled();
    await api.notifyRecordUpdateAvailable([{ recordId }]);
    expect(org.requests).toEqual([READ]);
  });

  it('provisions again for an equal configuration', async () => {
    const { told, adapter } = connect(api.getRecord, config);
    await settled();
    adapter.update({ ...config });
    expect(told).toHaveLength(3);
    expect(told[2]).toEqual(told[1]);
    expect(org.requests).toEqual([READ]);
  });

  it('ends its subscription with a configuration that lacks something', async () => {
    const { told, adapter } = connect(api.getRecord, config);
    await settled();
    adapter.update({ ...config, recordId: undefined });
    await api.notifyRecordUpdateAvailable([{ recordId: ID }]);
    expect(told).toHaveLength(2);
    adapter.update(config);
    await settled();
    expect(told).toHaveLength(3);
  });

  const silent: [string, object][] = [
    ['fields that are null', { recordId: ID, fields: null }],
    ['optional fields that are null', { ...config, optionalFields: null }],
    ['an id that is none', { ...config, recordId: 'nonsense' }],
    ['an id of 16 characters', { ...config, recordId: '00T0000000000011' }]
  ];
  it.each(silent)('is silent for good with %s', async (_, wrong) => {
    const { told } = connect(api.getRecord, wrong as typeof config);
    await settled();
    expect(told).toEqual([{ data: undefined, error: undefined }]);
    expect(org.requests).toEqual([]);
  });

  const bad: [string, () => Promise<unknown>, string][] = [
    ['updateRecord without fields', () => api.updateRecord({} as never), 'Invalid recordInput'],
    ['updateRecord of nothing', () => api.updateRecord(undefined as never), 'Invalid recordInput'],
    [
      'updateRecord without an Id',
      () => api.updateRecord({ fields: { Subject: 'x' } }),
      'Invalid recordInput'
    ],
    [
      'deleteRecord without an id',
      () => api.deleteRecord(undefined as never),
      'Invalid config for "deleteRecord"'
    ],
    [
      'deleteRecord of a word',
      () => api.deleteRecord('nonsense'),
      'Invalid config for "deleteRecord"'
    ]
  ];
  it.each(bad)('%s rejects with an Error', async (_, act, message) => {
    await expect(act()).rejects.toThrow(new Error(message));
    expect(org.requests).toEqual([]);
  });

  it('says nothing after it was disconnected', async () => {
    const { told, adapter } = connect(api.getRecord, config);
    adapter.disconnect();
    await settled();
    expect(told).toHaveLength(1);
  });

  const refusal = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

  it('gives a refused read as a FetchResponse with one object and no headers', async () => {
    org.answer(READ, { status: 404, body: refusal });
    const { told } = connect(api.getRecord, config);
    await settled();
    expect(told[1]).toMatchObject({
      data: undefined,
      error: {
        ok: false,
        status: 404,
        body: { statusCode: 404, ...refusal[0] },
        headers: {},
        errorType: 'fetchResponse'
      }
    });
  });

  it('rejects a refused write with a FetchResponse', async () => {
    const body = { statusCode: 400, errorCode: 'POST_BODY_PARSE_ERROR', message: 'No such field' };
    org.answer('POST /ui-api/records', { status: 400, body });
    await expect(api.createRecord({ apiName: 'Task', fields: {} })).rejects.toMatchObject({
      ok: false,
      status: 400,
      body
    });
  });

  it('rejects with an object and a message when nothing answers', async () => {
    await expect(api.deleteRecord('00T000000000009AAA')).rejects.toMatchObject({
      ok: false,
      body: { message: expect.stringContaining('Nothing answers') }
    });
  });

  it('hides when to come back, as the platform does', async () => {
    org.answer('POST /ui-api/records', {
      status: 503,
      body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'Later.' }],
      headers: { 'retry-after': '7' }
    });
    await expect(api.createRecord({ apiName: 'Task', fields: {} })).rejects.toEqual({
      ok: false,
      status: 503,
      statusText: 'Bad Request',
      body: { statusCode: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'Later.' },
      headers: {},
      errorType: 'fetchResponse'
    });
  });

  it('reads values through references', () => {
    const record = {
      apiName: 'Contact',
      id: '003',
      fields: {
        Account: {
          displayValue: null,
          value: {
            apiName: 'Account',
            id: '001',
            fields: { Name: { value: 'Harbor Light', displayValue: 'Harbor Light Ltd' } }
          }
        }
      }
    };
    expect(api.getFieldValue(record, 'Contact.Account.Name')).toBe('Harbor Light');
    expect(api.getFieldDisplayValue(record, 'Contact.Account.Name')).toBe('Harbor Light Ltd');
    expect(api.getFieldValue(record, 'Contact.Owner.Name')).toBeUndefined();
  });
});
