/** @jest-environment node */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { emitComponents } from '../../build';

const LWC = 'force-app/main/agent/lwc';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'emit-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(file: string, text = ''): void {
  const path = join(root, LWC, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
const read = (file: string) => readFileSync(join(root, LWC, file), 'utf8');
const has = (file: string) => existsSync(join(root, LWC, file));

it('erases types and leaves the rest, decorators and comments included', async () => {
  put(
    'panel/panel.ts',
    `import { LightningElement, api } from 'lwc';
import type { Row } from './row';
// Why, not what.
export default class Panel extends LightningElement {
  @api rows: Row[] | undefined;
  #open: boolean = false;
}
`
  );
  put('panel/row.ts', 'export interface Row { key: string }\n');
  const { emitted, problems } = await emitComponents(root);
  expect(problems).toEqual([]);
  expect(emitted).toEqual([`${LWC}/panel/panel.js`, `${LWC}/panel/row.js`]);
  expect(read('panel/panel.js')).toBe(`import { LightningElement, api } from 'lwc';
// Why, not what.
export default class Panel extends LightningElement {
    @api
    rows;
    #open = false;
}
`);
});

it('takes stale files away, and leaves tests and declarations alone', async () => {
  put('a/a.ts', 'export const a = 1;');
  put('a/gone.js', 'export const old = 1;');
  put('a/types.d.ts', 'declare const x: number;');
  put('a/__tests__/a.test.ts', 'it.todo("x");');
  expect((await emitComponents(root)).removed).toEqual([`${LWC}/a/gone.js`]);
  expect([
    has('a/a.js'),
    has('a/gone.js'),
    has('a/types.d.js'),
    has('a/__tests__/a.test.js')
  ]).toEqual([true, false, false, false]);
});

it('does not touch what is up to date', async () => {
  put('a/a.ts', 'export const a = 1;');
  await emitComponents(root);
  const { mtimeMs } = statSync(join(root, LWC, 'a/a.js'));
  await emitComponents(root);
  expect(statSync(join(root, LWC, 'a/a.js')).mtimeMs).toBe(mtimeMs);
});

const problems: [string, Record<string, string>, object][] = [
  [
    'a bundle without its entry',
    { 'a/other.ts': 'export const a = 1;' },
    { type: 'no_entry', file: `${LWC}/a/a.js` }
  ],
  [
    'a template without its script',
    { 'a/a.html': '' },
    { type: 'no_entry', file: `${LWC}/a/a.js` }
  ],
  ['an entry of nothing', { 'a/a.ts': '' }, { type: 'empty_entry', file: `${LWC}/a/a.js` }],
  [
    'a syntax error',
    { 'a/a.ts': 'export const a = 1;\nexport const b = ;' },
    { type: 'syntax', file: `${LWC}/a/a.ts`, message: 'line 2: Expression expected.' }
  ]
];

it.each(problems)('names %s', async (_, files, problem) => {
  for (const [file, text] of Object.entries(files)) put(file, text);
  expect((await emitComponents(root)).problems).toEqual([expect.objectContaining(problem)]);
});

it.each([
  ['shared styles', { 'a/a.css': '', 'a/a.js-meta.xml': '' }],
  ['an empty folder', { 'a/__tests__/x.txt': '' }]
])('has nothing against %s', async (_, files) => {
  for (const [file, text] of Object.entries(files)) put(file, text);
  expect((await emitComponents(root)).problems).toEqual([]);
});

it('has nothing to do where there is no package', async () => {
  rmSync(join(root, LWC), { recursive: true, force: true });
  expect(await emitComponents(root)).toEqual({ emitted: [], removed: [], problems: [] });
});
