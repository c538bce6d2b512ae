import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { taskShape } from 'c/taskDraft';
import type { Mapping, TaskShape } from 'c/taskDraft';
import { readItems } from './items';
import { replay } from './replay';
import { assumedShape, KEY } from './taskFields';

export interface Terminal {
  /** Absolute; file names are relative to it. */
  folder: string;
  out(text: string): void;
  error(text: string): void;
}

export const USAGE = `usage: npm run -s replay -- <file …> --user <id> [--mapping <file>] [--object-info <file>]
                         [--locale en-US] [--time-zone <zone>] [--region mypurecloud.com]
`;

/** What the user got wrong, in words for the terminal. */
class InputProblem extends Error {}

/** Exit code: 0, or 2 when flags or files can't be used; then nothing is on stdout. */
export async function replayCommand(args: string[], terminal: Terminal): Promise<number> {
  try {
    const { files, ...options } = readFlags(args, terminal.folder);
    const items = files.flatMap((file) => itemsOf(file, terminal.folder));
    terminal.out(`${JSON.stringify(await replay(items, options), null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    terminal.error(`replay: ${error.message}\n`);
    return 2;
  }
}

function readFlags(args: string[], folder: string) {
  const { values, positionals: files } = parse(args);
  if (!values.user) throw new InputProblem(`--user <id> is missing\n${USAGE}`);
  if (files.length === 0) throw new InputProblem(`no file given\n${USAGE}`);
  const { locale, region, 'time-zone': timeZone, 'object-info': objectInfo } = values;
  known('--locale', locale, () => Intl.getCanonicalLocales(locale));
  if (timeZone) known('--time-zone', timeZone, () => new Intl.DateTimeFormat('en', { timeZone }));
  const mappings = values.mapping ? mappingsOf(values.mapping, folder) : [];
  const shape = objectInfo ? shapeOf(objectInfo, folder) : assumedShape(mappings);
  return {
    files,
    userId: values.user,
    mappings,
    shape,
    locale,
    region,
    ...(timeZone && { timeZone })
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        user: { type: 'string' },
        mapping: { type: 'string' },
        'object-info': { type: 'string' },
        locale: { type: 'string', default: 'en-US' },
        'time-zone': { type: 'string' },
        region: { type: 'string', default: 'mypurecloud.com' }
      }
    });
  } catch (error) {
    throw new InputProblem(`${(error as Error).message}\n${USAGE}`);
  }
}

function known(flag: string, value: string, use: () => unknown): void {
  try {
    use();
  } catch {
    throw new InputProblem(`${flag} ${value}: unknown`);
  }
}

function itemsOf(file: string, folder: string): unknown[] {
  const items = readItems(text(file, folder));
  if ('line' in items) throw new InputProblem(`${file}:${items.line}: ${items.message}`);
  return items.items;
}

function json(file: string, folder: string): unknown {
  const items = itemsOf(file, folder);
  return items.length === 1 ? items[0] : items;
}

function text(file: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, file), 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const words = { ENOENT: 'no such file', EISDIR: 'is a folder', EACCES: 'may not be read' };
    throw new InputProblem(`${file}: ${words[code as keyof typeof words] ?? message}`);
  }
}

/** The key field comes with this package: an object info taken before it was installed lacks it. */
function shapeOf(file: string, folder: string): TaskShape {
  const { fields } = taskShape(json(file, folder));
  if (Object.keys(fields).length > 0) return { fields: { ...KEY, ...fields } };
  throw new InputProblem(`${file}: no fields; expected the object info of Task`);
}

/** `[{"attribute","field"}]`, with `whenTooLong`, `whenEmpty` and `active` where wanted. */
function mappingsOf(file: string, folder: string): Mapping[] {
  return itemsOf(file, folder).map((entry, index) => {
    const { attribute, field, active, whenTooLong, whenEmpty } = (entry ?? {}) as Partial<Mapping>;
    if (typeof attribute !== 'string' || typeof field !== 'string') {
      throw new InputProblem(`${file}: mapping ${index + 1} needs "attribute" and "field" as text`);
    }
    return {
      attribute,
      field,
      active: active !== false,
      whenTooLong: whenTooLong === 'leave_out' ? 'leave_out' : 'cut',
      whenEmpty: whenEmpty === 'clear' ? 'clear' : 'leave'
    };
  });
}
