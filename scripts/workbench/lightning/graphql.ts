import type { GraphQLConfig, GraphQLError, GraphQLQuery, GraphQLResult } from 'lightning/graphql';
import { freeze } from './data/freeze';
import { callOrg } from './data/org';
import { hasNode, patchNodes } from './data/recordAnswer';
import { reload } from './data/resources';
import type { Outcome, Question } from './data/resources';
import { wireAdapter } from './data/wireAdapter';

interface Answer {
  data?: unknown;
  errors?: readonly GraphQLError[];
}

const KEEP_FOR_MS = 30_000;

export function gql(strings: TemplateStringsArray, ...parts: unknown[]): GraphQLQuery {
  const query = strings.reduce((text, piece, index) => {
    const part = parts[index - 1] as Partial<GraphQLQuery> | string;
    return text + (typeof part === 'object' ? part.query : part) + piece;
  });
  return freeze({ query });
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
  if (!query) return undefined;
  const body = { query: query.query, variables: variables ?? {}, operationName };
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
    : { data: undefined, errors: [{ message: messageOf(outcome.error) }], refresh };
}

/** Never with `error`: executeMutation answers in GraphQL's own shape, refusals included. */
export async function executeMutation(
  input: GraphQLConfig & { query: GraphQLQuery }
): Promise<Answer> {
  const { query, variables, operationName } = input;
  try {
    return await ask({ query: query.query, variables: variables ?? {}, operationName });
  } catch (error) {
    return freeze({ data: undefined, errors: [{ message: messageOf(error as FetchResponse) }] });
  }
}

async function ask(body: object): Promise<Answer> {
  const { data, errors } = (await callOrg('/graphql', { method: 'POST', body })) as Answer;
  return freeze({
    data: data ?? undefined,
    errors: errors && errors.length > 0 ? errors : undefined
  }) as Answer;
}

function messageOf({ status, statusText, body }: FetchResponse): string {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const message = (first as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? message : `${status} ${statusText}`;
}
