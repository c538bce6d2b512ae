import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replayCommand } from '../command';
import { AGENT, call } from './recording';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
  const files: Record<string, string> = {
    'call.json': JSON.stringify(call()),
    'later.jsonl': `${JSON.stringify(call({ ended: true }))}\n${JSON.stringify(call({ ended: true }))}\n`,
    'broken.json': '{\n  "id": "c1",\n  oops\n}',
    'mapping.json': JSON.stringify([
      { attribute: 'Call.QueueName', field: 'Queue__c' },
      { attribute: 'Participant.policy', field: 'Subject', whenTooLong: 'leave_out' }
    ]),
    'half.json': '[{"attribute": "Call.QueueName"}]',
    'task.json': JSON.stringify({
      fields: {
        Subject: {
          apiName: 'Subject',
          dataType: 'ComboBox',
          length: 4,
          createable: true,
          updateable: true
        }
      }
    }),
    'nothing.json': '{}'
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  let out = '';
  let error = '';
  const code = await replayCommand(args, {
    folder,
    out: (text) => (out += text),
    error: (text) => (error += text)
  });
  return { code, out, error };
}

const USER = ['--user', AGENT];

test('several files are one recording', async () => {
  const { code, out, error } = await run('call.json', 'later.jsonl', ...USER);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const { tasks, writes, skipped } = JSON.parse(out);
  expect(tasks).toHaveLength(1);
  expect(writes.map(({ kind }: { kind: string }) => kind)).toEqual(['create', 'update']);
  expect(skipped).toEqual([]);
});

test('locale, time zone, region, mapping and object info are heeded', async () => {
  const flags = ['--locale', 'de-DE', '--time-zone', 'Europe/Berlin', '--region', 'mypurecloud.de'];
  const german = JSON.parse((await run('call.json', ...USER, ...flags)).out).tasks[0];
  expect(german.fields.Subject).toBe('Call 1.3.2026, 11:00:09');
  expect(german.attributes['Interaction.Url']).toContain('mypurecloud.de');

  const mapped = JSON.parse((await run('call.json', ...USER, '--mapping', 'mapping.json')).out);
  expect(mapped.tasks[0].fields).toMatchObject({ Queue__c: 'Helpdesk', Subject: 'P-4411' });

  const shaped = await run(
    'call.json',
    ...USER,
    '--mapping',
    'mapping.json',
    '--object-info',
    'task.json'
  );
  const [task] = JSON.parse(shaped.out).tasks;
  expect(task.fields.Subject).toBe('Call');
  expect(task.issues).toContainEqual(
    expect.objectContaining({ type: 'too_long', field: 'Subject', limit: 4, action: 'left_out' })
  );
  expect(task.issues).toContainEqual(
    expect.objectContaining({ type: 'field_hidden', field: 'Queue__c' })
  );
});

describe('what it can not do it says, on stderr, with exit code 2', () => {
  const cases: [string, string[], string][] = [
    ['no user', ['call.json'], '--user <id> is missing'],
    ['no file', USER, 'no file given'],
    ['unknown flag', ['call.json', ...USER, '--usr', 'x'], "Unknown option '--usr'"],
    ['flag without value', ['call.json', '--user'], "'--user <value>' argument missing"],
    ['missing file', ['gone.json', ...USER], 'gone.json: no such file'],
    ['folder', ['.', ...USER], '.: is a folder'],
    ['bad JSON', ['call.json', 'broken.json', ...USER], 'broken.json:3: '],
    ['unknown locale', ['call.json', ...USER, '--locale', 'x'], '--locale x: unknown'],
    [
      'unknown zone',
      ['call.json', ...USER, '--time-zone', 'Moon/Sea'],
      '--time-zone Moon/Sea: unknown'
    ],
    ['missing mapping file', ['call.json', ...USER, '--mapping', 'm.json'], 'm.json: no such file'],
    ['bad mapping JSON', ['call.json', ...USER, '--mapping', 'broken.json'], 'broken.json:3: '],
    [
      'half a mapping',
      ['call.json', ...USER, '--mapping', 'half.json'],
      'half.json: mapping 1 needs'
    ],
    [
      'no object info',
      ['call.json', ...USER, '--object-info', 'nothing.json'],
      'nothing.json: no fields'
    ]
  ];
  test.each(cases)('%s', async (_name, args, message) => {
    const { code, out, error } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(message);
  });
});

test('as a program: exit code, output and messages reach the shell', () => {
  const program = join(process.cwd(), 'scripts/run.mjs');
  const shell = (...args: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [program, 'replay', ...args], { encoding: 'utf8' });
  const good = shell(join(folder, 'call.json'), ...USER);
  expect(good.status).toBe(0);
  expect(JSON.parse(String(good.stdout)).tasks).toHaveLength(1);
  const bad = shell(join(folder, 'broken.json'), ...USER);
  expect(bad).toMatchObject({ status: 2, stdout: '' });
  expect(bad.stderr).toContain('broken.json:3: ');
});
