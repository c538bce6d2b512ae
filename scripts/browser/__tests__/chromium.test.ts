/** @jest-environment node */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumMissing, findChromium } from '../chromium';

const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
const program = join(folder, 'google-chrome');
const notes = join(folder, 'chromium');
beforeAll(() => {
  writeFileSync(program, '');
  chmodSync(program, 0o755);
  writeFileSync(notes, 'not a program');
  chmodSync(notes, 0o644);
});
afterAll(() => rmSync(folder, { recursive: true }));

const cases: [string, NodeJS.ProcessEnv, string | undefined][] = [
  ['a program on the path, whatever else has the name', { PATH: folder }, program],
  ['the one that is named', { PATH: '', CHROMIUM_PATH: program }, program],
  [
    'nothing else when the named one is no program',
    { PATH: folder, CHROMIUM_PATH: notes },
    undefined
  ]
];
it.each(cases)('finds %s', (_name, environment, expected) => {
  expect(findChromium(environment)).toBe(expected);
});

it('says which browser is missing and what to do', () => {
  expect(chromiumMissing({})).toMatch(/found none.*apt-get install chromium.*CHROMIUM_PATH/);
  expect(chromiumMissing({ CHROMIUM_PATH: '/opt/none' })).toMatch(
    /CHROMIUM_PATH names \/opt\/none/
  );
});
