import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { standardObjects } from '../org/standardObjects';
import { customField } from './customField';
import { checkFormula } from './formula';
import { children, flag, readMetadataFile, text } from './metadataFile';
import type { Element, MetadataProblem } from './metadataFile';
import type { ValidationRule } from './schema';
import type { OrgSchema } from './orgSchema';
import { standardObject, customObject } from './objectSchema';
import { permissionSet, unknownGrants } from './grants';

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
