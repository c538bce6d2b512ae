import { jsonErrorLine } from './jsonError';

export type Items = { items: unknown[] } | { line: number; message: string };

/**
 * The items of a recording: one JSON document (a list's entries, else the document itself) or
 * JSON Lines. `line` counts from 1.
 */
export function readItems(text: string): Items {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return { line: 1, message: 'the file is empty' };
  const whole = parse(content);
  if (whole.ok) return { items: flat(whole.value) };
  const lines = content.split('\n');
  if (!isJsonLines(lines)) return { line: jsonErrorLine(content) ?? 1, message: whole.message };
  const items: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = parse(line);
    if (!parsed.ok) return { line: index + 1, message: parsed.message };
    items.push(...flat(parsed.value));
  }
  return { items };
}

/** Two lines at least, one of which is an object or list with content by itself. */
function isJsonLines(lines: string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length > 1 && filled.some((line) => /^[{[]\s*["{]/.test(line) && parse(line).ok);
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    // The message quotes the text around the spot, line breaks and all.
    return { ok: false, message: (error as Error).message.replace(/\s+/g, ' ') };
  }
}

function flat(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
