import type {
  ClientOptions,
  CreateRecordInput,
  FieldReference,
  FieldValueRepresentation,
  GetRecordConfig,
  RecordRepresentation,
  UpdateRecordInput
} from 'lightning/uiRecordApi';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { callOrg } from './data/org';
import { withNewValues } from './data/recordAnswer';
import { recordStale, recordWritten } from './data/resources';
import type { Question } from './data/resources';
import { dataOrError, wireAdapter } from './data/wireAdapter';
import { wholeId } from './data/recordId';

/** Lightning Data Service believes a record for half a minute. */
const KEEP_FOR_MS = 30_000;

export const getRecord = wireAdapter<
  GetRecordConfig & Record<string, unknown>,
  WireResult<RecordRepresentation>
>(recordQuestion, dataOrError);

function recordQuestion(config: GetRecordConfig): Question | undefined {
  const { recordId } = config;
  // A malformed id or a list that is null is no error: the wire stays silent for good.
  if (!recordId || !wholeId(recordId) || isNull(config)) return undefined;
  const query = new URLSearchParams();
  for (const part of ['fields', 'optionalFields', 'layoutTypes', 'modes'] as const) {
    const names = listOf(config[part]).map(qualifiedName);
    if (names.length > 0) query.set(part, names.join(','));
  }
  const asked = query.toString();
  if (!asked) return undefined;
  const path = `/ui-api/records/${recordId}?${asked}`;
  return {
    key: path,
    keepFor: KEEP_FOR_MS,
    load: () => callOrg(path),
    holds: (data, id) => (data as RecordRepresentation).id === id,
    onRecord: (data, record) => withNewValues(data as RecordRepresentation, record)
  };
}

function isNull(config: GetRecordConfig): boolean {
  return ([config.fields, config.optionalFields] as unknown[]).includes(null);
}

export async function createRecord(input: CreateRecordInput): Promise<RecordRepresentation> {
  if (typeof input?.apiName !== 'string' || !isMap(input.fields))
    throw new Error('Invalid config for "createRecord"');
  const record = await callOrg('/ui-api/records', { method: 'POST', body: input });
  recordWritten(record as RecordRepresentation);
  return record as RecordRepresentation;
}

export async function updateRecord(
  input: UpdateRecordInput,
  clientOptions?: ClientOptions
): Promise<RecordRepresentation> {
  if (!isMap(input?.fields) || !wholeId(input.fields['Id'])) throw new Error('Invalid recordInput');
  const { Id: id, ...fields } = input.fields;
  const since = clientOptions?.ifUnmodifiedSince;
  const record = await callOrg(`/ui-api/records/${String(id)}`, {
    method: 'PATCH',
    body: { ...input, fields },
    ...(since ? { headers: { 'if-unmodified-since': since } } : {})
  });
  recordWritten(record as RecordRepresentation);
  return record as RecordRepresentation;
}

export async function deleteRecord(recordId: string): Promise<void> {
  const id = wholeId(recordId);
  if (!id) throw new Error('Invalid config for "deleteRecord"');
  await callOrg(`/ui-api/records/${id}`, { method: 'DELETE' });
  await recordStale(id);
}

export async function notifyRecordUpdateAvailable(
  records: readonly { recordId: string }[]
): Promise<void> {
  // Ids of 15 characters do too; what is no id names no record.
  const ids = records.flatMap(({ recordId }) => wholeId(recordId) ?? []);
  await Promise.all(ids.map((id) => recordStale(id)));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function getFieldValue(
  record: RecordRepresentation | undefined,
  field: FieldReference
): FieldValueRepresentation['value'] | undefined {
  return fieldOf(record, field)?.value;
}

export function getFieldDisplayValue(
  record: RecordRepresentation | undefined,
  field: FieldReference
): string | null | undefined {
  return fieldOf(record, field)?.displayValue;
}

export function generateRecordInputForCreate(
  record: RecordRepresentation,
  objectInfo?: ObjectInfoRepresentation
): CreateRecordInput {
  const fields: CreateRecordInput['fields'] = {};
  for (const [name, { value }] of Object.entries(record.fields)) {
    const isWritable = objectInfo?.fields[name]?.createable ?? true;
    if (isWritable && (typeof value !== 'object' || value === null)) fields[name] = value;
  }
  return { apiName: record.apiName, fields };
}

function fieldOf(
  record: RecordRepresentation | undefined,
  field: FieldReference
): FieldValueRepresentation | undefined {
  const [, ...path] = qualifiedName(field).split('.');
  let current: RecordRepresentation | undefined = record;
  for (const name of path.slice(0, -1)) {
    const value: FieldValueRepresentation['value'] | undefined = current?.fields[name]?.value;
    current = typeof value === 'object' && value !== null ? value : undefined;
  }
  return current?.fields[path.at(-1) ?? ''];
}

function qualifiedName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Item];
}
