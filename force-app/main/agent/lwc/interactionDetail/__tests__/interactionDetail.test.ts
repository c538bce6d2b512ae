import type { Run, InteractionRow } from 'c/softphoneView';
import InteractionDetail from '../interactionDetail';
import {
  quietly,
  find,
  findAll,
  mount,
  say,
  settled,
  unmountAll,
  words,
  ran
} from '../../softphonePanel/__tests__/data/mount';
import { ago, afterCall, interaction, live, row } from '../../softphonePanel/__tests__/data/views';

jest.mock(
  '@salesforce/label/c.Softphone_Action_Failed',
  () => ({ default: '“{0}” did not work. {1}' }),
  { virtual: true }
);
jest.mock(
  '@salesforce/label/c.Softphone_Action_Refused',
  () => ({ default: 'Genesys Cloud says: {0}' }),
  { virtual: true }
);

afterEach(unmountAll);

function detail(given: InteractionRow = live, more: object = {}) {
  return mount('c-interaction-detail', InteractionDetail, { row: given, ...more });
}

const slot = (element: HTMLElement, name: 'who' | 'what') => find(element, `[data-slot="${name}"]`);
const has = (element: HTMLElement, selector: string) => findAll(element, selector).length > 0;

describe('what each stage shows', () => {
  const over = { disconnectedTime: ago(5), wrapUp: { required: false } };
  const finished = row({ ...live, interaction: interaction(over) });
  const wrapUp = { required: true, prompt: 'optional', startAcwTime: ago(5) };
  const optional = row({ ...live, interaction: interaction({ ...over, wrapUp }) });
  const refusal = { action: 'done', type: 'refused', message: 'Not now.' } as const;
  const cases: [
    string,
    InteractionRow,
    { controls: boolean; reminder: boolean; close: boolean; done: boolean }
  ][] = [
    ['live', live, { controls: true, reminder: false, close: false, done: false }],
    ['after-call', afterCall, { controls: false, reminder: true, close: false, done: false }],
    [
      'after-call, nothing due',
      optional,
      { controls: false, reminder: false, close: false, done: true }
    ],
    [
      'after-call, Genesys would not end it',
      row({ ...optional, actionProblem: refusal }),
      { controls: false, reminder: false, close: true, done: true }
    ],
    [
      'after-call, set aside',
      row({ ...optional, isAside: true }),
      { controls: false, reminder: false, close: true, done: false }
    ],
    ['finished', finished, { controls: false, reminder: false, close: true, done: false }]
  ];
  it.each(cases)('%s', async (_name, given, expected) => {
    const element = detail(given);
    await settled();
    expect({
      controls: has(element, 'c-call-controls'),
      reminder: has(element, '.after-call'),
      close: has(element, '.head > lightning-button-icon'),
      done: has(element, '.done')
    }).toEqual(expected);
  });
});

it.each([
  ['a queue', {}, true],
  ['no queue', { queueId: undefined, queueName: undefined, wrapUp: { required: false } }, false],
  ['no queue but a code due', { queueId: undefined, queueName: undefined }, true]
])('with %s there is a wrap-up: %s', async (_name, changes, expected) => {
  const element = detail(row({ ...live, interaction: interaction(changes) }));
  await settled();
  expect(has(element, 'c-wrap-up-picker')).toBe(expected);
});

describe('keypad and transfer open one at a time', () => {
  it('keypad sends digits', async () => {
    const element = detail();
    const sent = ran(element, 'digits');
    await settled();
    say(find(element, 'c-call-controls'), 'open', { name: 'keypad' });
    await settled();
    find(element, '[data-digit="5"]').click();
    expect(sent).toEqual([{ key: live.key, digits: '5' }]);
  });

  it('transfer asks for targets, then transfers', async () => {
    const element = detail();
    const asked = ran(element, 'load_transfer_targets');
    const sent = ran(element, 'transfer');
    await settled();
    say(find(element, 'c-call-controls'), 'open', { name: 'keypad' });
    say(find(element, 'c-call-controls'), 'open', { name: 'transfer' });
    await settled();
    expect(has(element, 'c-keypad')).toBe(false);
    say(find(element, 'c-transfer-picker'), 'pick', { queueId: 'q1' });
    expect(asked).toEqual([{}]);
    expect(sent).toEqual([{ key: live.key, queueId: 'q1' }]);
  });

  it('both are gone when the call is', async () => {
    const element = detail();
    await settled();
    say(find(element, 'c-call-controls'), 'open', { name: 'transfer' });
    Object.assign(element, { row: afterCall });
    await settled();
    expect(has(element, 'c-transfer-picker')).toBe(false);
  });
});

