import { execute, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLError,
  GraphQLSchema,
  OperationDefinitionNode,
  TypeNode
} from 'graphql';
import { describe, validationErrors } from './graphqlErrors';
import type { DescribedError } from './graphqlErrors';
import { graphqlSchema } from './graphqlSchema';
import type { Org } from './org';
import type { OrgUser } from './orgTypes';

/** How errors look in the answer: HTTP 200, `data` null, the kind in `extensions.ErrorType`. */
interface GraphqlAnswer {
  data: unknown;
  errors: DescribedError[];
}

interface Kept {
  version: number;
  schema: GraphQLSchema;
}

const MOST_SUBQUERIES = 10;

const schemas = new WeakMap<Org, Map<string, Kept>>();

/** @param body `{query, variables?, operationName?}` */
export async function runGraphql(org: Org, user: OrgUser, body: unknown): Promise<GraphqlAnswer> {
  const { query, variables, operationName } = (body ?? {}) as {
    query?: unknown;
    variables?: Record<string, unknown> | null;
    operationName?: string | null;
  };
  let given: DocumentNode;
  try {
    given = parse(typeof query === 'string' ? query : '');
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
  const document = withoutMissingOptionals(schema, given);
  const invalid = [...validationErrors(schema, document), ...tooManySubqueries(document)];
  if (invalid.length > 0) return failure(invalid);
  const result: ExecutionResult = await execute({
    schema,
    document,
    variableValues: coercedVariables(document, variables ?? {}),
    operationName: operationName ?? undefined
  });
  return {
    data: result.data ?? null,
    errors: (result.errors ?? []).map((error) =>
      describe(error, fetchingMessage(error), 'DataFetchingException')
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

/** A field marked `@optional` that this user does not have is left out instead of refused. */
function withoutMissingOptionals(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const isOptional = node.directives?.some(({ name }) => name.value === 'optional');
        return isOptional && types.getParentType() && !types.getFieldDef() ? null : undefined;
      }
    })
  );
}

/** Each object below `uiapi.query` is a query of its own. */
function tooManySubqueries(document: DocumentNode): DescribedError[] {
  const path: string[] = [];
  let count = 0;
  visit(document, {
    Field: {
      enter(node) {
        path.push(node.name.value);
        if (path.length === 3 && path[0] === 'uiapi' && path[1] === 'query') count += 1;
      },
      leave() {
        path.pop();
      }
    }
  });
  return count <= MOST_SUBQUERIES
    ? []
    : [
        {
          message: `Validation error : A query may have at most ${MOST_SUBQUERIES} subqueries; this one has ${count}.`,
          locations: [],
          paths: [],
          extensions: { ErrorType: 'ValidationError' }
        }
      ];
}

/** The server is lenient with variables: a number where text is declared, digits where a number is. */
function coercedVariables(
  document: DocumentNode,
  variables: Record<string, unknown>
): Record<string, unknown> {
  const declared = new Map(
    document.definitions
      .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
      .flatMap((one) => one.variableDefinitions ?? [])
      .map(({ variable, type }) => [variable.name.value, nameOfType(type)])
  );
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map((one) => coerced(declared.get(name), one))
        : coerced(declared.get(name), value)
    ])
  );
}

function nameOfType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOfType(type.type);
}

function coerced(type: string | undefined, value: unknown): unknown {
  if (type === 'Int' && typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value);
  if (type === 'Boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const isText = type === 'String' || type === 'ID';
  return isText && (typeof value === 'number' || typeof value === 'boolean')
    ? String(value)
    : value;
}

/** What a resolver threw is told with its place; what the engine itself finds is not. */
function fetchingMessage(error: GraphQLError): string {
  return error.originalError && error.path
    ? `Exception while fetching data (/${error.path.join('/')}) : ${error.message}`
    : error.message;
}

function failure(errors: DescribedError[]): GraphqlAnswer {
  return { data: null, errors };
}
