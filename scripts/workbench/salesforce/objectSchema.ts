import { standardObjects, type StandardField, type StandardObject } from '../org/standardObjects';
import { child, flag, text, type Element } from './metadataFile';
import { plainField, type FieldSchema, type ObjectSchema } from './schema';
import type { Sharing } from './settings';

/** Organization-wide defaults as the metadata spells them. */
const sharingModels: Record<string, Sharing> = { Private: 'private', Read: 'read' };

export function customObject(element: Element, name: string, sequence: number): ObjectSchema {
  const label = text(element, 'label') ?? name;
  const nameField = child(element, 'nameField') ?? {};
  const automatic = text(nameField, 'type') === 'AutoNumber';
  const base = standardObject({
    name,
    label,
    labelPlural: text(element, 'pluralLabel') ?? label,
    // Real orgs hand out a00, a01 … in the order objects were made.
    keyPrefix: `a0${sequence.toString(36)}`,
    nameFields: ['Name'],
    activities: flag(element, 'enableActivities'),
    fields: [
      ...systemFieldsOfCustomObjects,
      {
        name: 'Name',
        label: text(nameField, 'label') ?? 'Name',
        type: 'String',
        length: 80,
        nameField: true,
        readOnly: automatic,
        // An empty text Name becomes the record's id.
        required: false,
        autoNumber: automatic ? (text(nameField, 'displayFormat') ?? '{0}') : undefined
      }
    ]
  });
  const sharing = sharingModels[text(element, 'sharingModel') ?? ''] ?? 'public';
  return { ...base, custom: true, sharing };
}

const systemFieldsOfCustomObjects: StandardField[] = [
  ...(standardObjects
    .find((object) => object.name === 'Opportunity')
    ?.fields.filter((field) =>
      [
        'Id',
        'CreatedDate',
        'CreatedById',
        'LastModifiedDate',
        'LastModifiedById',
        'SystemModstamp',
        'OwnerId'
      ].includes(field.name)
    ) ?? [])
];

export function standardObject(object: StandardObject): ObjectSchema {
  return {
    apiName: object.name,
    label: object.label,
    labelPlural: object.labelPlural,
    keyPrefix: object.keyPrefix,
    custom: false,
    nameFields: object.nameFields,
    activities: object.activities ?? false,
    sharing: 'public',
    fields: new Map(object.fields.map((field) => [field.name, standardField(field)])),
    validationRules: []
  };
}

function standardField(field: StandardField): FieldSchema {
  return {
    ...plainField,
    apiName: field.name,
    label: field.label,
    dataType: field.type,
    length: field.length ?? 0,
    precision: field.precision ?? 0,
    scale: field.scale ?? 0,
    createable: !field.readOnly,
    updateable: !field.readOnly && !field.createOnly,
    required: field.required ?? false,
    nameField: field.nameField ?? false,
    calculated: field.calculated ?? false,
    extraTypeInfo: field.type === 'TextArea' ? 'PlainTextArea' : null,
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationship ?? null,
    defaultValue: field.defaultValue,
    autoNumber: field.autoNumber,
    picklist: field.picklist && {
      restricted: field.restricted ?? false,
      values: field.picklist.map((value) =>
        typeof value === 'string' ? { value, label: value } : value
      )
    }
  };
}
