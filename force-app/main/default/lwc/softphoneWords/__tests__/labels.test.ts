import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const METADATA = join(process.cwd(), 'force-app/main/default');
const IMPORTED = /@salesforce\/label\/c\.(Softphone_\w+)/g;

function imported(): Set<string> {
  const bundles = readdirSync(join(METADATA, 'lwc'), { withFileTypes: true });
  const sources = bundles
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(METADATA, 'lwc', name))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(METADATA, 'lwc', name, file), 'utf8'))
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
