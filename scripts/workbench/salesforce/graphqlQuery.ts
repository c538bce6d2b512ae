import { execute, parse, validate, visit, TypeInfo, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema, GraphQLError } from 'graphql';
import { graphqlSchema } from './graphqlSchema';
import type { Org, OrgUser } from './org';

/** How errors look in the answer: HTTP 200, `data` null, the kind in `extensions.ErrorType`. */
interface GraphqlAnswer {
  data: unknown;
  errors: {
    message: string;
    locations: readonly { line: number; column: number }[];
    paths: readonly (string | number)[];
    extensions: { ErrorType: string };
  }[];
}

interface Kept {
  version: number;
  schema: GraphQLSchema;
}

const schemas = new WeakMap<Org, Map<string, Kept>>();

/** @param body `{query, variables?, operationName?}` */
export async function runGraphql(org: Org, user: OrgUser, body: unknown): Promise<GraphqlAnswer> {
  const { query, variables, operationName } = (body ?? {}) as {
    query?: unknown;
    variables?: Record<string, unknown> | null;
    operationName?: string | null;
  };
  let document: DocumentNode;
  try {
    document = parse(typeof query === 'string' ? query : '');
  } catch (error) {
    return failure([
      describe(
        error as GraphQLError,
        `Invalid Syntax : ${(error as Error).message}`,
        'InvalidSyntax'
      )
    ]);
  }
  const schema = schemaFor(org, user);
  const invalid = validate(schema, document);
  if (invalid.length > 0) {
    const undefinedFields = findUndefinedFields(schema, document);
    return failure(
      invalid.map((error) => {
        const start = error.nodes?.[0]?.loc?.start;
        const named = start === undefined ? undefined : undefinedFields.get(start);
        return describe(error, named ?? `Validation error : ${error.message}`, 'ValidationError');
      })
    );
  }
  const result: ExecutionResult = await execute({
    schema,
    document,
    variableValues: variables ?? undefined,
    operationName: operationName ?? undefined
  });
  return {
    data: result.data ?? null,
    errors: (result.errors ?? []).map((error) =>
      describe(error, error.message, 'DataFetchingException')
    )
  };
}

function schemaFor(org: Org, user: OrgUser): GraphQLSchema {
  const ofOrg = schemas.get(org) ?? new Map<string, Kept>();
  schemas.set(org, ofOrg);
  // The schema answers as this user reads: their permissions, and their times.
  const key = `${user.username} ${user.timeZone}`;
  const kept = ofOrg.get(key);
  if (kept?.version === org.accessVersion) return kept.schema;
  const schema = graphqlSchema(org, user);
  ofOrg.set(key, { version: org.accessVersion, schema });
  return schema;
}

/** The server's words for a field that does not exist for this user, by position in the query. */
function findUndefinedFields(schema: GraphQLSchema, document: DocumentNode): Map<number, string> {
  const found = new Map<number, string>();
  const types = new TypeInfo(schema);
  const path: string[] = [];
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          path.push(node.alias?.value ?? node.name.value);
          const parent = types.getParentType();
          if (parent && !types.getFieldDef() && node.loc)
            found.set(
              node.loc.start,
              `Validation error (FieldUndefined@[${path.join('/')}]) : Field '${node.name.value}' in type '${parent.name}' is undefined`
            );
        },
        leave() {
          path.pop();
        }
      }
    })
  );
  return found;
}

function describe(
  error: GraphQLError,
  message: string,
  type: string
): GraphqlAnswer['errors'][number] {
  return {
    message,
    locations: error.locations ?? [],
    paths: error.path ?? [],
    extensions: { ErrorType: type }
  };
}

function failure(errors: GraphqlAnswer['errors']): GraphqlAnswer {
  return { data: null, errors };
}
