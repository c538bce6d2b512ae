import type * as graphqlApi from '../graphql';
import type * as uiRecordApi from '../uiRecordApi';
import { connect, fakeOrg, settled } from './fakeOrg';
import type { FakeOrg } from './fakeOrg';

const ID = 'a0B000000000001AAA';
const POST = 'POST /graphql';

function answer(...active: boolean[]) {
  const edges = active.map((value, index) => ({
    node: { Id: index === 0 ? ID : `a0B00000000000${index + 1}AAA`, Active__c: { value } }
  }));
  return { data: { uiapi: { query: { Attribute_Mapping__c: { edges } } } }, errors: [] };
}

describe('lightning/graphql', () => {
  let org: FakeOrg;
  let api: typeof graphqlApi;
  let records: typeof uiRecordApi;

  beforeEach(async () => {
    jest.resetModules();
    org = fakeOrg();
    api = await import('../graphql');
    records = await import('../uiRecordApi');
    org.answer(POST, { body: answer(true) });
  });

  const config = () => ({ query: api.gql`query q { uiapi { __typename } }` });

  it('provisions data without errors, and refresh', async () => {
    const { told } = connect(api.graphql, config());
    expect(told[0]).toEqual({ data: undefined, errors: undefined });
    await settled();
    expect(told[1]?.data).toEqual(answer(true).data);
    expect(told[1]?.errors).toBeUndefined();
    expect(told[1]?.refresh).toBeInstanceOf(Function);
  });

  it('asks nothing without a query, and again when variables change', async () => {
    const { adapter } = connect(api.graphql, { query: undefined });
    await settled();
    expect(org.requests).toEqual([]);
    adapter.update({ ...config(), variables: { key: 'a' } });
    adapter.update({ ...config(), variables: { key: 'a' } });
    adapter.update({ ...config(), variables: { key: 'b' } });
    expect(org.requests).toEqual([POST, POST]);
  });

  it('changes the values of a record this page writes, not which records are listed', async () => {
    const { told } = connect(api.graphql, config());
    await settled();
    org.answer(POST, { body: answer() });
    org.answer(`PATCH /ui-api/records/${ID}`, {
      body: { id: ID, fields: { Active__c: { value: false, displayValue: null } } }
    });
    await records.updateRecord({ fields: { Id: ID, Active__c: false } });
    expect(told[2]?.data).toEqual(answer(false).data);
    await told[2]?.refresh?.();
    expect(told[3]?.data).toEqual(answer().data);
  });

  it('refresh tells only news', async () => {
    const { told } = connect(api.graphql, config());
    await settled();
    await told[1]?.refresh?.();
    expect(told).toHaveLength(2);
    org.answer(POST, { body: answer(true, true) });
    await told[1]?.refresh?.();
    expect(told[2]?.data).toEqual(answer(true, true).data);
  });

  it('gives refusals as errors, of the wire and of a mutation', async () => {
    org.answer(POST, {
      status: 401,
      body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Expired' }]
    });
    const { told } = connect(api.graphql, config());
    await settled();
    expect(told[1]).toMatchObject({ data: undefined, errors: [{ message: 'Expired' }] });
    await expect(api.executeMutation(config())).resolves.toMatchObject({
      errors: [{ message: 'Expired' }]
    });
  });
});
