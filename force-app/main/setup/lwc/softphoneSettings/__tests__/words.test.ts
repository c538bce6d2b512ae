import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributesOf, readConversation } from 'c/interaction';
import { interactionExample } from '../interactionExample';

const METADATA = join(process.cwd(), 'force-app/main/default');
const LABELS = readFileSync(join(METADATA, 'labels/CustomLabels.labels-meta.xml'), 'utf8');

test('the labels of the settings exist, once, and are all used', () => {
  const sources = ['softphoneSettings', 'attributeMappings'].flatMap((bundle) => {
    const folder = join(process.cwd(), 'force-app/main/setup/lwc', bundle);
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    return files.map((file) => readFileSync(join(folder, file), 'utf8'));
  });
  const used = sources.flatMap((text) =>
    [...text.matchAll(/@salesforce\/label\/c\.(Settings_\w+)/g)].map(([, name]) => name)
  );
  const defined = [...LABELS.matchAll(/<fullName>(Settings_\w+)<\/fullName>/g)].map(([, n]) => n);
  expect(defined.sort()).toEqual([...new Set(used)].sort());
});

test('every problem names field and value', () => {
  const problems = [...LABELS.matchAll(/<fullName>(Settings_Problem_\w+)<[\s\S]*?<value>(.*)</g)];
  expect(problems.length).toBeGreaterThan(10);
  const needed = (name: string): string[] =>
    name === 'Settings_Problem_Required' ? ['{0}'] : ['{0}', '{1}'];
  const silent = problems.filter(([, name = '', text = '']) =>
    needed(name).some((placeholder) => !text.includes(placeholder))
  );
  expect(silent.map(([, name]) => name)).toEqual([]);
});

test('the template shown where none is set is the one that is used', () => {
  const id = '0f3a1c52-7d4e-4b8a-9c61-2e5d8f7a1b30';
  const calls = [{ id: 'k1', state: 'connected' }];
  const participant = { id: 'p1', purpose: 'agent', userId: 'u1', calls };
  const reading = readConversation({ id, participants: [participant] });
  if (!('conversation' in reading)) throw new Error(JSON.stringify(reading));
  const attributes = attributesOf(reading.conversation, 'p1', { region: 'mypurecloud.de' });
  expect(attributes['Interaction.Url']).toBe(interactionExample('', 'mypurecloud.de'));
});
