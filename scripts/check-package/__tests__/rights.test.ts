/** @jest-environment node */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkRights } from '../rights';

const folder = 'force-app/main/default';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rights-'));
  for (const kind of ['permissionsets', 'objects'])
    cpSync(join(process.cwd(), folder, kind), join(root, folder, kind), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const AGENT = 'permissionsets/Softphone_Agent.permissionset-meta.xml';
const ADMIN = 'permissionsets/Softphone_Admin.permissionset-meta.xml';
const SUPERVISOR = 'permissionsets/Softphone_Supervisor.permissionset-meta.xml';
const object = (name: string) => `objects/${name}/${name}.object-meta.xml`;

const findings = () => checkRights(root, join(root, folder)).map(({ message }) => message);

it('the package grants what the table grants', () => {
  expect(findings()).toEqual([]);
});

/** A change to the text of a file, `from` → `to`, and what is found. */
const cases: [string, file: string, from: RegExp, to: string, message: string][] = [
  [
    'an agent who may change settings',
    AGENT,
    /<allowEdit>false(?=[^]*?Softphone_Settings__c)(?![^]*?Interaction_Transcript__c)/,
    '<allowEdit>true',
    'grants what the table does not: edit Softphone_Settings__c'
  ],
  [
    'an agent who may delete transcripts',
    AGENT,
    /<allowDelete>false(?=[^/]*\/allowDelete>\s*<allowEdit>true)/,
    '<allowDelete>true',
    'grants what the table does not: delete Interaction_Transcript__c'
  ],
  [
    'an administrator who reads all transcripts',
    ADMIN,
    /<viewAllRecords>false/,
    '<viewAllRecords>true',
    'grants what the table does not: view all Interaction_Transcript__c'
  ],
  [
    'a field of the settings that agents change',
    AGENT,
    /<editable>false(?=[^/]*\/editable>\s*<field>Softphone_Settings__c.Gateway__c)/,
    '<editable>true',
    'lets a field be changed that the table does not: Softphone_Settings__c.Gateway__c'
  ],
  [
    'a supervisor who sees no more than the own',
    SUPERVISOR,
    /<viewAllRecords>true/,
    '<viewAllRecords>false',
    'lacks what the table grants: view all Interaction_Transcript__c'
  ],
  [
    'a system permission',
    SUPERVISOR,
    /<\/PermissionSet>/,
    '<userPermissions><enabled>true</enabled><name>ModifyAllData</name></userPermissions></PermissionSet>',
    'grants what the table does not: userPermissions ModifyAllData'
  ],
  [
    'a class',
    AGENT,
    /<\/PermissionSet>/,
    '<classAccesses><apexClass>Other</apexClass><enabled>true</enabled></classAccesses></PermissionSet>',
    'grants what the table does not: classAccesses Other'
  ],
  [
    'a tab of an agent',
    AGENT,
    /<\/PermissionSet>/,
    '<tabSettings><tab>Softphone_Setup</tab><visibility>Visible</visibility></tabSettings></PermissionSet>',
    'grants what the table does not: tabSettings Softphone_Setup'
  ],
  [
    'settings that everybody may change',
    object('Softphone_Settings__c'),
    /<sharingModel>Read</,
    '<sharingModel>ReadWrite<',
    'everybody has ReadWrite, the table Read'
  ],
  [
    'transcripts that everybody reads',
    object('Interaction_Transcript__c'),
    /<sharingModel>Private</,
    '<sharingModel>Read<',
    'everybody has Read, the table Private'
  ],
  [
    'transcripts without history',
    object('Interaction_Transcript__c'),
    /<enableHistory>true/,
    '<enableHistory>false',
    'history is not kept'
  ]
];
it.each(cases)('%s', (_what, file, from, to, message) => {
  const path = join(root, folder, file);
  const source = readFileSync(path, 'utf8');
  const changed = source.replace(from, to);
  expect(changed).not.toBe(source);
  writeFileSync(path, changed);
  expect(findings()).toEqual([message]);
});

it('a set that the table does not know, and one that is missing', () => {
  const path = join(root, folder, SUPERVISOR);
  cpSync(path, join(dirname(path), 'Other.permissionset-meta.xml'));
  rmSync(path);
  expect(findings()).toEqual([
    'no such permission set is in the table',
    'is in the table and not in the package'
  ]);
});
