import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLString
} from 'graphql';
import type { DataType, FieldSchema } from './schema';

/**
 * The name a field's value type, operators and scalar go by. Phones, picklists and dates have scalars of
 * their own: a variable declared `String` is refused where one of them is asked for.
 */
export function typeName(field: FieldSchema): string {
  if (field.dataType !== 'TextArea') return typeNames[field.dataType];
  if (field.extraTypeInfo === 'RichTextArea') return 'RichTextArea';
  return field.length > 255 ? 'LongTextArea' : 'TextArea';
}

const typeNames: Record<DataType, string> = {
  Id: 'ID',
  String: 'String',
  TextArea: 'TextArea',
  Boolean: 'Boolean',
  Int: 'Int',
  Double: 'Double',
  Currency: 'Currency',
  Percent: 'Percent',
  Date: 'Date',
  DateTime: 'DateTime',
  Phone: 'PhoneNumber',
  Email: 'EmailAddress',
  Url: 'Url',
  Picklist: 'Picklist',
  MultiPicklist: 'MultiPicklist',
  ComboBox: 'Picklist',
  Reference: 'ID'
};

const numberScalar = (name: string): GraphQLScalarType =>
  new GraphQLScalarType({ ...GraphQLFloat.toConfig(), name });

const scalars = new Map<string, GraphQLScalarType>(
  [
    ...[GraphQLID, GraphQLString, GraphQLBoolean, GraphQLInt],
    ...['Double', 'Currency', 'Percent'].map(numberScalar)
  ].map((scalar) => [scalar.name, scalar])
);

export function scalarOf(name: string): GraphQLScalarType {
  const made = scalars.get(name) ?? new GraphQLScalarType({ ...GraphQLString.toConfig(), name });
  scalars.set(name, made);
  return made;
}

const ordered = ['eq', 'ne', 'lt', 'gt', 'lte', 'gte'];

export const operators: Record<string, { single: string[]; list: string[] }> = {
  ID: { single: ['eq', 'ne'], list: ['in', 'nin'] },
  Boolean: { single: ['eq', 'ne'], list: [] },
  MultiPicklist: { single: ['eq', 'ne'], list: ['includes', 'excludes'] },
  Int: { single: ordered, list: ['in', 'nin'] },
  Double: { single: ordered, list: ['in', 'nin'] },
  Currency: { single: ordered, list: ['in', 'nin'] },
  Percent: { single: ordered, list: ['in', 'nin'] },
  Date: { single: ordered, list: ['in', 'nin'] },
  DateTime: { single: ordered, list: ['in', 'nin'] }
};

export const textOperators = { single: [...ordered, 'like'], list: ['in', 'nin'] };

const order = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });

const nulls = new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } });

export const scope = new GraphQLEnumType({
  name: 'SupportedScopes',
  values: { EVERYTHING: {}, MINE: {} }
});

export const literal = new GraphQLEnumType({
  name: 'DateLiteral',
  values: { YESTERDAY: {}, TODAY: {}, TOMORROW: {} }
});

export const orderBy = new GraphQLInputObjectType({
  name: 'OrderByClause',
  fields: { order: { type: order }, nulls: { type: nulls } }
});

/** A field that a user may not have: then the query succeeds without it. */
export const optional = new GraphQLDirective({
  name: 'optional',
  locations: [DirectiveLocation.FIELD]
});

export const mutationOptions = new GraphQLInputObjectType({
  name: 'UIAPIMutationsInput',
  fields: { allOrNone: { type: GraphQLBoolean } }
});

export const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString }
  }
});
