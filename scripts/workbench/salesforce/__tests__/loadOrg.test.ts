/** @jest-environment node */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localOrg } from './localOrg';
import type { LocalOrg } from './localOrg';
import { loadOrg } from '../loadOrg';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'org-'));
  for (const folder of ['objects', 'permissionsets'])
    for (const side of ['force-app/main/default', 'scripts/workbench/org'])
      cpSync(join(process.cwd(), side, folder), join(root, side, folder), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const product = 'force-app/main/default';
const customer = 'scripts/workbench/org';
const edit = (file: string, change: (text: string) => string): void => {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};
const started = (): Promise<LocalOrg> =>
  localOrg({ root, folders: [join(root, product), join(root, customer)] });
const fieldsOfTask = async (local: LocalOrg): Promise<string[]> => {
  const { body } = await local.call('GET', '/ui-api/object-info/Task');
  return Object.keys((body as { fields: object }).fields);
};

test('metadata as it is in the checkout loads without a problem', async () => {
  expect((await loadOrg({ root })).problems).toEqual([]);
});

test('a file that does not parse is named with its line; the rest still loads', async () => {
  const file = `${customer}/objects/Activity/fields/Queue__c.field-meta.xml`;
  edit(file, (text) => text.replace('</label>', '</lable>'));
  const { org, problems } = await loadOrg({ root });
  expect(problems).toContainEqual({
    type: 'not_xml',
    file,
    line: 6,
    message: expect.stringContaining('label')
  });
  expect(org.object('Task')?.fields.has('Queue__c')).toBe(false);
  expect(org.object('Task')?.fields.has('Wait__c')).toBe(true);
  expect(org.recordsOf('Contact').length).toBeGreaterThan(10);
});

test.each<[name: string, file: string, change: (text: string) => string, problem: object]>([
  [
    'a file of another type',
    `${product}/permissionsets/Softphone_Agent.permissionset-meta.xml`,
    (text) => text.replaceAll('PermissionSet>', 'Profile>').replace('<PermissionSet ', '<Profile '),
    { type: 'wrong_root', message: 'expected <PermissionSet>, found <Profile>' }
  ],
  [
    'a field type the org can not play',
    `${customer}/objects/Activity/fields/Wait__c.field-meta.xml`,
    (text) => text.replace('<type>Number<', '<type>Location<'),
    { type: 'unknown_field_type', message: expect.stringContaining('Location') }
  ],
  [
    'a formula beyond the supported ones',
    `${customer}/objects/Task/validationRules/Wait_Is_Not_Negative.validationRule-meta.xml`,
    (text) => text.replace('AND(NOT(ISBLANK(Wait__c))', 'AND(ISCHANGED(Wait__c)'),
    {
      type: 'formula',
      message: expect.stringMatching(
        /ISCHANGED is not supported .* in formula: AND\(ISCHANGED\(Wait__c\)/
      )
    }
  ],
  [
    'a permission for a field that is not there',
    `${customer}/permissionsets/Contact_Center_Agent.permissionset-meta.xml`,
    (text) => text.replace('Task.Queue__c', 'Task.Queu__c'),
    { type: 'unknown_field', message: expect.stringContaining('Task.Queu__c') }
  ]
])('%s', async (_name, file, change, problem) => {
  edit(file, change);
  expect((await loadOrg({ root })).problems).toContainEqual(
    expect.objectContaining({ file, ...problem })
  );
});

test('a missing object file leaves its fields without a home', async () => {
  rmSync(
    join(root, product, 'objects/Softphone_Settings__c/Softphone_Settings__c.object-meta.xml')
  );
  const { problems } = await loadOrg({ root });
  expect(problems).toContainEqual(
    expect.objectContaining({
      type: 'unknown_object',
      file: `${product}/objects/Softphone_Settings__c/fields/Client_Id__c.field-meta.xml`
    })
  );
});

test('a permission left out of the product hides the field from its users', async () => {
  expect(await fieldsOfTask(await started())).toContain('Interaction_Key__c');
  edit(`${product}/permissionsets/Softphone_Agent.permissionset-meta.xml`, (text) =>
    text.replace('Task.Interaction_Key__c', 'Task.Queue__c')
  );
  expect(await fieldsOfTask(await started())).not.toContain('Interaction_Key__c');
});

test('an object permission left out hides the object', async () => {
  edit(`${product}/permissionsets/Softphone_Agent.permissionset-meta.xml`, (text) =>
    text.replaceAll('<allowRead>true', '<allowRead>false')
  );
  const local = await started();
  expect(await local.call('GET', '/ui-api/object-info/Attribute_Mapping__c')).toMatchObject({
    status: 403,
    body: [{ errorCode: 'INSUFFICIENT_ACCESS' }]
  });
  const { errors } = await local.graphql(
    '{ uiapi { query { Attribute_Mapping__c { totalCount } } } }'
  );
  expect(errors[0]?.message).toContain("Field 'Attribute_Mapping__c'");
});
