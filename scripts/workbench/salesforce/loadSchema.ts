import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { standardObjects } from '../org/standardObjects';
import type { StandardField, StandardObject } from '../org/standardObjects';
import { customField } from './customField';
import { checkFormula } from './formula';
import { child, children, flag, readMetadataFile, text } from './metadataFile';
import type { Element, MetadataProblem } from './metadataFile';
import { plainField } from './schema';
import type { FieldSchema, ObjectSchema, PermissionSet, ValidationRule } from './schema';
import type { Sharing } from './settings';

export interface Tab {
  name: string;
  label: string;
  lwcComponent?: string;
}

export interface OrgSchema {
  objects: Map<string, ObjectSchema>;
  permissionSets: Map<string, PermissionSet>;
  /** Custom labels by name. */
  labels: Record<string, string>;
  tabs: Map<string, Tab>;
}

/**
 * Builds the schema of the local org: standard objects, then the metadata of each folder in turn.
 * A file that can't be used becomes a problem; everything else still loads.
 * @param root project root; problems name files relative to it
 * @param folders source-format folders, the product's first, the customer's after it
 */
export function loadSchema(
  root: string,
  folders: string[]
): { schema: OrgSchema; problems: MetadataProblem[] } {
  const problems: MetadataProblem[] = [];
  const schema: OrgSchema = {
    objects: new Map(standardObjects.map((object) => [object.name, standardObject(object)])),
    permissionSets: new Map(),
    labels: {},
    tabs: new Map()
  };
  const read = (file: string, rootTag: string): Element | undefined => {
    const reading = readMetadataFile(root, file, rootTag);
    if ('element' in reading) return reading.element;
    problems.push(reading.problem);
    return undefined;
  };

  for (const folder of folders) {
    // Objects of every folder first: a rule or permission set may name a field of another folder.
    for (const name of directories(join(folder, 'objects'))) {
      loadObject(schema, join(folder, 'objects', name), name, read, problems, root);
    }
  }
  dropBrokenFormulas(schema, problems);
  for (const folder of folders) {
    for (const name of directories(join(folder, 'objects'))) {
      loadValidationRules(schema, join(folder, 'objects', name), name, read, problems, root);
    }
    for (const file of files(join(folder, 'permissionsets'), '.permissionset-meta.xml')) {
      const element = read(file, 'PermissionSet');
      if (element) {
        const set = permissionSet(element, baseName(file, '.permissionset-meta.xml'));
        problems.push(...unknownGrants(schema, set, relativeTo(root, file)));
        schema.permissionSets.set(set.name, set);
      }
    }
    for (const file of files(join(folder, 'labels'), '.labels-meta.xml')) {
      for (const label of children(read(file, 'CustomLabels'), 'labels')) {
        schema.labels[text(label, 'fullName') ?? ''] = text(label, 'value') ?? '';
      }
    }
    for (const file of files(join(folder, 'tabs'), '.tab-meta.xml')) {
      const element = read(file, 'CustomTab');
      const name = baseName(file, '.tab-meta.xml');
      if (element) {
        schema.tabs.set(name, {
          name,
          label: text(element, 'label') ?? name,
          lwcComponent: text(element, 'lwcComponent')
        });
      }
    }
  }
  return { schema, problems };
}

type Read = (file: string, rootTag: string) => Element | undefined;

function loadObject(
  schema: OrgSchema,
  folder: string,
  name: string,
  read: Read,
  problems: MetadataProblem[],
  root: string
): void {
  const objectFile = join(folder, `${name}.object-meta.xml`);
  const element = existsSync(objectFile) ? read(objectFile, 'CustomObject') : undefined;
  if (element) schema.objects.set(name, customObject(element, name, schema.objects.size));
  // Custom fields of tasks and events are fields of Activity; here only tasks exist.
  const object = schema.objects.get(name === 'Activity' ? 'Task' : name);
  for (const file of files(join(folder, 'fields'), '.field-meta.xml')) {
    const field = read(file, 'CustomField');
    if (!field) continue;
    if (!object) {
      problems.push({
        type: 'unknown_object',
        file: relativeTo(root, file),
        message: `there is no object ${name}: its ${name}.object-meta.xml is missing or broken`
      });
      continue;
    }
    const result = customField(field, baseName(file, '.field-meta.xml'));
    if ('unknownType' in result) {
      problems.push({
        type: 'unknown_field_type',
        file: relativeTo(root, file),
        message: `field type ${result.unknownType} is not supported by the local org`
      });
    } else object.fields.set(result.field.apiName, result.field);
  }
}

