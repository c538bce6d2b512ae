/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeFamilies, catalogue } from 'c/interaction';
import { attributesPage } from '../page';

it('docs/attributes.md is what the catalogue says (npx tsx scripts/attributes-doc.ts writes it)', () => {
  const page = readFileSync(join(process.cwd(), 'docs', 'attributes.md'), 'utf8');
  expect(page).toBe(attributesPage());
});

it.each([...catalogue, ...attributeFamilies].map(({ name }) => name))('documents %s', (name) => {
  expect(attributesPage()).toContain(`| \`${name}\` |`);
});

it('has each attribute once', () => {
  const names = catalogue.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
