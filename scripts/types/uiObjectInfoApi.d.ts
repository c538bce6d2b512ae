declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { FieldReference, ObjectId } from 'lightning/uiRecordApi';

  export interface FieldRepresentation {
    readonly apiName: string;
    readonly label: string;
    readonly dataType: string;
    readonly extraTypeInfo?: string | null;
    /** Characters; 0 for types without a length. */
    readonly length: number;
    readonly precision: number;
    readonly scale: number;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly required: boolean;
    readonly unique: boolean;
    readonly calculated?: boolean;
    readonly compound?: boolean;
    readonly custom?: boolean;
    readonly inlineHelpText?: string | null;
    readonly nameField?: boolean;
    readonly polymorphicForeignKey?: boolean;
    readonly reference: boolean;
    readonly referenceToInfos: readonly {
      readonly apiName: string;
      readonly nameFields: readonly string[];
    }[];
    readonly relationshipName?: string | null;
    readonly controllerName?: string | null;
    readonly controllingFields?: readonly string[];
    readonly sortable?: boolean;
    readonly filterable?: boolean;
  }
  export interface ObjectInfoRepresentation {
    readonly apiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string | null;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    readonly queryable: boolean;
    readonly custom: boolean;
    readonly defaultRecordTypeId: string | null;
    readonly nameFields: readonly string[];
    /** Only the fields this user may see. */
    readonly fields: Readonly<Record<string, FieldRepresentation>>;
    readonly recordTypeInfos?: Readonly<Record<string, unknown>>;
    readonly themeInfo?: { readonly color: string; readonly iconUrl: string } | null;
  }
  export interface PicklistValue {
    readonly label: string;
    readonly value: string;
    readonly attributes?: unknown;
    readonly validFor?: readonly number[];
  }
  export interface PicklistValues {
    readonly values: readonly PicklistValue[];
    readonly defaultValue: PicklistValue | null;
    readonly controllerValues: Readonly<Record<string, number>>;
  }
  export interface PicklistValuesCollection {
    readonly picklistFieldValues: Readonly<Record<string, PicklistValues>>;
  }

  type ObjectReference = ObjectId | string;
  export const getObjectInfo: WireAdapterConstructor<
    { objectApiName?: ObjectReference | undefined },
    WireResult<ObjectInfoRepresentation>
  >;
  export const getObjectInfos: WireAdapterConstructor<
    { objectApiNames?: readonly ObjectReference[] | undefined },
    WireResult<{
      readonly results: readonly {
        readonly statusCode: number;
        readonly result: ObjectInfoRepresentation;
      }[];
    }>
  >;
  export const getPicklistValues: WireAdapterConstructor<
    { recordTypeId?: string | undefined; fieldApiName?: FieldReference | undefined },
    WireResult<PicklistValues>
  >;
  export const getPicklistValuesByRecordType: WireAdapterConstructor<
    { objectApiName?: ObjectReference | undefined; recordTypeId?: string | undefined },
    WireResult<PicklistValuesCollection>
  >;
}
