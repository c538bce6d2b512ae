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

/** Lightning Data Service believes a record for half a minute. */
const KEEP_FOR_MS = 30_000;

export const getRecord = wireAdapter<
  GetRecordConfig & Record<string, unknown>,
  WireResult<RecordRepresentation>
>(recordQuestion, dataOrError);

function recordQuestion(config: GetRecordConfig): Question | undefined {
  const { recordId } = config;
  const query = new URLSearchParams();
  for (const part of ['fields', 'optionalFields', 'layoutTypes', 'modes'] as const) {
    const names = listOf(config[part]).map(qualifiedName);
    if (names.length > 0) query.set(part, names.join(','));
  }
  const asked = query.toString();
  if (!recordId || !asked) return undefined;
  const path = `/ui-api/records/${recordId}?${asked}`;
  return {
    key: path,
    keepFor: KEEP_FOR_MS,
    load: () => callOrg(path),
    holds: (data, id) => (data as RecordRepresentation).id === id,
    onRecord: (data, record) => withNewValues(data as RecordRepresentation, record)
  };
}

export async function createRecord(input: CreateRecordInput): Promise<RecordRepresentation> {
  const record = await callOrg('/ui-api/records', { method: 'POST', body: input });
  recordWritten(record as RecordRepresentation);
  return record as RecordRepresentation;
}

export async function updateRecord(
  input: UpdateRecordInput,
  clientOptions?: ClientOptions
): Promise<RecordRepresentation> {
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
  await callOrg(`/ui-api/records/${recordId}`, { method: 'DELETE' });
  await recordStale(recordId);
}

export async function notifyRecordUpdateAvailable(
  records: readonly { recordId: string }[]
): Promise<void> {
  await Promise.all(records.map(({ recordId }) => recordStale(recordId)));
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
