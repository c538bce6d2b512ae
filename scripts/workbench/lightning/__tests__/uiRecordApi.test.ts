import type * as uiRecordApi from '../uiRecordApi';
import { connect, fakeOrg, settled } from './fakeOrg';
import type { FakeOrg } from './fakeOrg';

const ID = '00T000000000001AAA';
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

  it('says nothing when a notified record is as it was', async () => {
    const { told } = connect(api.getRecord, config);
    await settled();
    await api.notifyRecordUpdateAvailable([{ recordId: ID }]);
    expect(told).toHaveLength(2);
    expect(org.requests).toEqual([READ, READ]);
  });

  it('says nothing after it was disconnected', async () => {
    const { told, adapter } = connect(api.getRecord, config);
    adapter.disconnect();
    await settled();
    expect(told).toHaveLength(1);
  });

  const refusal = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

  it('gives a refused read as a FetchResponse with a list', async () => {
    org.answer(READ, { status: 404, body: refusal });
    const { told } = connect(api.getRecord, config);
    await settled();
    expect(told[1]).toMatchObject({
      data: undefined,
      error: { ok: false, status: 404, body: refusal }
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
