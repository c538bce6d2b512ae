import type { Intent, InteractionRow, Run, SoftphoneView } from 'c/softphoneView';
import SoftphonePanel from '../softphonePanel';
import { quietly, find, findAll, mount, say, settled, unmountAll, words, ran } from './data/mount';
import {
  afterCall,
  alerting,
  email,
  finished,
  interaction,
  live,
  refused,
  row,
  view,
  views
} from './data/views';

type Panel = HTMLElement & { view?: SoftphoneView; lookup?: object; transferTargets?: object };

function panel(given?: SoftphoneView): Panel {
  return mount<Panel>('c-softphone-panel', SoftphonePanel, { view: given });
}

/** As a part asks when the agent uses it. */
const ask = (part: HTMLElement, intent: Intent) => (part as unknown as { run: Run }).run(intent);
const tabs = (of: Panel) => find(of, 'c-panel-tabs');
const keyOf = (element: HTMLElement) => (element as unknown as { row: { key: string } }).row.key;

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  unmountAll();
  jest.useRealTimers();
});

describe('each state shows its parts and no others', () => {
  const PARTS = [
    'c-panel-header',
    'c-sign-in-prompt',
    'c-alert-row',
    'c-interaction-list',
    'c-interaction-detail',
    'c-interaction-facts',
    'c-empty-state',
    'c-save-status',
    'c-panel-tabs'
  ];
  const gate = ['c-sign-in-prompt'];
  const ready = ['c-panel-header', 'c-save-status', 'c-panel-tabs'];
  const cases: Record<string, string[]> = {
    nothing: gate,
    loading: gate,
    notConfigured: gate,
    signedOut: gate,
    signInRefused: [...gate, 'c-save-status'],
    signingIn: gate,
    starting: ['c-panel-header', ...gate],
    notAllowed: gate,
    unreachable: gate,
    noInteractions: [...ready, 'c-empty-state'],
    offQueue: [...ready, 'c-empty-state'],
    ringing: [...ready, 'c-alert-row', 'c-interaction-facts'],
    live: [...ready, 'c-interaction-detail'],
    held: [...ready, 'c-interaction-detail'],
    several: [...ready, 'c-alert-row', 'c-interaction-list', 'c-interaction-detail'],
    afterCall: [...ready, 'c-interaction-detail'],
    finished: [...ready, 'c-empty-state'],
    needsYou: [...ready, 'c-interaction-detail'],
    offline: [...ready, 'c-interaction-detail'],
    otherTab: [...ready, 'c-interaction-detail'],
    memoryOnly: [...ready, 'c-interaction-detail'],
    callFailed: [...ready, 'c-interaction-detail']
  };

  /** Each part in each of its shapes at least once; the browser tests check the rest. */
  const DISTINCT = [
    'signInRefused',
    'unreachable',
    'offQueue',
    'several',
    'afterCall',
    'needsYou',
    'offline',
    'callFailed'
  ];

  it('the table names every view', () => {
    expect(Object.keys(cases)).toEqual(Object.keys(views));
  });

  it.each(Object.entries(cases))('%s', async (name, expected) => {
    const element = panel(views[name]);
    await settled();
    const shown = PARTS.filter((part) => findAll(element, part).length > 0);
    expect(shown.sort()).toEqual([...expected].sort());
  });

  it.each(DISTINCT)('%s is accessible', async (name) => {
    jest.useRealTimers();
    const element = panel(views[name]);
    await settled();
    await quietly(() => expect(element).toBeAccessible());
  });
});

