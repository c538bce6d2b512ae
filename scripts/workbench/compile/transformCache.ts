import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectHook, Plugin, TransformPluginContext, TransformResult } from 'rollup';

type Transform = (
  this: TransformPluginContext,
  code: string,
  id: string
) => Promise<TransformResult> | TransformResult;

/**
 * Keeps what a plugin made of each file on disk. A result depends on the file's text, its name and
 * `settings` (versions and options), and on nothing else, so those are the key.
 */
export function cacheTransforms(plugin: Plugin, folder: string, settings: string): Plugin {
  mkdirSync(folder, { recursive: true });
  const transform = handlerOf(plugin.transform as ObjectHook<Transform> | undefined);
  return {
    ...plugin,
    async transform(code, id) {
      const key = createHash('sha256').update(`${settings}\0${id}\0${code}`).digest('hex');
      const file = join(folder, `${key.slice(0, 32)}.json`);
      const kept = read(file);
      if (kept !== undefined) return kept;
      const result = await transform?.call(this, code, id);
      write(file, result ?? null);
      return result;
    }
  };
}

function handlerOf(hook: ObjectHook<Transform> | undefined): Transform | undefined {
  return typeof hook === 'object' ? hook.handler : hook;
}

function read(file: string): TransformResult | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TransformResult;
  } catch {
    return undefined;
  }
}

/** By a rename, so that a second workbench starting now never reads half a file. */
function write(file: string, result: TransformResult): void {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(result));
  renameSync(temporary, file);
}
