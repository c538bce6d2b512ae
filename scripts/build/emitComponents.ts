import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { eraseTypes } from './eraseTypes';

export interface EmitProblem {
  type: 'syntax' | 'no_entry' | 'empty_entry';
  /** Path from the project root: of the source, or of the entry that is missing or empty. */
  file: string;
  message: string;
}

export interface EmitResult {
  /** Paths from the project root, of every `.js` that stands beside its `.ts` now. */
  emitted: string[];
  /** `.js` files taken away because their `.ts` is gone. */
  removed: string[];
  problems: EmitProblem[];
}

/**
 * Puts a `.js` beside each `force-app/**\/lwc/<bundle>/<file>.ts`: the server compiles JavaScript
 * only (a bundle of nothing but `.ts` comes out of the platform compiler empty, without an error).
 * Types are erased and nothing else changes, so comments reach the org. A file is written only when
 * its text differs, for the sake of whoever watches it.
 *
 * @param root path of the project
 * @returns what was written and removed; `problems` is empty when every bundle can be deployed
 */
export async function emitComponents(root: string): Promise<EmitResult> {
  const result: EmitResult = { emitted: [], removed: [], problems: [] };
  for (const bundle of bundlesBelow(join(root, 'force-app'))) emitBundle(root, bundle, result);
  return result;
}

function bundlesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const folders = readdirSync(folder, { withFileTypes: true }).filter((at) => at.isDirectory());
  return folders.flatMap(({ name }) => {
    const path = join(folder, name);
    if (name !== 'lwc') return bundlesBelow(path);
    return readdirSync(path, { withFileTypes: true })
      .filter((at) => at.isDirectory() && !at.name.startsWith('_'))
      .map((at) => join(path, at.name));
  });
}

function emitBundle(root: string, bundle: string, result: EmitResult): void {
  const files = readdirSync(bundle);
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  for (const source of sources) emitFile(root, join(bundle, source), result);
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    if (sources.includes(`${file.slice(0, -3)}.ts`)) continue;
    rmSync(join(bundle, file));
    result.removed.push(relative(root, join(bundle, file)));
  }
  // A folder that is being made, and a bundle of shared styles, need no script.
  if (sources.length === 0 && !files.some((file) => file.endsWith('.html'))) return;
  checkEntry(root, bundle, result);
}

function emitFile(root: string, source: string, result: EmitResult): void {
  const text = readFileSync(source, 'utf8');
  const { outputText, diagnostics } = eraseTypes(source, text);
  for (const { messageText, start = 0 } of diagnostics) {
    const line = text.slice(0, start).split('\n').length;
    const message = `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    result.problems.push({ type: 'syntax', file: relative(root, source), message });
  }
  const target = `${source.slice(0, -3)}.js`;
  writeChanged(target, outputText);
  result.emitted.push(relative(root, target));
}

function checkEntry(root: string, bundle: string, result: EmitResult): void {
  const name = bundle.slice(bundle.lastIndexOf('/') + 1).replace(/^.*\\/, '');
  const entry = join(bundle, `${name}.js`);
  const file = relative(root, entry);
  if (!existsSync(entry)) {
    const message = `bundle '${name}' has no ${name}.ts: it would deploy without code`;
    result.problems.push({ type: 'no_entry', file, message });
  } else if (readFileSync(entry, 'utf8').trim() === 'export {};') {
    const message = `bundle '${name}' is empty once its types are erased`;
    result.problems.push({ type: 'empty_entry', file, message });
  }
}

function writeChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}
