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

function defined(): string[] {
  const file = readFileSync(join(METADATA, 'labels/CustomLabels.labels-meta.xml'), 'utf8');
  return [...file.matchAll(/<fullName>(Softphone_\w+)<\/fullName>/g)].map(([, name]) => name!);
}

it('every label a component imports exists, once', () => {
  const names = defined();
  expect([...imported()].filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

it('no label is left over', () => {
  const used = imported();
  expect(defined().filter((name) => !used.has(name))).toEqual([]);
});
