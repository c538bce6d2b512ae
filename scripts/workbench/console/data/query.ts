import { callOrg } from '../../lightning/data/org';

/** One row: dotted path → as this user reads it; `Id` always. */
export type Row = Readonly<Record<string, string>>;

interface Field {
  value?: unknown;
  displayValue?: string | null;
}

/**
 * Records of an object by GraphQL. Fields the user does not see must not be asked for.
 * `where`: GraphQL text of the filter. Rejects with a FetchResponse, or an Error with the org's words.
 */
export async function queryRows(request: {
  object: string;
  fields: readonly string[];
  where?: string;
  orderBy: { field: string; order: 'ASC' | 'DESC' };
  first: number;
}): Promise<Row[]> {
  const { object, fields, where, orderBy, first } = request;
  const filter = where ? `where: ${where}, ` : '';
  const order = `orderBy: { ${orderBy.field}: { order: ${orderBy.order} } }`;
  const selection = fields.map(selectionOf).join(' ');
  const query = `query consoleRows { uiapi { query { ${object}(${filter}first: ${first}, ${order}) {
    edges { node { Id ${selection} } } } } } }`;
  const answer = (await callOrg('/graphql', { method: 'POST', body: { query } })) as {
    data?: { uiapi: { query: Record<string, { edges: { node: unknown }[] }> } } | null;
    errors?: { message: string }[];
  };
  if (!answer.data) throw new Error(answer.errors?.map(({ message }) => message).join('; '));
  const edges = answer.data.uiapi.query[object]?.edges ?? [];
  return edges.map(({ node }) => rowOf(node as { Id: string }, fields));
}

function selectionOf(path: string): string {
  const [name = '', ...rest] = path.split('.');
  return rest.length > 0
    ? `${name} { ${selectionOf(rest.join('.'))} }`
    : `${name} { value displayValue }`;
}

function rowOf(node: { Id: string }, fields: readonly string[]): Row {
  const cells = fields.map((path) => [path, textAt(node, path)] as const);
  return { Id: node.Id, ...Object.fromEntries(cells) };
}

function textAt(node: unknown, path: string): string {
  let current: unknown = node;
  for (const name of path.split('.')) {
    current = (current as Record<string, unknown> | null | undefined)?.[name];
  }
  const { value, displayValue } = (current ?? {}) as Field;
  return String(displayValue ?? value ?? '');
}