it('done with after-call work that needs no code', async () => {
  const wrapUp = { required: true, prompt: 'optional', startAcwTime: ago(5) };
  const element = detail(
    row({ ...live, interaction: interaction({ disconnectedTime: ago(5), wrapUp }) })
  );
  const said = ran(element, 'done');
  await settled();
  expect(find(element, '.done').disabled).toBe(false);
  say(find(element, '.done'), 'click');
  expect(said).toEqual([{ key: live.key }]);
  Object.assign(element, { row: row({ ...(element.row as InteractionRow), busy: 'done' }) });
  await settled();
  expect(find(element, '.done').disabled).toBe(true);
});

describe('Name and Related To', () => {
  const options = [{ id: '500', label: 'Case 00001044' }];

  it.each([
    ['who', { whoId: '003', whoName: 'B' }, { whoId: '', whoName: '' }],
    ['what', { whatId: '003', whatName: 'B' }, { whatId: '', whatName: '' }]
  ] as const)('%s is chosen and taken back', async (name, chosen, cleared) => {
    const element = detail();
    const said = ran(element, 'choose');
    await settled();
    say(slot(element, name), 'pick', { id: '003', label: 'B' });
    say(slot(element, name), 'clear');
    expect(said).toEqual([
      { key: live.key, choices: chosen },
      { key: live.key, choices: cleared }
    ]);
  });

  it('a search names interaction and slot', async () => {
    const element = detail();
    const asked = ran(element, 'search');
    await settled();
    say(slot(element, 'what'), 'search', { term: '1044' });
    expect(asked).toEqual([{ key: live.key, slot: 'what', term: '1044' }]);
  });

  it.each([
    ['its own slot', { key: live.key, slot: 'what' }, [0, 1]],
    ['the other slot', { key: live.key, slot: 'who' }, [1, 0]],
    ['another interaction', { key: 'c7:p7', slot: 'what' }, [0, 0]]
  ])('an answer goes to %s only', async (_name, to, expected) => {
    const element = detail(live, { lookup: { ...to, options, searching: false } });
    await settled();
    const found = [slot(element, 'who'), slot(element, 'what')];
    expect(found.map((lookup) => (lookup.options as object[]).length)).toEqual(expected);
  });

  it('says why a Lead and Related To do not go together', async () => {
    const issues = [{ type: 'lead_with_what', field: 'WhatId', action: 'left_out' } as const];
    const element = detail(row({ ...live, draft: { ...live.draft, issues } }));
    await settled();
    expect(words(element)).toContain('c.Softphone_Issue_Lead_With_What');
  });
});

it.each(['c-call-controls', 'c-wrap-up-picker'])(
  '%s is handed what carries intents out',
  async (part) => {
    const element = detail();
    const said = ran(element, 'end');
    await settled();
    (find(element, part) as unknown as { run: Run }).run({ type: 'end', key: live.key });
    expect(said).toEqual([{ key: live.key }]);
  }
);

it.each([
  ['notes', 'c-notes-field', { text: 'n' }, { key: live.key, text: 'n' }],
  ['open_record', 'c-record-lookup', { recordId: '003' }, { recordId: '003' }]
] as const)('%s goes up from %s', async (type, part, detailOfPart, expected) => {
  const element = detail();
  const said = ran(element, type);
  await settled();
  say(find(element, part), type.replace('_', ''), detailOfPart);
  expect(said).toEqual([expected]);
});

it('says what went wrong with the last wish', async () => {
  const element = detail(
    row({ ...live, actionProblem: { action: 'hold', type: 'refused', message: 'Not held.' } })
  );
  await settled();
  expect(words(element)).toContain('Not held.');
});

it.each([
  ['live', live],
  ['after-call', afterCall]
])('%s is accessible', async (_name, given) => {
  const element = detail(given);
  await settled();
  await quietly(() => expect(element).toBeAccessible());
});
