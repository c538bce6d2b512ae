import { parse } from 'graphql/language/parser';
import type { GraphQLConfig, GraphQLError, GraphQLQuery, GraphQLResult } from 'lightning/graphql';
import { freeze } from './data/freeze';
import { callOrg } from './data/org';
import { hasNode, patchNodes } from './data/recordAnswer';
import { recordStale, reload } from './data/resources';
import type { Outcome, Question } from './data/resources';
import { wireAdapter } from './data/wireAdapter';

interface Answer {
  data?: unknown;
  errors?: readonly GraphQLError[];
}

const KEEP_FOR_MS = 30_000;

/** All a component learns when the org could not be asked, or refused: never the org's own words. */
const thrown: readonly GraphQLError[] = freeze([
  { message: 'Internal error in GraphQL adapter occurred', locations: [] }
]);

const texts = new WeakMap<GraphQLQuery, string>();

/**
 * @throws a query that can't be read is refused here, before anything is asked
 * @param parts other queries (fragments), or text
 */
export function gql(strings: readonly string[], ...parts: unknown[]): GraphQLQuery {
  const text = strings.reduce((before, piece, index) => {
    const part = parts[index - 1];
    return before + (texts.get(part as GraphQLQuery) ?? String(part)) + piece;
  });
  parse(text);
  // Nobody but the adapter can read what is asked, as on the platform.
  const query = freeze({}) as GraphQLQuery;
  texts.set(query, text);
  return query;
}

export const graphql = wireAdapter<GraphQLConfig & Record<string, unknown>, GraphQLResult>(
  graphqlQuestion,
  present
);

/**
 * A record that changes through this page changes in the answer too, but which records the answer
 * lists is decided again only by `refresh`: that is how Lightning Data Service does it.
 */
function graphqlQuestion(config: GraphQLConfig): Question | undefined {
  const { query, variables, operationName } = config;
  const text = query && texts.get(query);
  if (text === undefined) return undefined;
  const body = { query: text, variables: variables ?? {}, operationName };
  return {
    key: `graphql ${JSON.stringify(body)}`,
    keepFor: KEEP_FOR_MS,
    load: () => ask(body),
    holds: (answer, id) => hasNode((answer as Answer).data, id),
    onRecord: (answer, record) =>
      freeze({ ...(answer as Answer), data: patchNodes((answer as Answer).data, record) })
  };
}

function present(outcome: Outcome | undefined, question?: Question): GraphQLResult {
  if (!outcome || !question) return { data: undefined, errors: undefined };
  const refresh = (): Promise<void> => reload(question.key);
  return 'data' in outcome
    ? ({ ...(outcome.data as Answer), refresh } as GraphQLResult)
    : { data: undefined, errors: thrown, refresh };
}

/** Never with `error`: executeMutation answers in GraphQL's own shape, refusals included. */
export async function executeMutation(
  input: GraphQLConfig & { query: GraphQLQuery }
): Promise<Answer> {
  try {
    const { query, variables, operationName } = input;
    const answer = await ask({
      query: texts.get(query),
      variables: variables ?? {},
      operationName
    });
    for (const id of recordIds(answer.data)) await recordStale(id);
    return answer;
  } catch {
    return freeze({ data: undefined, errors: thrown });
  }
}

async function ask(body: object): Promise<Answer> {
  const { data, errors } = (await callOrg('/graphql', { method: 'POST', body })) as Answer;
  return freeze({
    data: data ?? undefined,
    errors: errors && errors.length > 0 ? errors : undefined
  }) as Answer;
}

/** Records that a mutation's answer names: what shows them is read again. */
function recordIds(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, part]) =>
    name === 'Id' && typeof part === 'string' ? [part] : recordIds(part)
  );
}
