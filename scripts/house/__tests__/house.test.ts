/** @jest-environment node */
import { join } from 'node:path';
import { circlesIn } from '../circles';
import { forbiddenIn } from '../floors';
import { bundleOf, filesBelow, importsOf, isScript, readBelow } from '../imports';

const root = join(__dirname, '../../..');
const read = readBelow(root);
const files = ['force-app', 'scripts'].flatMap((folder) => filesBelow(root, folder));
const scripts = files.filter(isScript);
const imports = importsOf(scripts, read);

const MOST_LINES = 300;

/** Longer than that, and why; or, with a limit, still to be split. */
const LONG: Readonly<Record<string, string | number>> = {
  'force-app/main/core/lwc/interaction/catalogue.ts': 'one table: all attributes',
  'force-app/main/default/labels/CustomLabels.labels-meta.xml': 'one table: all visible words',
  'scripts/simulate/mutants.ts': 'one table: faults built in on purpose',
  'scripts/workbench/genesys/scenarios.ts': 'one table: conversations to play',
  'scripts/workbench/org/records.ts': 'one table: records of a fresh org',
  'scripts/workbench/org/standardObjects.ts': 'one table: standard objects and fields',
  'force-app/main/agent/lwc/softphoneSession/session.ts': 360,
  'force-app/main/clouds/lwc/salesforceOrg/salesforceOrg.ts': 390,
  'force-app/main/core/lwc/taskKeeper/keeper.ts': 360,
  'force-app/main/setup/lwc/attributeMappings/attributeMappings.ts': 330,
  'force-app/main/setup/lwc/softphoneSettings/softphoneSettings.html': 340,
  'force-app/main/setup/lwc/softphoneSettings/softphoneSettings.ts': 400
};

const CODE = /\.(ts|html|css|xml)$/;
const long = files
  .filter((file) => CODE.test(file))
  .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
  .filter(({ lines }) => lines > MOST_LINES);

const ARCHITECTURE = 'docs/architecture.md';
const bundles = new Set(scripts.flatMap((file) => bundleOf(file)?.name ?? []));

describe('the house', () => {
  test('is read: every bundle has scripts, and they import each other', () => {
    expect(imports.size).toBeGreaterThan(300);
    expect([...imports.values()].flat().length).toBeGreaterThan(imports.size);
  });

  test('no circle of imports, types included', () => {
    expect(circlesIn(imports)).toEqual([]);
  });

  test('imports only go down, and no part of the panel knows the session', () => {
    expect(forbiddenIn(imports)).toEqual([]);
  });

  test('no file is long but tables', () => {
    const unexpected = long.filter(({ file, lines }) => {
      const why = LONG[file];
      return why === undefined || (typeof why === 'number' && lines > why);
    });
    expect(unexpected).toEqual([]);
  });

  test('what is excused for its length is long', () => {
    expect(Object.keys(LONG).filter((file) => !long.some((each) => each.file === file))).toEqual(
      []
    );
  });

  test('the architecture names every bundle', () => {
    const text = read(ARCHITECTURE);
    expect([...bundles].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

const graph = (text: string): Map<string, string[]> =>
  new Map(
    text.split(' ').map((entry) => {
      const [from = '', to = ''] = entry.split('>');
      return [from, [...to]];
    })
  );

describe('circlesIn', () => {
  const cases: [name: string, graph: string, circles: string[]][] = [
    ['a chain has none', 'a>b b>c c', []],
    ['a diamond has none', 'a>bc b>d c>d d', []],
    ['two that import each other', 'a>b b>a', ['ab']],
    ['a file that imports itself', 'a>a', ['a']],
    ['through a third', 'a>b b>c c>a', ['abc']],
    ['a way into a circle is no part of it', 'a>b b>c c>b', ['bc']],
    ['two circles with a bridge stay two', 'a>b b>ac c>d d>c', ['cd', 'ab']],
    ['two circles with one file in common are one', 'a>b b>ac c>b', ['abc']]
  ];
  test.each(cases)('%s', (_, text, circles) => {
    expect(circlesIn(graph(text)).map((each) => each.join(''))).toEqual(circles);
  });
});

const at = (floor: string, bundle: string, file = bundle) =>
  `force-app/main/${floor}/lwc/${bundle}/${file}.ts`;

describe('importsOf', () => {
  const texts: Record<string, string> = {
    [at('core', 'draft')]: `export { one } from './one';\nexport type { Two } from './two';`,
    [at('core', 'draft', 'one')]: `import type { Two } from './two';\nimport { x } from 'lwc';`,
    [at('core', 'draft', 'two')]: `// import { one } from './one';\nexport type Two = string;`,
    [at('agent', 'row')]: `import {\n  one\n} from 'c/draft';`
  };
  const found = importsOf(Object.keys(texts), (file) => texts[file]!);
  const cases: [name: string, file: string, targets: string[]][] = [
    [
      're-exports count, types too',
      at('core', 'draft'),
      [at('core', 'draft', 'one'), at('core', 'draft', 'two')]
    ],
    ['types count, libraries do not', at('core', 'draft', 'one'), [at('core', 'draft', 'two')]],
    ['comments do not', at('core', 'draft', 'two'), []],
    ['a bundle by its name', at('agent', 'row'), [at('core', 'draft')]]
  ];
  test.each(cases)('%s', (_, file, targets) => {
    expect(found.get(file)).toEqual(targets);
  });
});

describe('forbiddenIn', () => {
  const cases: [name: string, from: string, to: string, isForbidden: boolean][] = [
    ['down is allowed', at('agent', 'row'), at('core', 'draft'), false],
    ['within a floor is allowed', at('core', 'sync'), at('core', 'draft'), false],
    ['up is not', at('core', 'draft'), at('clouds', 'genesysCloud'), true],
    ['agents know no setup', at('agent', 'row'), at('setup', 'form'), true],
    ['a part knows no session', at('agent', 'row'), at('agent', 'softphoneSession'), true],
    ['the panel knows no session', at('agent', 'panel'), at('agent', 'softphoneSession'), true],
    ['the roof builds it', at('agent', 'softphone'), at('agent', 'softphoneSession'), false],
    ['products need no scripts', at('core', 'draft'), 'scripts/house/floors.ts', true],
    ['scripts may read products', 'scripts/house/floors.ts', at('core', 'draft'), false]
  ];
  test.each(cases)('%s', (_, from, to, isForbidden) => {
    expect(forbiddenIn(new Map([[from, [to]]]))).toHaveLength(isForbidden ? 1 : 0);
  });
});
