/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkVulnerabilities } from '../vulnerabilities';

jest.setTimeout(60_000);

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'vulnerabilities-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('an old library among the static resources is found', async () => {
  writeFileSync(join(root, 'old.js'), '/*! jQuery v1.8.1 jquery.com | jquery.org/license */\n');
  const findings = await checkVulnerabilities(root, root);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings[0]).toMatchObject({ type: 'vulnerable', file: 'old.js' });
});

it('what nobody has found holes in is fit', async () => {
  writeFileSync(join(root, 'own.js'), 'export const one = 1;\n');
  expect(await checkVulnerabilities(root, root)).toEqual([]);
});
