import type { Org } from './org';
import type { FieldSchema, FieldValue, ObjectSchema } from './schema';
import { maySee } from './sharing';
import type { OrgUser, StoredRecord } from './orgTypes';
import { referenceBehind } from './recordRepresentation';

export interface QueryArguments {
  first?: number | null;
  after?: string | null;
  upperBound?: number | null;
  scope?: 'EVERYTHING' | 'MINE' | null;
  where?: Filter | null;
  orderBy?: Record<
    string,
    { order?: 'ASC' | 'DESC' | null; nulls?: 'FIRST' | 'LAST' | null }
  > | null;
}

/** `and`, `or`, `not`, or a field (its operators) or relationship (a filter of that object). */
export type Filter = { [name: string]: unknown };

export interface ResultEdge {
  node: StoredRecord;
  cursor: string;
}

const defaultPage = 10;
const largestPage = 2000;
const mostWithoutBound = 4000;

export function queryRecords(org: Org, user: OrgUser, object: ObjectSchema, given: QueryArguments) {
  const matching = org
    .recordsOf(object.apiName)
    .filter((record) => maySee(org, user, record))
    .filter((record) => given.scope !== 'MINE' || record.values['OwnerId'] === user.recordId)
    .filter((record) => matches(org, user, object, record, given.where ?? {}));
  sort(object, matching, given.orderBy ?? {});
  // Beyond these only a query with an upper bound of its own can walk.
  const found = given.upperBound == null ? matching.slice(0, mostWithoutBound) : matching;

  const start = given.after ? readCursor(given.after) : 0;
  const size = Math.min(Math.max(given.first ?? defaultPage, 0), largestPage);
  const edges = found
    .slice(start, start + size)
    .map((node, index): ResultEdge => ({ node, cursor: cursor(start + index + 1) }));
  return {
    edges,
    totalCount: found.length,
    pageInfo: {
      hasNextPage: start + edges.length < found.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null
    }
  };
}

function matches(
  org: Org,
  user: OrgUser,
  object: ObjectSchema,
  record: StoredRecord,
  filter: Filter
): boolean {
  return Object.entries(filter).every(([name, given]) => {
    if (given === null || given === undefined) return true;
    const inner = (one: unknown): boolean =>
      matches(org, user, object, record, (one ?? {}) as Filter);
    const list = Array.isArray(given) ? given : [given];
    if (name === 'and') return list.every(inner);
    if (name === 'or') return list.some(inner);
    if (name === 'not') return !inner(given);
    const field = object.fields.get(name);
    if (field) {
      const value = name === 'Id' ? record.id : (record.values[name] ?? null);
      return Object.entries(given as Record<string, unknown>).every(
        ([operator, operand]) =>
          operand === undefined || compare(org, user, field, value, operator, operand)
      );
    }
    const reference = referenceBehind(object, name);
    const target = reference && org.records.get(String(record.values[reference.apiName] ?? ''));
    const targetObject = target && org.object(target.object);
    return target && targetObject
      ? matches(org, user, targetObject, target, given as Filter)
      : false;
  });
}

function compare(
  org: Org,
  user: OrgUser,
  field: FieldSchema,
  value: FieldValue,
  operator: string,
  given: unknown
): boolean {
  const literal = dateLiteral(given);
  const left = literal ? localDay(user, value) : comparable(field, value);
  const operand = (one: unknown): FieldValue =>
    literal ? dayOf(org, user, literal) : comparable(field, momentOf(one));
  if (Array.isArray(given)) {
    const list = given.map(operand);
    const chosen = String(left ?? '').split(';');
    switch (operator) {
      case 'in':
        return list.includes(left);
      case 'nin':
        return !list.includes(left);
      case 'includes':
        return list.some((one) => chosen.includes(String(one)));
      default:
        return !list.some((one) => chosen.includes(String(one)));
    }
  }
  const right = operand(given);
  switch (operator) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'like':
      return left !== null && likePattern(String(right ?? '')).test(String(left));
    default:
      // Nothing is neither more nor less than anything.
      if (left === null || right === null) return false;
      if (operator === 'lt') return left < right;
      if (operator === 'lte') return left <= right;
      if (operator === 'gt') return left > right;
      return left >= right;
  }
}

/** Text compares without case, except where the field itself is case-sensitive; ids compare whole. */
function comparable(field: FieldSchema, value: FieldValue): FieldValue {
  if (typeof value !== 'string' || value === '') return value === '' ? null : value;
  if (field.dataType === 'Id' || field.dataType === 'Reference') return value.slice(0, 15);
  if (field.dataType === 'DateTime') return Date.parse(value);
  return field.caseSensitive ? value : value.toLowerCase();
}

const shifts = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 };
type DateLiteral = keyof typeof shifts;

function dateLiteral(given: unknown): DateLiteral | undefined {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
    ? ((given as { literal?: DateLiteral | null }).literal ?? undefined)
    : undefined;
}

/** The operand of a date or time is `{value}`. */
function momentOf(given: unknown): FieldValue {
  return typeof given === 'object' && given !== null
    ? ((given as { value?: string | null }).value ?? null)
    : (given as FieldValue);
}

/** A literal means a day of the user's time zone, for times too. */
function dayOf(org: Org, user: OrgUser, literal: DateLiteral): string {
  return isoDay(user, new Date(org.clock.now() + shifts[literal] * 24 * 60 * 60 * 1000));
}

function localDay(user: OrgUser, value: FieldValue): FieldValue {
  return typeof value === 'string' && value.includes('T') ? isoDay(user, new Date(value)) : value;
}

function isoDay(user: OrgUser, moment: Date): string {
  // The Canadian form is the ISO form.
  return new Intl.DateTimeFormat('en-CA', { timeZone: user.timeZone }).format(moment);
}

function likePattern(pattern: string): RegExp {
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}$`, 'is');
}

function sort(
  object: ObjectSchema,
  records: StoredRecord[],
  orderBy: NonNullable<QueryArguments['orderBy']>
): void {
  const clauses = Object.entries(orderBy).flatMap(([name, clause]) => {
    const field = object.fields.get(name);
    return field && clause ? [{ field, clause }] : [];
  });
  records.sort((a, b) => {
    for (const { field, clause } of clauses) {
      const left = comparable(field, a.values[field.apiName] ?? null);
      const right = comparable(field, b.values[field.apiName] ?? null);
      if (left === right) continue;
      if (left === null || right === null)
        return (left === null) === (clause.nulls !== 'LAST') ? -1 : 1;
      return left < right === (clause.order !== 'DESC') ? -1 : 1;
    }
    return 0;
  });
}

function cursor(position: number): string {
  return Buffer.from(String(position)).toString('base64');
}

function readCursor(text: string): number {
  const position = Number(Buffer.from(text, 'base64').toString());
  if (!Number.isInteger(position) || position <= 0 || cursor(position) !== text)
    throw new Error('Could not parse the cursor.');
  return position;
}
