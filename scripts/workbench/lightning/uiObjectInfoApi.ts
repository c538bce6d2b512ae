import type {
  ObjectInfoRepresentation,
  PicklistValues,
  PicklistValuesCollection
} from 'lightning/uiObjectInfoApi';
import type { FieldReference, ObjectId } from 'lightning/uiRecordApi';
import { callOrg } from './data/org';
import type { Question } from './data/resources';
import { dataOrError, wireAdapter } from './data/wireAdapter';

type ObjectReference = ObjectId | string;

/** Metadata is believed far longer than records. */
const KEEP_FOR_MS = 15 * 60_000;

export const getObjectInfo = wireAdapter<
  { objectApiName?: ObjectReference | undefined },
  WireResult<ObjectInfoRepresentation>
>(({ objectApiName }) => {
  const name = nameOf(objectApiName);
  return name ? question(`/ui-api/object-info/${name}`) : undefined;
}, dataOrError);

export const getObjectInfos = wireAdapter<
  { objectApiNames?: readonly ObjectReference[] | undefined },
  WireResult<{ results: { statusCode: number; result: ObjectInfoRepresentation }[] }>
>(({ objectApiNames }) => {
  const names = (objectApiNames ?? []).flatMap((one) => nameOf(one) ?? []);
  if (names.length === 0) return undefined;
  return {
    key: `/ui-api/object-info/batch/${names.join(',')}`,
    keepFor: KEEP_FOR_MS,
    load: async () => ({ results: await Promise.all(names.map(batchResult)) })
  };
}, dataOrError);

export const getPicklistValues = wireAdapter<
  { recordTypeId?: string | undefined; fieldApiName?: FieldReference | undefined },
  WireResult<PicklistValues>
>(({ recordTypeId, fieldApiName }) => {
  if (!recordTypeId || !fieldApiName) return undefined;
  const name =
    typeof fieldApiName === 'string'
      ? fieldApiName
      : `${fieldApiName.objectApiName}.${fieldApiName.fieldApiName}`;
  const [object = '', field = ''] = name.split('.');
  return question(`/ui-api/object-info/${object}/picklist-values/${recordTypeId}/${field}`);
}, dataOrError);

export const getPicklistValuesByRecordType = wireAdapter<
  { objectApiName?: ObjectReference | undefined; recordTypeId?: string | undefined },
  WireResult<PicklistValuesCollection>
>(({ objectApiName, recordTypeId }) => {
  const name = nameOf(objectApiName);
  return name && recordTypeId
    ? question(`/ui-api/object-info/${name}/picklist-values/${recordTypeId}`)
    : undefined;
}, dataOrError);

function question(path: string): Question {
  return { key: path, keepFor: KEEP_FOR_MS, load: () => callOrg(path) };
}

/** One refused object does not fail the others. */
async function batchResult(name: string): Promise<{ statusCode: number; result: unknown }> {
  try {
    return { statusCode: 200, result: await callOrg(`/ui-api/object-info/${name}`) };
  } catch (error) {
    const { status, body } = error as FetchResponse;
    return { statusCode: status, result: body };
  }
}

function nameOf(reference: ObjectReference | undefined): string | undefined {
  return typeof reference === 'string' ? reference : reference?.objectApiName;
}
