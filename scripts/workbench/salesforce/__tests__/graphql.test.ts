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

interface Connection {
  edges: { node: Record<string, unknown>; cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}
const ask = async (
  object: string,
  given: string,
  fields: string,
  options: { user?: string; variables?: Record<string, unknown>; declare?: string } = {}
): Promise<Connection> => {
  const { data, errors } = await local.graphql(
    `query q${options.declare ?? ''} { uiapi { query { ${object}${given} { edges { node { ${fields} } cursor } pageInfo { hasNextPage endCursor } totalCount } } } }`,
    options
  );
  expect(errors).toEqual([]);
  const { uiapi } = data as { uiapi: { query: Record<string, Connection> } };
  const connection = uiapi.query[object];
  if (!connection) throw new Error(`no answer for ${object}`);
  return connection;
};
const names = ({ edges }: Connection): unknown[] =>
  edges.map(({ node }) => (node['Name'] as { value: unknown }).value);

describe('where', () => {
  test.each<[where: string, found: string[]]>([
    ['{ LastName: { eq: "stokes" } }', ['Blanche Stokes']],
    [
      '{ LastName: { ne: "Lindqvist" }, Account: { Name: { eq: "Meridian Freight" } } }',
      ['Chidi Abara']
    ],
    ['{ Name: { like: "%lind%" } }', ['Elis Lindqvist', 'Maja Lindqvist']],
    ['{ LastName: { like: "_amada" } }', ['Keiko Yamada']],
    ['{ LastName: { in: ["Wren", "Novak"] } }', ['Odalys Wren', 'Petr Novak']],
    ['{ LastName: { gt: "Wr" } }', ['Keiko Yamada', 'Odalys Wren']],
    [
      '{ or: [{ LastName: { eq: "Wren" } }, { LastName: { eq: "Abara" } }] }',
      ['Chidi Abara', 'Odalys Wren']
    ],
    [
      '{ and: [{ LastName: { eq: "Lindqvist" } }, { FirstName: { eq: "Maja" } }] }',
      ['Maja Lindqvist']
    ],
    ['{ LastName: { eq: "Lindqvist" }, not: { FirstName: { eq: "Maja" } } }', ['Elis Lindqvist']],
    ['{ AccountId: { eq: null } }', ['Keiko Yamada', 'Petr Novak']],
    ['{ Phone: { eq: "+1 317 555 0107" } }', ['Elis Lindqvist', 'Maja Lindqvist']],
    ['{ LastName: { eq: "Nobody" } }', []],
    ['{ Birthdate: { lt: { value: "1990-01-01" } } }', []]
  ])('%s', async (where, found) => {
    const answer = await ask(
      'Contact',
      `(where: ${where}, orderBy: { FirstName: { order: ASC } })`,
      'Id Name { value }'
    );
    expect(names(answer)).toEqual(found);
    expect(answer.totalCount).toBe(found.length);
  });

  test('ids compare in 15 and in 18 characters', async () => {
    const id = idOf(local.org, 'Contact', 'LastName', 'Wren');
    for (const given of [id, id.slice(0, 15)])
      expect(
        names(await ask('Contact', `(where: { Id: { eq: "${given}" } })`, 'Name { value }'))
      ).toEqual(['Odalys Wren']);
  });

  test('times, and the days of the user', async () => {
    await local.task({ Subject: 'old', Connected_At__c: '2026-01-14T20:00:00Z' });
    await local.task({ Subject: 'new', Connected_At__c: '2026-01-15T06:00:00Z' });
    const subjects = async (where: string) =>
      (await ask('Task', `(where: { Connected_At__c: ${where} })`, 'Subject { value }')).edges.map(
        ({ node }) => (node['Subject'] as { value: unknown }).value
      );
    expect(await subjects('{ gt: { value: "2026-01-15T00:00:00Z" } }')).toEqual(['new']);
    expect(await subjects('{ eq: { literal: TODAY } }')).toEqual(['new']);
    expect(await subjects('{ eq: { literal: YESTERDAY } }')).toEqual(['old']);
  });

  test('the key of an interaction, by variable; its case matters', async () => {
    const id = await local.task({ Interaction_Key__c: 'c1:p1' });
    const find = (key: string) =>
      ask('Task', '(where: { Interaction_Key__c: { eq: $key } }, first: 1)', 'Id', {
        declare: '($key: String)',
        variables: { key }
      });
    expect((await find('c1:p1')).edges.map(({ node }) => node['Id'])).toEqual([id]);
    expect((await find('C1:P1')).edges).toEqual([]);
  });

  test('a deleted record is not found', async () => {
    const id = await local.task({ Subject: 'x' });
    await local.call('DELETE', `/ui-api/records/${id}`);
    expect((await ask('Task', '', 'Id')).totalCount).toBe(0);
  });
});

describe('order and pages', () => {
  test('first and after walk through everything once', async () => {
    const seen: unknown[] = [];
    let after: string | null = null;
    do {
      const answer: Connection = await ask(
        'Contact',
        `(first: 5, orderBy: { LastName: { order: DESC } }${after ? `, after: "${after}"` : ''})`,
        'LastName { value }'
      );
      seen.push(...answer.edges.map(({ node }) => (node['LastName'] as { value: unknown }).value));
      after = answer.pageInfo.hasNextPage ? answer.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(local.org.recordsOf('Contact').length);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  test('ten at a time when nothing is said', async () => {
    expect((await ask('Contact', '', 'Id')).edges).toHaveLength(10);
  });

  test('nulls come first, or last on demand', async () => {
    const firstAccount = async (nulls: string) =>
      (
        await ask(
          'Contact',
          `(first: 1, orderBy: { AccountId: { order: ASC${nulls} } })`,
          'AccountId { value }'
        )
      ).edges[0]?.node['AccountId'];
    expect(await firstAccount('')).toEqual({ value: null });
    expect(await firstAccount(', nulls: LAST')).not.toEqual({ value: null });
  });

  test('my own', async () => {
    await local.task({ Subject: 'mine' });
    await local.task({ Subject: 'theirs' }, 'agent2');
    expect((await ask('Task', '(scope: MINE)', 'Id')).totalCount).toBe(1);
    expect((await ask('Task', '', 'Id')).totalCount).toBe(2);
  });
});

describe('what a field shows', () => {
  test('value and display value, and the records behind it', async () => {
    await local.task({
      Subject: 'x',
      Amount__c: 5,
      Status: 'Completed',
      WhoId: idOf(local.org, 'Contact', 'Name', 'Ingrid Farrow'),
      WhatId: idOf(local.org, 'Account', 'Name', 'Juniper Row Clinics')
    });
    const { edges } = await ask(
      'Task',
      '',
      `Status { value displayValue } Amount__c { value displayValue } IsClosed { value } WhoId { value }
       Who { __typename ... on Contact { Name { value } } ... on Lead { Name { value } } }
       What { ... on Account { Name { value } } }
       Owner { ... on User { Name { value } } }
       Account { Name { value } }`
    );
    expect(edges[0]?.node).toMatchObject({
      Status: { value: 'Completed', displayValue: 'Completed' },
      Amount__c: { value: 5, displayValue: '$5.00' },
      IsClosed: { value: true },
      Who: { __typename: 'Contact', Name: { value: 'Ingrid Farrow' } },
      What: { Name: { value: 'Juniper Row Clinics' } },
      Owner: { Name: { value: 'Ana Ruiz' } },
      Account: { Name: { value: 'Juniper Row Clinics' } }
    });
  });
});

describe('what is refused', () => {
  const nodes = (fields: string, object = 'Task') =>
    `{ uiapi { query { ${object} { edges { node { ${fields} } } } } } }`;

  test.each<[name: string, query: string, message: string]>([
    [
      'a hidden field',
      nodes('Id Policy__c { value }'),
      "Validation error (FieldUndefined@[uiapi/query/Task/edges/node/Policy__c]) : Field 'Policy__c' in type 'Task' is undefined"
    ],
    [
      'an unknown object',
      nodes('Id', 'Nope__c'),
      "Validation error (FieldUndefined@[uiapi/query/Nope__c]) : Field 'Nope__c' in type 'RecordQuery' is undefined"
    ]
  ])('%s', async (_name, query, message) => {
    expect(await local.graphql(query)).toEqual({
      data: null,
      errors: [
        {
          message,
          locations: expect.anything(),
          paths: [],
          extensions: { ErrorType: 'ValidationError' }
        }
      ]
    });
  });

  test('the same query is fine for those who may see the field', async () => {
    const { errors } = await local.graphql(nodes('Id Policy__c { value }'), { user: 'admin' });
    expect(errors).toEqual([]);
  });

  test.each<[name: string, query: string, type: string]>([
    [
      'a filter on a hidden field',
      '{ uiapi { query { Task(where: { Policy__c: { eq: "x" } }) { totalCount } } } }',
      'ValidationError'
    ],
    [
      'a filter on long text',
      '{ uiapi { query { Task(where: { Description: { eq: "x" } }) { totalCount } } } }',
      'ValidationError'
    ],
    [
      'a String where a phone number belongs',
      'query q($p: String) { uiapi { query { Contact(where: { Phone: { eq: $p } }) { totalCount } } } }',
      'ValidationError'
    ],
    [
      'a field of a record that may be of two objects',
      nodes('Who { Name { value } }'),
      'ValidationError'
    ],
    ['no query at all', '{ uiapi {', 'InvalidSyntax'],
    ['nothing', '', 'InvalidSyntax']
  ])('%s', async (_name, query, type) => {
    const { data, errors } = await local.graphql(query);
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({ extensions: { ErrorType: type } });
  });
});
