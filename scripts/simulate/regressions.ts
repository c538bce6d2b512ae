import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from './plan';

const folderOf = (root: string): string => join(root, 'scripts', 'simulate', 'regressions');

/** JSON knows no Infinity: a fault for good is written with `to: null`. */
const revive = (key: string, value: unknown): unknown =>
  key === 'to' && value === null ? Infinity : value;

/** Shrunk plans that broke something once. Every run begins with them. */
export function loadRegressions(root: string): { name: string; plan: Plan }[] {
  let files: string[];
  try {
    files = readdirSync(folderOf(root)).filter((file) => file.endsWith('.json'));
  } catch {
    return [];
  }
  return files.sort().map((file) => ({
    name: file.replace(/\.json$/, ''),
    plan: JSON.parse(readFileSync(join(folderOf(root), file), 'utf8'), revive) as Plan
  }));
}

export function keepRegression(root: string, name: string, plan: Plan): string {
  mkdirSync(folderOf(root), { recursive: true });
  const file = join(folderOf(root), `${name}.json`);
  writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
  return file;
}
