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

  const thrown = [{ message: 'Internal error in GraphQL adapter occurred', locations: [] }];
  const refusals: [string, Parameters<FakeOrg['answer']>[1] | undefined][] = [
    ['a refusal', { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Expired' }] }],
    ['a throttled org', { status: 503, body: { message: 'Later' } }],
    ['a broken line', undefined]
  ];
  it.each(refusals)('never tells the org’s words: %s', async (_, refusal) => {
    if (refusal) org.answer(POST, refusal);
    else
      Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const { told } = connect(api.graphql, config());
    await settled();
    expect(told[1]).toMatchObject({ data: undefined, errors: thrown });
    await expect(api.executeMutation(config())).resolves.toEqual({
      data: undefined,
      errors: thrown
    });
  });

  it('tells what the schema refuses, in its words', async () => {
    const errors = [{ message: 'Validation error (FieldUndefined@[x]) : …' }];
    org.answer(POST, { body: { data: null, errors } });
    const { told } = connect(api.graphql, config());
    await settled();
    expect(told[1]).toMatchObject({ data: undefined, errors });
  });

  it.each(['query q {', 'query q { a(b:) }', ''])('gql refuses %p by itself', (text) => {
    expect(() => api.gql([text])).toThrow(/Syntax Error/);
    expect(org.requests).toEqual([]);
  });

  it('gql takes fragments and text, and shows nobody what it read', async () => {
    const fragment = api.gql`fragment f on Task { Id }`;
    const query = api.gql`query q { uiapi { query { ${'Task'} { edges { node { ...f } } } } } } ${fragment}`;
    expect(JSON.stringify(query)).toBe('{}');
    connect(api.graphql, { query });
    await settled();
    expect(org.requests).toEqual([POST]);
  });

  it('asks nothing for a query that gql did not make', async () => {
    connect(api.graphql, { query: { query: 'query q { a }' } as never });
    await settled();
    expect(org.requests).toEqual([]);
  });

  it('a mutation makes the wires that show its record ask again', async () => {
    const { told } = connect(api.graphql, config());
    await settled();
    org.answer(POST, { body: { data: { uiapi: { TaskUpdate: { Record: { Id: ID } } } } } });
    await api.executeMutation({ query: api.gql`mutation m { uiapi { __typename } }` });
    expect(org.requests).toHaveLength(3);
    expect(told).toHaveLength(3);
  });
});
