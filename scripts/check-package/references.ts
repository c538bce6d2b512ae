import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { loadSchema } from '../workbench/salesforce/loadSchema';
import type { ObjectSchema } from '../workbench/salesforce/schema';
import { children, readMetadataFile, text } from '../workbench/salesforce/metadataFile';
import type { Element } from '../workbench/salesforce/metadataFile';
import type { Finding } from './finding';
import { componentBundles, filesBelow } from './packageFiles';
import type { OrgSchema } from '../workbench/salesforce/orgSchema';

/** What one file names in another must be there: labels, fields, resources, components, tabs, pages. */
export function checkReferences(root: string, folder: string): Finding[] {
  const { schema } = loadSchema(root, [folder]);
  return [
    ...checkScripts(root, folder, schema),
    ...checkPermissionSets(root, folder, schema),
    ...checkApps(root, folder, schema)
  ];
}

const missing = (file: string, message: string, advice: string, line?: number): Finding => ({
  type: 'missing_reference',
  file,
  line,
  message,
  advice
});

/** `@salesforce/…` and `c/…` modules that components import. */
const imports =
  /from\s+'(?:@salesforce\/(label|schema|resourceUrl|messageChannel)\/([^']+)|c\/([^']+))'/g;

function checkScripts(root: string, folder: string, schema: OrgSchema): Finding[] {
  const components = componentBundles(root).map((bundle) => basename(bundle));
  const resources = filesBelow(join(folder, 'staticresources'))
    .filter((file) => file.endsWith('.resource-meta.xml'))
    .map((file) => basename(file, '.resource-meta.xml'));
  const channels = filesBelow(join(folder, 'messageChannels')).map((file) =>
    basename(file).replace(/\.messageChannel-meta\.xml$/, '__c')
  );
  const exists = (kind: string, name: string): string | undefined => {
    if (kind === 'label')
      return name.replace(/^c\./, '') in schema.labels
        ? undefined
        : 'add the label to labels/CustomLabels.labels-meta.xml, or correct the name';
    if (kind === 'resourceUrl')
      return resources.includes(name) ? undefined : 'add the static resource, or correct the name';
    if (kind === 'messageChannel')
      return channels.includes(name) ? undefined : 'add the message channel, or correct the name';
    const [object = '', field] = name.split('.');
    const found = schema.objects.get(object);
    return found && (field === undefined || found.fields.has(field))
      ? undefined
      : 'add the object or field to objects/, or correct the name';
  };
  return componentBundles(root)
    .flatMap(filesBelow)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return [...source.matchAll(imports)].flatMap((match) => {
        const [, kind, name = '', component] = match;
        const line = source.slice(0, match.index).split('\n').length;
        const where = relative(root, file);
        if (component !== undefined)
          return components.includes(component)
            ? []
            : [missing(where, `there is no component c/${component}`, 'correct the import', line)];
        const advice = exists(kind ?? '', name);
        return advice ? [missing(where, `there is no ${kind ?? ''} ${name}`, advice, line)] : [];
      });
    });
}

