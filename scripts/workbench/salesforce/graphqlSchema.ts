import {
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  specifiedDirectives
} from 'graphql';
import type {
  GraphQLFieldConfig,
  GraphQLFieldConfigMap,
  GraphQLInputFieldConfigMap,
  GraphQLOutputType
} from 'graphql';
import { displayValue } from './display';
import { mutationType } from './graphqlMutation';
import type { Org } from './org';
import { queryRecords } from './query';
import type { QueryArguments, ResultEdge } from './query';
import { isFilterable, visibleFields } from './representation';
import type { FieldSchema, ObjectSchema } from './schema';
import { maySee } from './sharing';
import type { OrgUser, StoredRecord } from './orgTypes';
import {
  typeName,
  scalarOf,
  operators,
  textOperators,
  literal,
  pageInfo,
  scope,
  orderBy,
  mutationOptions,
  optional
} from './graphqlTypes';

/** A field's two faces: what it is, and how this user reads it. */
interface FieldFace {
  value: unknown;
  displayValue: string | null;
}

/**
 * The GraphQL schema as one user meets it: objects and fields that are not visible to the user do not
 * exist in it, so that a query naming one is refused by validation, as in a real org.
 */
export function graphqlSchema(org: Org, user: OrgUser): GraphQLSchema {
  const objects = [...org.schema.objects.values()].filter(
    (object) => org.objectAccess(user, object).read
  );
  const named = new Map<string, GraphQLObjectType>();
  const filters = new Map<string, GraphQLInputObjectType>();
  const valueTypes = new Map<string, GraphQLObjectType>();
  const operatorTypes = new Map<string, GraphQLInputObjectType>();
  const unions = new Map<string, GraphQLUnionType>();

  const record = new GraphQLInterfaceType({
    name: 'Record',
    fields: {
      Id: { type: new GraphQLNonNull(GraphQLID) },
      ApiName: { type: new GraphQLNonNull(GraphQLString) },
      WeakEtag: { type: new GraphQLNonNull(GraphQLFloat) }
    },
    resolveType: (source: StoredRecord) => source.object
  });

  const valueType = (field: FieldSchema): GraphQLObjectType => {
    const name = `${typeName(field)}Value`;
    const made =
      valueTypes.get(name) ??
      new GraphQLObjectType({
        name,
        fields: {
          value: { type: scalarOf(typeName(field)) },
          displayValue: { type: GraphQLString }
        }
      });
    valueTypes.set(name, made);
    return made;
  };

  const operatorType = (field: FieldSchema): GraphQLInputObjectType => {
    const kind = typeName(field);
    const { single, list } = operators[kind] ?? textOperators;
    const moment = kind === 'Date' || kind === 'DateTime';
    const made =
      operatorTypes.get(kind) ??
      new GraphQLInputObjectType({
        name: `${kind}Operators`,
        fields: () => {
          const one = moment ? momentInput(kind) : scalarOf(kind);
          const fields: GraphQLInputFieldConfigMap = {};
          for (const name of single) fields[name] = { type: one };
          for (const name of list) fields[name] = { type: new GraphQLList(one) };
          return fields;
        }
      });
    operatorTypes.set(kind, made);
    return made;
  };
  const momentInputs = new Map<string, GraphQLInputObjectType>();
  const momentInput = (kind: string): GraphQLInputObjectType => {
    const made =
      momentInputs.get(kind) ??
      new GraphQLInputObjectType({
        name: `${kind}Input`,
        fields: { value: { type: scalarOf(kind) }, literal: { type: literal } }
      });
    momentInputs.set(kind, made);
    return made;
  };

  const relationship = (
    object: ObjectSchema,
    field: FieldSchema
  ): GraphQLOutputType | undefined => {
    const types = field.referenceTo.flatMap((target) => named.get(target) ?? []);
    if (types.length === 0) return undefined;
    if (field.referenceTo.length === 1) return types[0];
    const name = `${object.apiName}_${field.relationshipName}`;
    const made =
      unions.get(name) ??
      new GraphQLUnionType({ name, types, resolveType: (source: StoredRecord) => source.object });
    unions.set(name, made);
    return made;
  };

  for (const object of objects) {
    named.set(
      object.apiName,
      new GraphQLObjectType({
        name: object.apiName,
        interfaces: [record],
        fields: () => {
          const fields: GraphQLFieldConfigMap<StoredRecord, unknown> = {
            Id: { type: new GraphQLNonNull(GraphQLID), resolve: (source) => source.id },
            ApiName: {
              type: new GraphQLNonNull(GraphQLString),
              resolve: (source) => source.object
            },
            WeakEtag: {
              type: new GraphQLNonNull(GraphQLFloat),
              resolve: (source) => Date.parse(String(source.values['SystemModstamp']))
            }
          };
          for (const field of visibleFields(org, user, object)) {
            if (field.dataType === 'Id') continue;
            fields[field.apiName] = {
              type: valueType(field),
              resolve: (source): FieldFace => {
                const value = source.values[field.apiName] ?? null;
                return { value, displayValue: displayValue(field, value, user) };
              }
            };
            const type = field.relationshipName ? relationship(object, field) : undefined;
            if (type && field.relationshipName)
              fields[field.relationshipName] = {
                type,
                resolve: (source) => {
                  const target = org.records.get(String(source.values[field.apiName] ?? ''));
                  return target && !target.deleted && maySee(org, user, target) ? target : null;
                }
              };
          }
          return fields;
        }
      })
    );
    filters.set(
      object.apiName,
      new GraphQLInputObjectType({
        name: `${object.apiName}_Filter`,
        fields: () => {
          const self =
            filters.get(object.apiName) ?? new GraphQLInputObjectType({ name: '_', fields: {} });
          const fields: GraphQLInputFieldConfigMap = {
            and: { type: new GraphQLList(self) },
            or: { type: new GraphQLList(self) },
            not: { type: self }
          };
          for (const field of visibleFields(org, user, object)) {
            if (isFilterable(field)) fields[field.apiName] = { type: operatorType(field) };
            const [target, ...others] = field.referenceTo;
            const filter = target && others.length === 0 ? filters.get(target) : undefined;
            if (filter && field.relationshipName) fields[field.relationshipName] = { type: filter };
          }
          return fields;
        }
      })
    );
  }

  const connection = (
    object: ObjectSchema
  ): GraphQLFieldConfig<unknown, unknown, QueryArguments> => {
    const type = named.get(object.apiName);
    const filter = filters.get(object.apiName);
    if (!type || !filter) throw new Error(`no GraphQL type was made for ${object.apiName}`);
    const edge = new GraphQLObjectType<ResultEdge>({
      name: `${object.apiName}Edge`,
      fields: { node: { type }, cursor: { type: new GraphQLNonNull(GraphQLString) } }
    });
    return {
      type: new GraphQLObjectType({
        name: `${object.apiName}Connection`,
        fields: {
          edges: { type: new GraphQLList(edge) },
          pageInfo: { type: new GraphQLNonNull(pageInfo) },
          totalCount: { type: new GraphQLNonNull(GraphQLInt) }
        }
      }),
      args: {
        first: { type: GraphQLInt },
        after: { type: GraphQLString },
        upperBound: { type: GraphQLInt },
        scope: { type: scope },
        where: { type: filter },
        orderBy: {
          type: new GraphQLInputObjectType({
            name: `${object.apiName}_OrderBy`,
            fields: Object.fromEntries(
              visibleFields(org, user, object)
                .filter(isFilterable)
                .map((field) => [field.apiName, { type: orderBy }])
            )
          })
        }
      },
      resolve: (_source, given) => queryRecords(org, user, object, given)
    };
  };

  const query = new GraphQLObjectType({
    name: 'RecordQuery',
    fields: Object.fromEntries(objects.map((object) => [object.apiName, connection(object)]))
  });
  const uiapi = new GraphQLObjectType({
    name: 'UIAPI',
    fields: { query: { type: new GraphQLNonNull(query), resolve: () => ({}) } }
  });
  const mutation = mutationType(org, user, objects, (object) => {
    const type = named.get(object.apiName);
    if (!type) throw new Error(`no GraphQL type was made for ${object.apiName}`);
    return type;
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { uiapi: { type: new GraphQLNonNull(uiapi), resolve: () => ({}) } }
    }),
    mutation:
      mutation &&
      new GraphQLObjectType({
        name: 'Mutation',
        fields: {
          uiapi: {
            type: new GraphQLNonNull(mutation),
            // Wholly or not at all is how UI API writes; the argument is taken and changes nothing here.
            args: { input: { type: mutationOptions } },
            resolve: () => ({})
          }
        }
      }),
    directives: [...specifiedDirectives, optional],
    types: [...named.values()]
  });
}