/** A formula may use fields of any folder, so it is read once all are there. */
function dropBrokenFormulas(schema: OrgSchema, problems: MetadataProblem[]): void {
  for (const object of schema.objects.values())
    for (const { apiName, formula } of [...object.fields.values()]) {
      const trouble = formula === undefined ? undefined : checkFormula(formula, object);
      if (!trouble) continue;
      object.fields.delete(apiName);
      problems.push({
        type: 'formula',
        file: `${object.apiName}.${apiName}`,
        message: `${trouble} in formula: ${formula}`
      });
    }
}

function loadValidationRules(
  schema: OrgSchema,
  folder: string,
  name: string,
  read: Read,
  problems: MetadataProblem[],
  root: string
): void {
  const object = schema.objects.get(name === 'Activity' ? 'Task' : name);
  for (const file of files(join(folder, 'validationRules'), '.validationRule-meta.xml')) {
    const element = read(file, 'ValidationRule');
    if (!element || !object) continue;
    const rule: ValidationRule = {
      name: `${object.apiName}.${text(element, 'fullName') ?? ''}`,
      active: flag(element, 'active'),
      formula: text(element, 'errorConditionFormula') ?? '',
      errorMessage: text(element, 'errorMessage') ?? '',
      errorDisplayField: text(element, 'errorDisplayField'),
      file: relativeTo(root, file)
    };
    const trouble = checkFormula(rule.formula, object);
    if (trouble) {
      problems.push({
        type: 'formula',
        file: rule.file,
        message: `${trouble} in formula: ${rule.formula}`
      });
    } else object.validationRules.push(rule);
  }
}

/** Organization-wide defaults as the metadata spells them. */
const sharingModels: Record<string, Sharing> = { Private: 'private', Read: 'read' };

function customObject(element: Element, name: string, sequence: number): ObjectSchema {
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

function standardObject(object: StandardObject): ObjectSchema {
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

function permissionSet(element: Element, name: string): PermissionSet {
  return {
    name,
    label: text(element, 'label') ?? name,
    fields: new Map(
      children(element, 'fieldPermissions').map((grant) => [
        text(grant, 'field') ?? '',
        { read: flag(grant, 'readable'), edit: flag(grant, 'editable') }
      ])
    ),
    objects: new Map(
      children(element, 'objectPermissions').map((grant) => [
        text(grant, 'object') ?? '',
        {
          read: flag(grant, 'allowRead'),
          create: flag(grant, 'allowCreate'),
          edit: flag(grant, 'allowEdit'),
          delete: flag(grant, 'allowDelete'),
          viewAll: flag(grant, 'viewAllRecords'),
          modifyAll: flag(grant, 'modifyAllRecords')
        }
      ])
    ),
    tabs: children(element, 'tabSettings')
      .filter((tab) => text(tab, 'visibility') !== 'None')
      .map((tab) => text(tab, 'tab') ?? ''),
    userPermissions: children(element, 'userPermissions')
      .filter((grant) => flag(grant, 'enabled'))
      .map((grant) => text(grant, 'name') ?? '')
  };
}

function unknownGrants(schema: OrgSchema, set: PermissionSet, file: string): MetadataProblem[] {
  const fields = [...set.fields.keys()].filter((name) => {
    const [object, field] = name.split('.');
    return !schema.objects.get(object ?? '')?.fields.has(field ?? '');
  });
  const objects = [...set.objects.keys()].filter((name) => !schema.objects.has(name));
  return [...objects, ...fields].map((name) => ({
    type: name.includes('.') ? ('unknown_field' as const) : ('unknown_object' as const),
    file,
    message: `${name} does not exist; the grant is ignored`
  }));
}

function directories(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function files(folder: string, suffix: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .sort()
    .map((name) => join(folder, name));
}

function baseName(file: string, suffix: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -suffix.length);
}

function relativeTo(root: string, file: string): string {
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
}