function checkPermissionSets(root: string, folder: string, schema: OrgSchema): Finding[] {
  const findings: Finding[] = [];
  const granted = new Set<string>();
  for (const file of filesBelow(join(folder, 'permissionsets'))) {
    const element = elementOf(root, file, 'PermissionSet');
    const where = relative(root, file);
    for (const name of names(element, 'fieldPermissions', 'field')) {
      granted.add(name);
      const [objectName = '', fieldName = ''] = name.split('.');
      const field = schema.objects.get(objectName)?.fields.get(fieldName);
      if (!field)
        findings.push(
          missing(
            where,
            `there is no field ${name}`,
            'add it to objects/, or remove its permission'
          )
        );
      else if (field.required || field.nameField)
        findings.push({
          type: 'field_permission',
          file: where,
          message: `${name} is a ${field.required ? 'required' : 'name'} field`,
          advice: 'remove its permission: the deploy would fail, everyone sees it anyway'
        });
    }
    for (const name of names(element, 'objectPermissions', 'object')) {
      if (!schema.objects.has(name))
        findings.push(missing(where, `there is no object ${name}`, 'correct the name'));
    }
    findings.push(
      ...named(
        folder,
        where,
        names(element, 'applicationVisibilities', 'application'),
        'applications',
        '.app-meta.xml'
      ),
      ...named(folder, where, names(element, 'tabSettings', 'tab'), 'tabs', '.tab-meta.xml'),
      ...named(folder, where, names(element, 'pageAccesses', 'apexPage'), 'pages', '.page-meta.xml')
    );
  }
  for (const object of schema.objects.values()) {
    for (const name of ungrantedFields(object, granted))
      findings.push({
        type: 'field_permission',
        file: `${relative(root, folder)}/permissionsets`,
        message: `no permission set grants ${name}`,
        advice: 'add a field permission: a deployed field is visible to nobody until then'
      });
  }
  return findings;
}

function ungrantedFields(object: ObjectSchema, granted: Set<string>): string[] {
  return [...object.fields.values()]
    .filter((field) => field.custom && !field.required)
    .map((field) => `${object.apiName}.${field.apiName}`)
    .filter((name) => !granted.has(name));
}

function checkApps(root: string, folder: string, schema: OrgSchema): Finding[] {
  const components = componentBundles(root).map((bundle) => basename(bundle));
  const findings: Finding[] = [];
  for (const tab of schema.tabs.values()) {
    if (tab.lwcComponent && !components.includes(tab.lwcComponent))
      findings.push(
        missing(
          relative(root, join(folder, 'tabs', `${tab.name}.tab-meta.xml`)),
          `there is no component ${tab.lwcComponent}`,
          'add it, or correct <lwcComponent>'
        )
      );
  }
  for (const file of filesBelow(join(folder, 'flexipages'))) {
    const page = elementOf(root, file, 'FlexiPage');
    const instances = children(page, 'flexiPageRegions')
      .flatMap((region) => children(region, 'itemInstances'))
      .flatMap((item) => children(item, 'componentInstance'));
    for (const instance of instances) {
      const name = text(instance, 'componentName') ?? '';
      // Components of the platform carry a namespace.
      if (!name.includes(':') && !components.includes(name))
        findings.push(
          missing(
            relative(root, file),
            `there is no component ${name}`,
            'add it, or correct <componentName>'
          )
        );
    }
  }
  for (const file of filesBelow(join(folder, 'applications'))) {
    const app = elementOf(root, file, 'CustomApplication');
    const where = relative(root, file);
    const tabs = words(app, 'tabs').filter((tab) => !tab.startsWith('standard-'));
    findings.push(
      ...named(folder, where, tabs, 'tabs', '.tab-meta.xml'),
      ...named(folder, where, words(app, 'utilityBar'), 'flexipages', '.flexipage-meta.xml')
    );
  }
  return findings;
}

function named(
  folder: string,
  where: string,
  list: string[],
  kind: string,
  suffix: string
): Finding[] {
  return list
    .filter((name) => !existsSync(join(folder, kind, `${name}${suffix}`)))
    .map((name) =>
      missing(where, `there is no ${kind}/${name}${suffix}`, 'add it, or correct the name')
    );
}

/** Unreadable files are told by the check of tags. */
function elementOf(root: string, file: string, type: string): Element {
  const reading = readMetadataFile(root, file, type);
  return 'element' in reading ? reading.element : {};
}

function names(element: Element, tag: string, key: string): string[] {
  return children(element, tag).map((one) => text(one, key) ?? '');
}

/** Texts of a repeated element. */
function words(element: Element, tag: string): string[] {
  return [element[tag] ?? []].flat().filter((one): one is string => typeof one === 'string');
}
