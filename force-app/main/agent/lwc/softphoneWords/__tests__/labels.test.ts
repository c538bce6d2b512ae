import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { componentBundles } from '../../../../../../scripts/check-package/packageFiles';

const METADATA = join(process.cwd(), 'force-app/main/default');
const IMPORTED = /@salesforce\/label\/c\.(Softphone_\w+)/g;

function imported(): Set<string> {
  const sources = componentBundles(process.cwd()).flatMap((bundle) =>
    readdirSync(bundle)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(bundle, file), 'utf8'))
  );
  return new Set(sources.flatMap((text) => [...text.matchAll(IMPORTED)].map(([, name]) => name!)));
}

/** Visualforce names its labels as `$Label.X`. */
function onPages(): string[] {
  return readdirSync(join(METADATA, 'pages'))
    .filter((file) => file.endsWith('.page'))
    .flatMap((file) => {
      const page = readFileSync(join(METADATA, 'pages', file), 'utf8');
      return [...page.matchAll(/\$Label\.(Softphone_\w+)/g)].map(([, name]) => name!);
    });
}

function defined(): string[] {
  const file = readFileSync(join(METADATA, 'labels/CustomLabels.labels-meta.xml'), 'utf8');
  return [...file.matchAll(/<fullName>(Softphone_\w+)<\/fullName>/g)].map(([, name]) => name!);
}

it('every label a component or page uses exists, once', () => {
  const names = defined();
  expect([...imported(), ...onPages()].filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

it('no label is left over', () => {
  const used = new Set([...imported(), ...onPages()]);
  expect(defined().filter((name) => !used.has(name))).toEqual([]);
});