describe('what a part asks for leaves the panel unchanged', () => {
  const { key } = live;
  const choices = { whoId: '003', whoName: 'B' };
  const cases: [part: string, intent: Intent][] = [
    ['c-panel-header', { type: 'presence', id: 'busy' }],
    ['c-panel-header', { type: 'sign_out' }],
    ['c-panel-notice', { type: 'respond' }],
    ['c-alert-row', { type: 'answer', key: alerting.key }],
    ['c-alert-row', { type: 'decline', key: alerting.key }],
    ['c-interaction-detail', { type: 'mute', key, on: true }],
    ['c-interaction-detail', { type: 'hold', key, on: true }],
    ['c-interaction-detail', { type: 'end', key }],
    ['c-interaction-detail', { type: 'digits', key, digits: '5' }],
    ['c-interaction-detail', { type: 'load_transfer_targets' }],
    ['c-interaction-detail', { type: 'transfer', key, queueId: 'q1' }],
    ['c-interaction-detail', { type: 'search', key, slot: 'who', term: 'b' }],
    ['c-interaction-detail', { type: 'choose', key, choices }],
    ['c-interaction-detail', { type: 'open_record', recordId: '003' }],
    ['c-interaction-detail', { type: 'notes', key, text: 'n' }],
    ['c-interaction-detail', { type: 'load_wrap_up_codes', key }],
    ['c-interaction-detail', { type: 'wrap_up', key, codeId: 'w1' }],
    ['c-interaction-detail', { type: 'done', key }],
    ['c-save-status', { type: 'retry', key }]
  ];
  it.each(cases)('%s %p', async (part, intent) => {
    const element = panel(view({ rows: [alerting, live] }));
    const { type, ...rest } = intent;
    const got = ran(element, type);
    await settled();
    ask(find(element, part), intent);
    expect(got).toEqual([rest]);
  });

  it.each([
    ['sign_in', 'signedOut'],
    ['start_again', 'unreachable']
  ] as const)('c-sign-in-prompt %s', async (type, name) => {
    const element = panel(views[name]);
    const got = ran(element, type);
    await settled();
    ask(find(element, 'c-sign-in-prompt'), { type });
    expect(got).toEqual([{}]);
  });

  it('and no event of the page tells of it', async () => {
    const element = panel(view({ rows: [live] }));
    const heard: string[] = [];
    for (const { type } of cases.map(([, intent]) => intent)) {
      document.addEventListener(type.replaceAll('_', ''), () => heard.push(type), true);
    }
    await settled();
    for (const [, intent] of cases.slice(5)) ask(find(element, 'c-interaction-detail'), intent);
    expect(heard).toEqual([]);
  });
});

describe('selection', () => {
  it('the oldest live row is open until the agent chooses another', async () => {
    const element = panel(view({ rows: [live, email] }));
    await settled();
    expect(keyOf(find(element, 'c-interaction-detail'))).toBe(live.key);
    say(find(element, 'c-interaction-list'), 'choosekey', { key: email.key });
    await settled();
    expect(keyOf(find(element, 'c-interaction-detail'))).toBe(email.key);
  });

  it('an alert does not take the open detail away', async () => {
    const element = panel(view({ rows: [live] }));
    await settled();
    element.view = view({ rows: [alerting, live] });
    await settled();
    expect(keyOf(find(element, 'c-interaction-detail'))).toBe(live.key);
  });

  it('an answered call is opened once it is live, and not before', async () => {
    const element = panel(view({ rows: [alerting, live] }));
    await settled();
    ask(find(element, 'c-alert-row'), { type: 'answer', key: alerting.key });
    element.view = view({ rows: [row({ ...alerting, busy: 'answer' }), live] });
    await settled();
    expect(keyOf(find(element, 'c-interaction-detail'))).toBe(live.key);
    const answered = row({ ...alerting, interaction: interaction({ key: alerting.key }) });
    element.view = view({ rows: [live, answered] });
    await settled();
    expect(keyOf(find(element, 'c-interaction-detail'))).toBe(alerting.key);
  });

  it('a dialed call is opened when it appears', async () => {
    const element = panel(view({ rows: [live] }));
    await settled();
    say(tabs(element), 'choosetab', { id: 'dial' });
    await settled();
    ask(find(element, 'c-dial-pad'), { type: 'dial', phoneNumber: '+13175550144' });
    const dialed = row({
      key: 'c9:p9',
      interaction: interaction({ key: 'c9:p9', state: 'dialing' })
    });
    element.view = view({ rows: [live, dialed] });
    await settled();
    expect(keyOf(find(element, 'c-interaction-detail'))).toBe('c9:p9');
  });

  it('what ends stays open until the agent closes it, then is found under Today', async () => {
    const over = row({
      ...live,
      interaction: interaction({
        disconnectedTime: '2026-03-11T12:00:00Z',
        wrapUp: { required: false }
      })
    });
    const element = panel(view({ rows: [live] }));
    await settled();
    element.view = view({ rows: [over] });
    await settled();
    expect(keyOf(find(element, 'c-interaction-detail'))).toBe(live.key);
    say(find(element, 'c-interaction-detail'), 'close', { key: live.key });
    await settled();
    expect(findAll(element, 'c-interaction-detail')).toHaveLength(0);
    say(tabs(element), 'choosetab', { id: 'today' });
    await settled();
    expect(findAll(element, 'c-interaction-row').map(keyOf)).toEqual([live.key]);
  });

  it('alerts take less room when there are several', async () => {
    const second = row({ ...alerting, key: 'c8:p8' });
    const element = panel(view({ rows: [alerting] }));
    const compact = () => findAll(element, 'c-alert-row').map((alert) => alert.compact);
    await settled();
    expect(compact()).toEqual([false]);
    element.view = view({ rows: [alerting, second] });
    await settled();
    expect(compact()).toEqual([true, true]);
  });

  it('an alert that nobody answered is not listed', async () => {
    const missed = row({
      ...alerting,
      interaction: interaction({ ...alerting.interaction, state: 'disconnected' })
    });
    const element = panel(view({ rows: [missed] }));
    await settled();
    say(tabs(element), 'choosetab', { id: 'today' });
    await settled();
    expect(findAll(element, 'c-interaction-row')).toHaveLength(0);
  });
});

