/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleEntry, sourceFile, specifierOf, standIn } from '../sources';

const LWC = 'force-app/main/agent/lwc';
const files = [
  `${LWC}/softphone/softphone.ts`,
  `${LWC}/softphone/softphone.js`,
  `${LWC}/softphone/party.ts`,
  `${LWC}/legacy/legacy.js`,
  `${LWC}/unfinished/unfinished.html`,
  'scripts/workbench/lightning/uiRecordApi.ts',
  'scripts/workbench/console/app/app.ts'
];

describe('where the compiler finds its sources', () => {
  const root = mkdtempSync(join(tmpdir(), 'sources-'));
  const at = (path: string): string => join(root, path);

  beforeAll(() => {
    for (const file of files) {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), '');
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('an emitted .js never wins over its .ts', () => {
    expect(bundleEntry(root, 'c/softphone')).toBe(at(`${LWC}/softphone/softphone.ts`));
    expect(sourceFile(at(`${LWC}/softphone/softphone`))).toBe(at(`${LWC}/softphone/softphone.ts`));
    expect(bundleEntry(root, 'c/legacy')).toBe(at(`${LWC}/legacy/legacy.js`));
  });

  const entries: [specifier: string, file: string | undefined][] = [
    ['console/app', 'scripts/workbench/console/app/app.ts'],
    ['c/missing', undefined],
    ['c/unfinished', undefined],
    ['c/softphone/party', undefined],
    ['other/softphone', undefined],
    ['lightning/button', undefined]
  ];
  it.each(entries)('bundle %s', (specifier, file) => {
    expect(bundleEntry(root, specifier)).toBe(file && at(file));
  });

  it('a stand-in takes the place of a module of the platform, and of no base component', () => {
    expect(standIn(root, 'lightning/uiRecordApi')).toBe(
      at('scripts/workbench/lightning/uiRecordApi.ts')
    );
    expect(standIn(root, 'lightning/button')).toBeUndefined();
    expect(standIn(root, 'c/softphone')).toBeUndefined();
  });

  it('names components as the platform does', () => {
    expect(specifierOf(root, at(`${LWC}/softphone/softphone.ts`))).toBe('c/softphone');
    expect(specifierOf(root, at(`${LWC}/softphone/party.ts`))).toBeUndefined();
  });
});
