/** @jest-environment node */
import { existsSync, readFileSync } from 'node:fs';

/** `file › title` of docs/security.md: a claim without its test is one that nothing holds. */
const named = [
  ...readFileSync('docs/security.md', 'utf8').matchAll(/`([^`]+?\.(?:test|spec)\.ts) › ([^`]+)`/g)
].map(([, file = '', title = '']) => [file, title] as const);

it('claims name their tests', () => {
  expect(named.length).toBeGreaterThan(20);
});

it.each(named)('%s has › %s', (file, title) => {
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain(title);
});