describe('after-call work that needs no code', () => {
  const disconnectedTime = '2026-03-11T12:00:00Z';
  const startAcwTime = disconnectedTime;
  const wrapUp = { required: true, prompt: 'optional', startAcwTime };
  const open = (key: string, changes: Partial<InteractionRow> = {}) =>
    row({ ...live, key, interaction: interaction({ key, disconnectedTime, wrapUp }), ...changes });
  const ended = interaction({
    key: 'c1:p1',
    disconnectedTime,
    wrapUp: { ...wrapUp, endAcwTime: '2026-03-11T12:01:00Z' }
  });
  const other = open('c2:p2');
  const busy = open('c1:p1', { busy: 'done' });
  const refusal = { action: 'done', type: 'refused', message: 'Not now.' } as const;
  const refusedRow = open('c1:p1', { actionProblem: refusal });
  const openKeys = (of: Panel) => findAll(of, 'c-interaction-detail').map(keyOf);

  async function pressed(): Promise<Panel> {
    const element = panel(view({ rows: [open('c1:p1'), other] }));
    const asked = ran(element, 'done');
    await settled();
    say(find(element, '.done'), 'click');
    expect(asked).toEqual([{ key: 'c1:p1' }]);
    element.view = view({ rows: [busy, other] });
    await settled();
    expect(openKeys(element)).toEqual(['c1:p1']);
    return element;
  }

  async function today(element: Panel): Promise<string[]> {
    say(tabs(element), 'choosetab', { id: 'today' });
    await settled();
    return findAll(element, 'c-interaction-row').map(keyOf);
  }

  it.each([
    ['Genesys has ended it', row({ ...live, key: 'c1:p1', interaction: ended })],
    ['it was set aside without a word from Genesys', open('c1:p1', { isAside: true })]
  ])('goes to Today once %s, and the next one opens', async (_name, after) => {
    const element = await pressed();
    const focused = jest.spyOn(find(element, 'c-interaction-detail'), 'focus');
    element.view = view({ rows: [other, after] });
    await settled();
    expect(openKeys(element)).toEqual(['c2:p2']);
    expect(findAll(element, 'c-interaction-list')).toHaveLength(0);
    expect(focused).not.toHaveBeenCalled();
    expect(await today(element)).toEqual(['c1:p1']);
  });

  it('stays when Genesys refuses, and can be closed all the same', async () => {
    const element = await pressed();
    element.view = view({ rows: [refusedRow, other] });
    await settled();
    expect(openKeys(element)).toEqual(['c1:p1']);
    const wanted = ran(element, 'set_aside');
    say(find(element, '.head > lightning-button-icon'), 'click');
    expect(wanted).toEqual([{ key: 'c1:p1' }]);
    element.view = view({ rows: [open('c1:p1', { isAside: true }), other] });
    await settled();
    expect(openKeys(element)).toEqual(['c2:p2']);
    expect(await today(element)).toEqual(['c1:p1']);
  });

  it('is not taken from an agent who has gone on to another one', async () => {
    const element = await pressed();
    say(find(element, 'c-interaction-list'), 'choosekey', { key: 'c2:p2' });
    element.view = view({ rows: [other, open('c1:p1', { isAside: true })] });
    await settled();
    expect(openKeys(element)).toEqual(['c2:p2']);
  });

  it('set aside before a reload does not open again', async () => {
    const element = panel(view({ rows: [open('c1:p1', { isAside: true })] }));
    await settled();
    expect(openKeys(element)).toEqual([]);
    expect(await today(element)).toEqual(['c1:p1']);
  });
});

describe('Today', () => {
  async function today(given: SoftphoneView): Promise<Panel> {
    const element = panel(given);
    await settled();
    say(tabs(element), 'choosetab', { id: 'today' });
    await settled();
    return element;
  }

  it('lists what needs the agent first', async () => {
    const element = await today(view({ rows: finished, needsYou: 1 }));
    const keys = findAll(element, 'c-interaction-row').map(keyOf);
    expect(keys[0]).toBe(refused.key);
    expect(keys).toHaveLength(finished.length);
  });

  it('opens one and comes back', async () => {
    const element = await today(view({ rows: finished }));
    say(find(element, 'c-today-list'), 'choosekey', { key: refused.key });
    await settled();
    expect(keyOf(find(element, 'c-interaction-detail'))).toBe(refused.key);
    say(find(element, 'c-interaction-detail'), 'close', { key: refused.key });
    await settled();
    expect(findAll(element, 'c-today-list')).toHaveLength(1);
  });

  it('carries the badge', async () => {
    const element = panel(view({ rows: finished, needsYou: 3 }));
    await settled();
    expect(find(tabs(element), '.badge').textContent).toContain('3');
  });
});

