declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';

  export interface FieldId {
    readonly fieldApiName: string;
    readonly objectApiName: string;
  }
  export interface ObjectId {
    readonly objectApiName: string;
  }
  export type FieldReference = FieldId | string;

  export interface FieldValueRepresentation {
    readonly value: string | number | boolean | null | RecordRepresentation;
    readonly displayValue: string | null;
  }
  export interface RecordRepresentation {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
    readonly childRelationships?: Readonly<Record<string, unknown>>;
    readonly lastModifiedById?: string | null;
    /** ISO-8601 UTC with milliseconds; what `ifUnmodifiedSince` is compared with. */
    readonly lastModifiedDate?: string | null;
    readonly recordTypeId?: string | null;
    readonly recordTypeInfo?: unknown;
    readonly systemModstamp?: string | null;
    readonly eTag?: string;
    readonly weakEtag?: number;
  }
  export type FieldInput = string | number | boolean | null | undefined;

  export interface GetRecordConfig {
    recordId?: string | undefined;
    fields?: FieldReference | readonly FieldReference[] | undefined;
    optionalFields?: FieldReference | readonly FieldReference[] | undefined;
    layoutTypes?: string | readonly string[] | undefined;
    modes?: string | readonly string[] | undefined;
  }
  export const getRecord: WireAdapterConstructor<GetRecordConfig, WireResult<RecordRepresentation>>;

  export interface CreateRecordInput {
    apiName: string;
    fields: Record<string, FieldInput>;
    allowSaveOnDuplicate?: boolean;
  }
  export interface UpdateRecordInput {
    /** Must hold `Id`. */
    fields: Record<string, FieldInput>;
    allowSaveOnDuplicate?: boolean;
  }
  export interface ClientOptions {
    /** `lastModifiedDate` of the version that was read; a newer one in the org refuses the write. */
    ifUnmodifiedSince?: string;
  }
  /** Rejects with a `FetchResponse`. */
  export function createRecord(input: CreateRecordInput): Promise<RecordRepresentation>;
  /** Rejects with a `FetchResponse`. */
  export function updateRecord(
    input: UpdateRecordInput,
    clientOptions?: ClientOptions
  ): Promise<RecordRepresentation>;
  /** Rejects with a `FetchResponse`. */
  export function deleteRecord(recordId: string): Promise<void>;

  export function getFieldValue(
    record: RecordRepresentation | undefined,
    field: FieldReference
  ): string | number | boolean | null | RecordRepresentation | undefined;
  export function getFieldDisplayValue(
    record: RecordRepresentation | undefined,
    field: FieldReference
  ): string | null | undefined;
  export function notifyRecordUpdateAvailable(
    records: readonly { recordId: string }[]
  ): Promise<void>;
  export function generateRecordInputForCreate(
    record: RecordRepresentation,
    objectInfo?: ObjectInfoRepresentation
  ): CreateRecordInput;
}
