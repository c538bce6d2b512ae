import { interaction, row } from '../../softphonePanel/__tests__/data/views';
import { FIRST_MEMORY, openKey, remember } from '../softphoneView';
import type { InteractionRow, PanelEvent, PanelMemory } from '../softphoneView';

const ended = '2026-03-11T12:00:00Z';
const one = (key: string, changes: Parameters<typeof interaction>[0] = {}): InteractionRow =>
  row({ key, interaction: interaction({ key, ...changes }) });
const live = (key: string): InteractionRow => one(key);
const rings = (key: string): InteractionRow =>
  one(key, { state: 'alerting', connectedTime: undefined, isLeg: false });
const over = (key: string): InteractionRow =>
  one(key, { disconnectedTime: ended, wrapUp: { required: false } });

/** Each step: what happens, and the rows that are shown then. */
type Step = [event: PanelEvent, rows: InteractionRow[]];
const after = (steps: Step[]): PanelMemory =>
  steps.reduce((memory, [event, rows]) => remember(memory, rows, event), FIRST_MEMORY);

const shown: PanelEvent = { type: 'rows' };
const does = (intent: Extract<PanelEvent, { type: 'intent' }>['intent']): PanelEvent => ({
  type: 'intent',
  intent
});

const cases: [name: string, steps: Step[], expected: Partial<PanelMemory>][] = [
  ['the first live row is open', [[shown, [live('a'), live('b')]]], { selectedKey: 'a' }],
  [
    'a choice stands when others come',
    [
      [{ type: 'select', key: 'b' }, [live('a'), live('b')]],
      [shown, [rings('c'), live('a'), live('b')]]
    ],
    { selectedKey: 'b' }
  ],
  [
    'an answered alert opens once it is live, and takes the focus',
    [
      [does({ type: 'answer', key: 'b' }), [live('a'), rings('b')]],
      [shown, [live('a'), live('b')]]
    ],
    { selectedKey: 'b', focus: 'detail', answeredKey: undefined }
  ],
  [
    'a dialed call opens although nobody knew its key',
    [
      [{ type: 'tab', tab: 'dial' }, [live('a')]],
      [does({ type: 'dial', phoneNumber: '+13175550144' }), [live('a')]],
      [shown, [live('a'), live('z')]]
    ],
    { tab: 'interactions', selectedKey: 'z', beforeDial: undefined }
  ],
  [
    'while the stage stands, nothing takes the focus',
    [
      [shown, [live('a')]],
      [does({ type: 'end', key: 'a' }), [live('a')]],
      [shown, [live('a')]]
    ],
    { focus: undefined, leaving: { key: 'a', stage: 'live' } }
  ],
  [
    'an end that came focuses the detail that stays',
    [
      [shown, [live('a')]],
      [does({ type: 'end', key: 'a' }), [live('a')]],
      [shown, [over('a')]]
    ],
    { selectedKey: 'a', focus: 'detail', leaving: undefined }
  ],
  [
    'a declined alert that was alone focuses the tabs',
    [
      [does({ type: 'decline', key: 'a' }), [rings('a')]],
      [shown, []]
    ],
    { focus: 'tabs' }
  ],
  [
    'done: closed once it is over, and the next one opens',
    [
      [shown, [live('a'), live('b')]],
      [does({ type: 'done', key: 'a' }), [live('a'), live('b')]],
      [shown, [over('a'), live('b')]]
    ],
    { selectedKey: 'b', doneKey: undefined }
  ],
  [
    'done and gone on to another one: that one stays open',
    [
      [shown, [live('a'), live('b')]],
      [does({ type: 'done', key: 'a' }), [live('a'), live('b')]],
      [{ type: 'select', key: 'b' }, [live('a'), live('b')]],
      [shown, [over('a'), live('b')]]
    ],
    { selectedKey: 'b', focus: undefined }
  ],
  [
    'closed under Today: the list again',
    [
      [{ type: 'tab', tab: 'today' }, [over('a')]],
      [{ type: 'select_today', key: 'a' }, [over('a')]],
      [{ type: 'close', key: 'a' }, [over('a')]]
    ],
    { tab: 'today', todayKey: undefined, focus: 'tabs' }
  ],
  [
    'the log closes with another tab',
    [
      [shown, [live('a')]],
      [{ type: 'open_page', page: 'log' }, [live('a')]],
      [{ type: 'tab', tab: 'dial' }, [live('a')]]
    ],
    { page: undefined, tab: 'dial' }
  ],
  [
    'the log gives the focus back to where it was opened',
    [
      [{ type: 'open_page', page: 'log' }, [live('a')]],
      [{ type: 'close_page' }, [live('a')]]
    ],
    { page: undefined, focus: 'status' }
  ],
  [
    'the support log gives it to the tabs',
    [
      [{ type: 'open_page', page: 'support' }, []],
      [{ type: 'close_page' }, []]
    ],
    { page: undefined, focus: 'tabs' }
  ],
  [
    'a focus that was given is not given again',
    [
      [{ type: 'open_page', page: 'log' }, []],
      [{ type: 'focused' }, []]
    ],
    { focus: undefined, page: 'log' }
  ]
];

test.each(cases)('%s', (_name, steps, expected) => {
  expect({ focus: undefined, leaving: undefined, ...after(steps) }).toMatchObject(expected);
});

test('which detail is open depends on the tab', () => {
  const memory: PanelMemory = { tab: 'interactions', selectedKey: 'a', todayKey: 'b' };
  expect(openKey(memory)).toBe('a');
  expect(openKey({ ...memory, tab: 'today' })).toBe('b');
  expect(openKey({ ...memory, tab: 'dial' })).toBeUndefined();
});

test('nothing is changed in place', () => {
  const memory = Object.freeze({ ...FIRST_MEMORY });
  const rows = Object.freeze([live('a')]) as InteractionRow[];
  expect(remember(memory, rows, shown)).toMatchObject({ selectedKey: 'a' });
  expect(memory).toEqual(FIRST_MEMORY);
});
