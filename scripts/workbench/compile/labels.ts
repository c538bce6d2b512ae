import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

export const LABELS = 'force-app/main/default/labels';

/** Label name → its text, of all label files. A file that does not parse yields none. */
export function readLabels(root: string): Map<string, string> {
  const parser = new XMLParser({ isArray: (name) => name === 'labels', parseTagValue: false });
  const labels = new Map<string, string>();
  for (const file of list(join(root, LABELS))) {
    if (!file.endsWith('.labels-meta.xml')) continue;
    const parsed: unknown = parser.parse(readFileSync(join(root, LABELS, file), 'utf8'));
    for (const { fullName, value } of entries(parsed)) labels.set(fullName, value);
  }
  return labels;
}

function entries(parsed: unknown): { fullName: string; value: string }[] {
  return (
    (parsed as { CustomLabels?: { labels?: { fullName: string; value: string }[] } }).CustomLabels
      ?.labels ?? []
  );
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
