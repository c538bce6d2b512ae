import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLabels } from '../compile/labels';

const PAGES = 'force-app/main/default/pages';

/**
 * A Visualforce page as a browser gets it: the `apex:page` element is the server's and disappears,
 * `{!$Label.…}` becomes text. Other merge fields are not known here and stay.
 * @returns undefined when there is no such page
 */
export function visualforcePage(root: string, name: string): string | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  const labels = readLabels(root);
  try {
    const source = readFileSync(join(root, PAGES, `${name}.page`), 'utf8');
    return source
      .replace(/<apex:page\b[^>]*>\s*/i, '')
      .replace(/<\/apex:page>\s*/i, '')
      .replace(/\{!\$Label\.(\w+)\}/g, (_, label: string) => escape(labels.get(label) ?? label));
  } catch {
    return undefined;
  }
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
