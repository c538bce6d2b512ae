import type { Sharing } from './settings';

/** Data types as the UI API spells them. */
export type DataType =
  | 'Id'
  | 'String'
  | 'TextArea'
  | 'Boolean'
  | 'Int'
  | 'Double'
  | 'Currency'
  | 'Percent'
  | 'Date'
  | 'DateTime'
  | 'Phone'
  | 'Email'
  | 'Url'
  | 'Picklist'
  | 'MultiPicklist'
  | 'ComboBox'
  | 'Reference';

export interface PicklistValue {
  value: string;
  label: string;
  /** Task.Status only: a task with this status is closed. */
  closed?: boolean;
}

export interface FieldSchema {
  apiName: string;
  label: string;
  dataType: DataType;
  custom: boolean;
  /** Characters; 0 for types without a length. */
  length: number;
  /** Digits in all, 0 for types without. */
  precision: number;
  scale: number;
  /** Before the user's permissions are looked at. */
  createable: boolean;
  updateable: boolean;
  required: boolean;
  unique: boolean;
  caseSensitive: boolean;
  externalId: boolean;
  /** Made by the platform: a formula, or a roll-up. */
  calculated: boolean;
  /** Of a formula field that the local org can evaluate. */
  formula?: string;
  nameField: boolean;
  /** Plain text, or rich. */
  extraTypeInfo: string | null;
  inlineHelpText: string | null;
  referenceTo: string[];
  relationshipName: string | null;
  picklist?: { values: PicklistValue[]; restricted: boolean };
  defaultValue?: FieldValue;
  /** AutoNumber: the display format, for example `AM-{0000}`. */
  autoNumber?: string;
}

export type FieldValue = string | number | boolean | null;

export interface ValidationRule {
  name: string;
  active: boolean;
  formula: string;
  errorMessage: string;
  errorDisplayField?: string;
  file: string;
}

export interface ObjectSchema {
  apiName: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  custom: boolean;
  nameFields: string[];
  /** Can be a task's Related To. */
  activities: boolean;
  /** The org-wide default, before a setting of the local org changes it. */
  sharing: Sharing;
  fields: Map<string, FieldSchema>;
  validationRules: ValidationRule[];
}

export interface ObjectGrant {
  read: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
  /** All records of the object, whoever owns them. */
  viewAll: boolean;
  modifyAll: boolean;
}

export interface PermissionSet {
  name: string;
  label: string;
  /** `Object.Field` → what it grants. */
  fields: Map<string, { read: boolean; edit: boolean }>;
  objects: Map<string, ObjectGrant>;
  tabs: string[];
  /** Those that are granted, for example `ModifyAllData`. */
  userPermissions: string[];
}

export const plainField: Omit<FieldSchema, 'apiName' | 'label' | 'dataType'> = {
  custom: false,
  length: 0,
  precision: 0,
  scale: 0,
  createable: true,
  updateable: true,
  required: false,
  unique: false,
  caseSensitive: false,
  externalId: false,
  calculated: false,
  nameField: false,
  extraTypeInfo: null,
  inlineHelpText: null,
  referenceTo: [],
  relationshipName: null
};
