import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import type { Finding } from './finding';
import { componentBundles, filesBelow } from './packageFiles';

/** Bytes an org takes: a script of a component (older orgs), a template, a stylesheet, a resource. */
export const limits: Record<string, number> = {
  '.js': 131_072,
  '.html': 131_072,
  '.css': 131_072
};
export const staticResourceLimit = 5_242_880;

/** Each component is whole: its metadata file, a `.js` beside every `.ts`, nothing too large. */
export function checkBundles(root: string, folder: string): Finding[] {
  return [
    ...componentBundles(root).flatMap((bundle) => checkBundle(root, bundle)),
    ...filesBelow(join(folder, 'staticresources')).flatMap((file) =>
      tooLarge(root, file, staticResourceLimit)
    )
  ];
}

function checkBundle(root: string, bundle: string): Finding[] {
  const name = basename(bundle);
  if (name.startsWith('_')) return [];
  const files = readdirSync(bundle, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => entry.name);
  const findings: Finding[] = [];
  if (!names.includes(`${name}.js-meta.xml`))
    findings.push({
      type: 'no_metadata',
      file: relative(root, bundle),
      message: `there is no ${name}.js-meta.xml`,
      advice: 'add it: without it the CLI leaves the component out of the package'
    });
  for (const source of names.filter((one) => one.endsWith('.ts') && !one.endsWith('.d.ts'))) {
    const script = source.replace(/\.ts$/, '.js');
    const file = relative(root, join(bundle, source));
    if (!names.includes(script))
      findings.push({
        type: 'no_script',
        file,
        message: `there is no ${script} beside it`,
        advice: 'run npm run build: only the .js is deployed'
      });
    else if (isHollow(join(bundle, source), join(bundle, script)))
      findings.push({
        type: 'no_script',
        file,
        message: `${script} is empty`,
        advice: 'run npm run build again: an empty component deploys without an error'
      });
  }
  for (const one of names) {
    const limit = limits[extname(one)];
    if (limit !== undefined) findings.push(...tooLarge(root, join(bundle, one), limit));
  }
  return findings;
}

/** A file of types alone becomes `export {}`; one that had something to run must still have it. */
function isHollow(source: string, script: string): boolean {
  const text = readFileSync(script, 'utf8').trim();
  return text === '' && readFileSync(source, 'utf8').trim() !== '';
}

function tooLarge(root: string, file: string, limit: number): Finding[] {
  const { size } = statSync(file);
  if (size <= limit) return [];
  return [
    {
      type: 'too_large',
      file: relative(root, file),
      message: `${size} bytes, ${size - limit} more than an org takes (${limit})`,
      advice: 'split it'
    }
  ];
}
