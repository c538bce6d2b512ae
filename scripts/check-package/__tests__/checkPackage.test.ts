/** @jest-environment node */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkBundles } from '../bundles';
import { checkConversion } from '../convert';
import { describeFinding } from '../finding';
import type { Finding } from '../finding';
import { checkReferences } from '../references';
import { checkTags } from '../tags';

const project = process.cwd();
const folder = 'force-app/main/default';
const components = 'force-app/main/agent/lwc';

// The CLI takes seconds to start, more on a busy machine.
jest.setTimeout(60_000);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'package-'));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  for (const file of ['sfdx-project.json', '.forceignore'])
    cpSync(join(project, file), join(root, file));
  for (const kind of [
    'objects',
    'permissionsets',
    'tabs',
    'applications',
    'flexipages',
    'cspTrustedSites',
    'pages'
  ])
    cpSync(join(project, folder, kind), join(root, folder, kind), { recursive: true });
  for (const name of ['softphone', 'softphoneSignIn', 'attributeMappings']) component(name);
  write(
    `${folder}/labels/CustomLabels.labels-meta.xml`,
    xml(
      'CustomLabels',
      '<labels><fullName>Softphone_Hello</fullName><language>en_US</language><protected>true</protected><shortDescription>Hello</shortDescription><value>Hello</value></labels>'
    )
  );
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}
function edit(file: string, change: (text: string) => string): void {
  write(file, change(readFileSync(join(root, file), 'utf8')));
}
function xml(type: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${type}>\n`;
}
function component(name: string, source = 'export default class extends HTMLElement {}\n'): void {
  const bundle = `${components}/${name}`;
  write(`${bundle}/${name}.ts`, source);
  write(`${bundle}/${name}.js`, source);
  write(
    `${bundle}/${name}.js-meta.xml`,
    xml('LightningComponentBundle', '<apiVersion>66.0</apiVersion><isExposed>true</isExposed>')
  );
}

type Check = (root: string, folder: string) => Finding[];
const everything: Check[] = [checkTags, checkBundles, checkReferences, checkConversion];
const run = (check: Check): Finding[] => check(root, join(root, folder));

test('a whole package has no findings', () => {
  expect(everything.flatMap(run)).toEqual([]);
});

const agent = `${folder}/permissionsets/Softphone_Agent.permissionset-meta.xml`;
const key = `${folder}/objects/Activity/fields/Interaction_Key__c.field-meta.xml`;
const bar = `${folder}/flexipages/Softphone_UtilityBar.flexipage-meta.xml`;
const app = `${folder}/applications/Softphone_Console.app-meta.xml`;
const softphone = `${components}/softphone`;

test.each<[name: string, check: Check, spoil: () => void, finding: Partial<Finding>]>([
  [
    'an invented tag',
    checkTags,
    () => edit(key, (text) => text.replace('<label>', '<colour>red</colour>\n    <label>')),
    { type: 'unknown_tag', file: key, line: 8, message: '<colour> is no part of CustomField' }
  ],
  [
    'a tag deep inside',
    checkTags,
    () => edit(agent, (text) => text.replaceAll('allowCreate', 'allowMake')),
    {
      type: 'unknown_tag',
      file: agent,
      message: '<allowMake> is no part of PermissionSetObjectPermissions'
    }
  ],
  [
    'a word the tag does not know',
    checkTags,
    () => edit(key, (text) => text.replace('<type>Text<', '<type>String<')),
    { type: 'bad_value', file: key, message: 'CustomField.type is "String"' }
  ],
  [
    'a boolean in words',
    checkTags,
    () => edit(key, (text) => text.replace('<unique>true', '<unique>yes')),
    { type: 'bad_value', file: key, message: 'CustomField.unique is "yes"' }
  ],
  [
    'no number',
    checkTags,
    () => edit(key, (text) => text.replace('<length>255', '<length>long')),
    { type: 'bad_value', file: key, message: 'CustomField.length is "long"' }
  ],
  [
    'the same thing twice',
    checkTags,
    () => edit(key, (text) => text.replace('<label>', '<label>x</label>\n    <label>')),
    { type: 'repeated_tag', file: key }
  ],
  [
    'something required left out',
    checkTags,
    () => edit(agent, (text) => text.replace(/<label>.*<\/label>/, '')),
    { type: 'missing_tag', file: agent, message: 'PermissionSet has no <label>' }
  ],
  [
    'a file that does not parse',
    checkTags,
    () => edit(key, (text) => text.replace('</label>', '')),
    { type: 'not_xml', file: key }
  ],
  [
    'a file name of no type',
    checkTags,
    () => write(`${folder}/tabs/A.tabs-meta.xml`, xml('CustomTab', '')),
    { type: 'unknown_type', file: `${folder}/tabs/A.tabs-meta.xml` }
  ],
  [
    'a component without metadata',
    checkBundles,
    () => rmSync(join(root, softphone, 'softphone.js-meta.xml')),
    { type: 'no_metadata', file: softphone }
  ],
  [
    'a component that was not built',
    checkBundles,
    () => rmSync(join(root, softphone, 'softphone.js')),
    { type: 'no_script', file: `${softphone}/softphone.ts` }
  ],
  [
    'a script that came out empty',
    checkBundles,
    () => write(`${softphone}/softphone.js`, '\n'),
    { type: 'no_script', file: `${softphone}/softphone.ts` }
  ],
  [
    'a script one byte too long',
    checkBundles,
    () => write(`${softphone}/softphone.js`, 'x'.repeat(131_073)),
    { type: 'too_large', file: `${softphone}/softphone.js` }
  ],
  [
    'a resource one byte too long',
    checkBundles,
    () => write(`${folder}/staticresources/sdk.js`, 'x'.repeat(5_242_881)),
    { type: 'too_large', file: `${folder}/staticresources/sdk.js` }
  ],
  [
    'a label that is not there',
    checkReferences,
    () => component('softphone', "// one\nimport a from '@salesforce/label/c.Softphone_Helo';\n"),
    { type: 'missing_reference', file: `${softphone}/softphone.ts`, line: 2 }
  ],
  [
    'a field that is not there',
    checkReferences,
    () => component('softphone', "import a from '@salesforce/schema/Task.Key__c';\n"),
    { type: 'missing_reference', file: `${softphone}/softphone.ts` }
  ],
  [
    'a component that is not there',
    checkReferences,
    () => component('softphone', "import a from 'c/nothing';\n"),
    { type: 'missing_reference', file: `${softphone}/softphone.ts` }
  ],
  [
    'a resource that is not there',
    checkReferences,
    () => component('softphone', "import a from '@salesforce/resourceUrl/sdk';\n"),
    { type: 'missing_reference', file: `${softphone}/softphone.ts` }
  ],
  [
    'a permission for a field that is not there',
    checkReferences,
    () => edit(agent, (text) => text.replace('.Region__c', '.Regio__c')),
    {
      type: 'missing_reference',
      file: agent,
      message: 'there is no field Softphone_Settings__c.Regio__c'
    }
  ],
  [
    'a permission for a required field',
    checkReferences,
    () => edit(agent, (text) => text.replace('Mapping__c.Active__c', 'Mapping__c.Attribute__c')),
    { type: 'field_permission', file: agent }
  ],
  [
    'a field that nobody may see',
    checkReferences,
    () => cpSync(join(root, key), join(root, key.replace('Interaction_Key', 'Forgotten'))),
    { type: 'field_permission', message: 'no permission set grants Task.Forgotten__c' }
  ],
  [
    'a utility that is not there',
    checkReferences,
    () => edit(bar, (text) => text.replace('Name>softphone<', 'Name>softfone<')),
    { type: 'missing_reference', file: bar, message: 'there is no component softfone' }
  ],
  [
    'a tab that is not there',
    checkReferences,
    () => edit(app, (text) => text.replace('Softphone_Setup', 'Softphone_Set')),
    { type: 'missing_reference', file: app }
  ],
  [
    'a tab whose component is not there',
    checkReferences,
    () => rmSync(join(root, components, 'attributeMappings'), { recursive: true }),
    { type: 'missing_reference', file: `${folder}/tabs/Softphone_Setup.tab-meta.xml` }
  ],
  [
    'a component the CLI leaves out',
    checkConversion,
    () => rmSync(join(root, softphone, 'softphone.js')),
    { type: 'convert', file: softphone }
  ]
])('%s', (_name, check, spoil, finding) => {
  spoil();
  const found = run(check);
  expect(found).toContainEqual(expect.objectContaining(finding));
});

test('a finding reads as file, line, what and what to do', () => {
  expect(
    describeFinding({
      type: 'unknown_tag',
      file: 'a.xml',
      line: 3,
      message: '<b> is no part of C',
      advice: 'remove it'
    })
  ).toBe('a.xml:3  <b> is no part of C\n    → remove it');
});
