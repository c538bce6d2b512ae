import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString
} from 'graphql';
import type { GraphQLFieldConfig, GraphQLInputType } from 'graphql';
import type { Refusal } from './errors';
import type { Org } from './org';
import { visibleFields } from './representation';
import type { DataType, ObjectSchema } from './schema';
import { createRecord, deleteRecord, updateRecord } from './write';
import type { WriteOutcome } from './write';
import type { OrgUser, StoredRecord } from './orgTypes';

type Fields = Record<string, unknown>;
type Mutation = GraphQLFieldConfig<unknown, unknown, { input: Record<string, unknown> }>;

const inputTypes: Partial<Record<DataType, GraphQLInputType>> = {
  Boolean: GraphQLBoolean,
  Int: GraphQLInt,
  Double: GraphQLFloat,
  Currency: GraphQLFloat,
  Percent: GraphQLFloat
};

/**
 * `TaskCreate(input: {Task: {…}}) {Record {…}}`, `TaskUpdate(input: {Id, Task: {…}})` and
 * `TaskDelete(input: {Id}) {Id}` for each object the user may write, over the same writes as UI API.
 */
export function mutationType(
  org: Org,
  user: OrgUser,
  objects: ObjectSchema[],
  recordType: (object: ObjectSchema) => GraphQLObjectType
): GraphQLObjectType | undefined {
  const fields: Record<string, Mutation> = {};
  for (const object of objects) {
    const { apiName } = object;
    const access = org.objectAccess(user, object);
    const record = { Record: { type: recordType(object) } };
    if (access.create)
      fields[`${apiName}Create`] = {
        type: new GraphQLObjectType({ name: `${apiName}CreatePayload`, fields: record }),
        args: { input: { type: required(createInput(org, user, object)) } },
        resolve: (_source, { input }) =>
          recordOf(createRecord(org, user, { apiName, fields: input[apiName] as Fields }))
      };
    if (access.edit)
      fields[`${apiName}Update`] = {
        type: new GraphQLObjectType({
          name: `${apiName}UpdatePayload`,
          fields: { success: { type: GraphQLBoolean }, ...record }
        }),
        args: { input: { type: required(updateInput(org, user, object)) } },
        resolve: (_source, { input }) =>
          recordOf(updateRecord(org, user, String(input.Id), { fields: input[apiName] as Fields }))
      };
    if (access.delete)
      fields[`${apiName}Delete`] = {
        type: new GraphQLObjectType({
          name: `${apiName}DeletePayload`,
          fields: { Id: { type: GraphQLID } }
        }),
        args: {
          input: {
            type: required(
              new GraphQLInputObjectType({ name: `${apiName}DeleteInput`, fields: idField })
            )
          }
        },
        resolve: (_source, { input }) => ({
          Id: recordOf(deleteRecord(org, user, String(input.Id))).Record.id
        })
      };
  }
  return Object.keys(fields).length === 0
    ? undefined
    : new GraphQLObjectType({ name: 'UIAPIMutations', fields });
}

const idField = { Id: { type: new GraphQLNonNull(GraphQLID) } };

function required(type: GraphQLInputObjectType): GraphQLNonNull<GraphQLInputObjectType> {
  return new GraphQLNonNull(type);
}

function createInput(org: Org, user: OrgUser, object: ObjectSchema): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: `${object.apiName}CreateInput`,
    fields: { [object.apiName]: { type: required(representation(org, user, object, 'Create')) } }
  });
}

function updateInput(org: Org, user: OrgUser, object: ObjectSchema): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: `${object.apiName}UpdateInput`,
    fields: {
      ...idField,
      [object.apiName]: { type: required(representation(org, user, object, 'Update')) }
    }
  });
}

/** The fields that this user may write; another one is refused by validation. */
function representation(
  org: Org,
  user: OrgUser,
  object: ObjectSchema,
  write: 'Create' | 'Update'
): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: `${object.apiName}${write}Representation`,
    fields: () =>
      Object.fromEntries(
        visibleFields(org, user, object)
          .filter((field) => {
            const access = org.fieldAccess(user, object, field);
            return write === 'Create' ? access.create : access.update;
          })
          .map((field) => [field.apiName, { type: inputTypes[field.dataType] ?? GraphQLString }])
      )
  });
}

function recordOf(outcome: WriteOutcome): { Record: StoredRecord; success: boolean } {
  if (outcome.ok) return { Record: outcome.record, success: true };
  throw new Error(wordsOf(outcome));
}

/** The most precise words of a refusal: those of its first error. */
function wordsOf({ body }: Refusal): string {
  const whole = (Array.isArray(body) ? body[0] : body) as {
    message?: string;
    output?: { errors: { message: string }[]; fieldErrors: Record<string, { message: string }[]> };
  };
  const errors = [
    ...(whole.output?.errors ?? []),
    ...Object.values(whole.output?.fieldErrors ?? {}).flat()
  ];
  return errors[0]?.message ?? whole.message ?? '';
}
