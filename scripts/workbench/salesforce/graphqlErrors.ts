import { specifiedRules, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import type { ASTNode, DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';

export interface DescribedError {
  message: string;
  locations: readonly { line: number; column: number }[];
  paths: readonly (string | number)[];
  extensions: { ErrorType: string };
}

/** What the platform's own validator calls the finding of each rule. */
const kinds: Record<string, string> = {
  FieldsOnCorrectTypeRule: 'FieldUndefined',
  KnownArgumentNamesRule: 'UnknownArgument',
  KnownDirectivesRule: 'UnknownDirective',
  KnownFragmentNamesRule: 'UndefinedFragment',
  KnownTypeNamesRule: 'UnknownType',
  NoUndefinedVariablesRule: 'UndefinedVariable',
  ProvidedRequiredArgumentsRule: 'MissingFieldArgument',
  ValuesOfCorrectTypeRule: 'WrongType',
  VariablesInAllowedPositionRule: 'VariableTypeMismatch'
};

/** Everything the schema refuses of a query, in the server's words. */
export function validationErrors(schema: GraphQLSchema, document: DocumentNode): DescribedError[] {
  const places = placesOf(schema, document);
  return specifiedRules.flatMap((rule) =>
    validate(schema, document, [rule]).map((error) => {
      const kind = kinds[rule.name];
      const place = places(error.nodes?.[0]);
      return describe(
        error,
        kind
          ? `Validation error (${kind}@[${place.path}]) : ${place.undefinedField ?? error.message}`
          : `Validation error : ${error.message}`,
        'ValidationError'
      );
    })
  );
}

export function describe(error: GraphQLError, message: string, type: string): DescribedError {
  return {
    message,
    locations: error.locations ?? [],
    paths: error.path ?? [],
    extensions: { ErrorType: type }
  };
}

interface Place {
  path: string;
  /** Set where the path ends in a field that does not exist for this user. */
  undefinedField?: string;
}

/** Where in the query a node stands: the path of the field it is, or belongs to. */
function placesOf(
  schema: GraphQLSchema,
  document: DocumentNode
): (node: ASTNode | undefined) => Place {
  const types = new TypeInfo(schema);
  const found: { start: number; end: number; place: Place }[] = [];
  const path: string[] = [];
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          path.push(node.alias?.value ?? node.name.value);
          const parent = types.getParentType();
          const isUndefined = parent && !types.getFieldDef();
          if (node.loc)
            found.push({
              start: node.loc.start,
              end: node.loc.end,
              place: {
                path: path.join('/'),
                ...(isUndefined
                  ? {
                      undefinedField: `Field '${node.name.value}' in type '${parent.name}' is undefined`
                    }
                  : {})
              }
            });
        },
        leave() {
          path.pop();
        }
      }
    })
  );
  return (node) => {
    const { start = -1, end = -1 } = node?.loc ?? {};
    // The innermost field around the node is the last that was entered before it.
    const around = found.filter((one) => one.start <= start && end <= one.end).at(-1);
    if (!around) return { path: '' };
    return node?.kind === 'Field' ? around.place : { path: around.place.path };
  };
}
