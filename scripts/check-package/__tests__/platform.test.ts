/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPlatform } from '../platform';

jest.setTimeout(60_000);

const LWC = 'force-app/main/agent/lwc';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'platform-'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true }));

const WHOLE = {
  'box.js': `import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
export default class Box extends LightningElement {
  @api recordId;
  @wire(getRecord, { recordId: '$recordId', fields: ['Task.Subject'] }) record;
}`,
  'box.html': '<template><p>{recordId}</p></template>',
  'box.css': 'p { color: inherit; }'
};

async function findingsOf(files: Record<string, string>): Promise<string[]> {
  const bundle = join(root, LWC, 'box');
  rmSync(bundle, { recursive: true, force: true });
  mkdirSync(bundle, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(bundle, name), text);
  return (await checkPlatform(root)).map(({ file, message }) => `${file}: ${message}`);
}

it('a component an org takes has no findings', async () => {
  expect(await findingsOf(WHOLE)).toEqual([]);
});

it('a bundle of shared styles needs no script', async () => {
  expect(await findingsOf({ 'box.css': 'p { color: inherit; }' })).toEqual([]);
});

const refused: { what: string; files: Record<string, string>; finding: RegExp }[] = [
  {
    what: 'a wire adapter kept as a value',
    files: {
      'box.js': `import { getRecord } from 'lightning/uiRecordApi';\nexport const adapters = [getRecord];`
    },
    finding: /box\.js: .*LWC1503.*adapter/
  },
  {
    what: 'everything of the schema',
    files: {
      'box.js': `import * as TASK from '@salesforce/schema/Task';\nexport const name = TASK;`
    },
    finding: /box\.js: .*LWC1705/
  },
  {
    what: 'a bundle of TypeScript alone',
    files: { 'box.ts': 'export const one: number = 1;' },
    finding: /lwc\/box: there is no box\.js/
  },
  {
    what: 'a template that does not parse',
    files: { ...WHOLE, 'box.html': '<template><p>{recordId.}</p></template>' },
    finding: /box\.html: .*LWC/
  },
  {
    what: 'a dynamic import',
    files: { 'box.js': `export const load = () => import('lightning/uiRecordApi');` },
    finding: /box\.js: .*dynamic import/i
  },
  {
    what: 'an Aura library',
    files: {
      'box.js': `import { createComponent } from 'aura';\nexport const go = createComponent;`
    },
    finding: /box\.js: .*aura/i
  },
  {
    what: 'a file that is imported and not there',
    files: { 'box.js': `export { one } from './one';` },
    finding: /box.*one/
  }
];
it.each(refused)('$what is found', async ({ files, finding }) => {
  expect((await findingsOf(files)).join('\n')).toMatch(finding);
});