it('says a new alert politely, once, and takes no focus', async () => {
  const element = panel(view({ rows: [live] }));
  await settled();
  const region = find(element, '[role="status"].slds-assistive-text');
  expect(region.textContent).toBe('');
  element.view = view({ rows: [alerting, live] });
  await settled();
  expect(region.textContent).toBe('c.Softphone_Ringing');
  expect(document.activeElement).toBe(document.body);
});

describe('the focus goes on when the control that had it is gone', () => {
  const ended = interaction({
    disconnectedTime: '2026-03-11T12:00:00Z',
    wrapUp: { required: false }
  });
  const over = row({ ...live, interaction: ended });
  type Case = [
    string,
    InteractionRow[],
    [string, 'end' | 'decline', string],
    InteractionRow[],
    string
  ];
  const cases: Case[] = [
    ['ended', [live], ['c-interaction-detail', 'end', live.key], [over], 'c-interaction-detail'],
    ['declined', [alerting], ['c-alert-row', 'decline', alerting.key], [], 'c-panel-tabs'],
    [
      'declined in a call',
      [alerting, live],
      ['c-alert-row', 'decline', alerting.key],
      [live],
      'c-interaction-detail'
    ]
  ];
  it.each(cases)('%s', async (_name, before, [part, event, key], after, expected) => {
    const element = panel(view({ rows: before }));
    await settled();
    const focused = jest.spyOn(find(element, expected), 'focus');
    ask(find(element, part), { type: event, key });
    element.view = view({ rows: [...before] });
    await settled();
    expect(focused).not.toHaveBeenCalled();
    element.view = view({ rows: after });
    await settled();
    expect(focused).toHaveBeenCalledTimes(1);
  });

  it('a line read and closed', async () => {
    const refusal = { action: 'dial', type: 'server', message: '' } as const;
    const element = panel(view({ refused: refusal }));
    await settled();
    const focused = jest.spyOn(tabs(element), 'focus');
    find(find(element, 'c-panel-notice'), 'button').click();
    await settled();
    expect(focused).toHaveBeenCalledTimes(1);
    expect(findAll(element, '.notice')).toHaveLength(0);
  });

  it('but not when others end it', async () => {
    const element = panel(view({ rows: [live] }));
    await settled();
    const focused = jest.spyOn(find(element, 'c-interaction-detail'), 'focus');
    element.view = view({ rows: [over] });
    await settled();
    expect(focused).not.toHaveBeenCalled();
  });
});

it('the log takes the place of the detail and gives it back', async () => {
  const element = panel(view({ rows: [afterCall] }));
  await settled();
  say(find(element, 'c-save-status'), 'openlog', { key: afterCall.key });
  await settled();
  expect(findAll(element, 'c-saved-log')).toHaveLength(1);
  expect(findAll(element, 'c-interaction-detail')).toHaveLength(0);
  const opened = ran(element, 'open_task');
  ask(find(element, 'c-saved-log'), { type: 'open_task', key: afterCall.key });
  expect(opened).toEqual([{ key: afterCall.key }]);
  say(find(element, 'c-saved-log'), 'back');
  await settled();
  expect(findAll(element, 'c-interaction-detail')).toHaveLength(1);
});

it('typed notes outlive any number of new views', async () => {
  const element = panel(view({ rows: [live] }));
  await settled();
  const area = find(element, 'lightning-textarea');
  say(area, 'focus');
  say(area, 'change', { value: 'half a sen' });
  element.view = view({ rows: [row({ ...live, notes: 'half' })] });
  await settled();
  expect(area.value).toBe('half a sen');
});

it('no absent value shows through', async () => {
  const element = panel(view({ rows: [alerting, live, email] }));
  await settled();
  expect(words(element)).not.toMatch(/undefined|NaN|\[object/);
});

it('shows the log for support in place of the body, and goes back', async () => {
  const element = panel(view({ rows: [live] }));
  await settled();
  say(find(element, 'c-panel-header'), 'supportlog');
  await settled();
  expect(findAll(element, 'c-interaction-detail')).toEqual([]);
  say(find(element, 'c-support-log'), 'back');
  await settled();
  expect(findAll(element, 'c-support-log')).toEqual([]);
  expect(findAll(element, 'c-interaction-detail')).toHaveLength(1);
});
