import type { InteractionRow, SoftphoneView } from 'c/softphoneView';
import type { LegStatus } from 'c/taskSync';
import SaveStatus from '../saveStatus';
import {
  find,
  findAll,
  mount,
  recorded,
  settled,
  unmountAll,
  words,
  ran
} from '../../softphonePanel/__tests__/data/mount';
import {
  ISSUES,
  NOON,
  TASK_FIELDS,
  live,
  row,
  status,
  view
} from '../../softphonePanel/__tests__/data/views';

jest.mock('@salesforce/label/c.Softphone_Saved_At', () => ({ default: 'Saved {0} · {1}' }), {
  virtual: true
});
jest.mock('@salesforce/label/c.Softphone_Field_Many', () => ({ default: '{0} fields' }), {
  virtual: true
});
jest.mock('@salesforce/label/c.Softphone_Waiting_Until', () => ({ default: 'Waiting until {0}' }), {
  virtual: true
});
jest.mock('@salesforce/label/c.Softphone_Save_Field_Refused', () => ({ default: '{1}: {0}' }), {
  virtual: true
});
jest.mock('@salesforce/label/c.Softphone_Needs_You', () => ({ default: 'Needs you ({0})' }), {
  virtual: true
});

afterEach(unmountAll);

const clock = (ms: number) =>
  new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(ms);
const RETRY = 'c.Softphone_Retry';

describe('one Task', () => {
  const transient = { type: 'transient', message: 'offline' } as const;
  const cases: [string, Partial<LegStatus>, string[], boolean][] = [
    ['saving', { phase: 'saving' }, ['c.Softphone_Saving'], false],
    ['saved', {}, [`Saved ${clock(NOON - 3000)} · 14 fields`], false],
    ['saved, two left out', { issues: ISSUES }, ['c.Softphone_Left_Out_Many'], false],
    [
      'waiting',
      { phase: 'waiting', retryAt: NOON + 25_000, failure: transient },
      [`Waiting until ${clock(NOON + 25_000)}`, 'c.Softphone_Save_Later'],
      true
    ],
    ['waiting for a sign-in', { phase: 'waiting' }, ['c.Softphone_Waiting'], true],
    [
      'needs the agent',
      { phase: 'needs_you', failure: { type: 'permanent', message: 'no' } },
      ['Needs you (1)', 'c.Softphone_Save_Refused'],
      true
    ],
    ['deleted', { phase: 'gone' }, ['c.Softphone_Save_Gone'], false],
    [
      'refused at a field',
      {
        phase: 'needs_you',
        failure: {
          type: 'field',
          message: 'no',
          fields: [{ field: 'CallDisposition', code: 'X', message: 'Choose a result' }]
        }
      },
      ['Needs you (1)', 'Call Result: Choose a result'],
      true
    ],
    ['nothing to save yet', { phase: 'idle' }, ['c.Softphone_Not_Saved_Yet'], false]
  ];
  it.each(cases)('%s', async (_name, changes, expected, retry) => {
    const given = row({ ...live, status: status(changes) });
    const element = mount('c-save-status', SaveStatus, {
      view: view(),
      row: given,
      taskFields: TASK_FIELDS
    });
    await settled();
    const said = words(element);
    expect(expected.filter((text) => !said.includes(text))).toEqual([]);
    expect(said.includes(RETRY)).toBe(retry);
  });
});

it('a transcript that is not saved is said, and can be tried again', async () => {
  const given = row({ ...live, transcriptRefused: 'No access' });
  const element = mount('c-save-status', SaveStatus, { view: view(), row: given });
  await settled();
  expect(words(element)).toMatch(/Saved .*c\.Softphone_Retry.*c\.Softphone_Transcript_Refused/);
});

describe('told to those who do not see it', () => {
  const cases: [LegStatus['phase'], string][] = [
    ['saving', 'off'],
    ['saved', 'off'],
    ['waiting', 'polite'],
    ['needs_you', 'polite'],
    ['gone', 'polite']
  ];
  it.each(cases)('%s: %s', async (phase, live_) => {
    const given = row({ ...live, status: status({ phase }) });
    const element = mount('c-save-status', SaveStatus, { view: view(), row: given });
    await settled();
    expect(find(element, '.words').getAttribute('aria-live')).toBe(live_);
  });
});

describe('all Tasks, when none is selected', () => {
  const cases: [Partial<SoftphoneView>, string][] = [
    [{}, 'c.Softphone_All_Saved'],
    [{ saving: 1 }, 'c.Softphone_Saving'],
    [{ waiting: 1 }, 'c.Softphone_Waiting_One'],
    [{ waiting: 3, saving: 0 }, 'c.Softphone_Waiting_Many'],
    [{ needsYou: 2, saving: 1, waiting: 1 }, 'Needs you (2)']
  ];
  it.each(cases)('%p', async (changes, expected) => {
    const element = mount('c-save-status', SaveStatus, { view: view(changes) });
    await settled();
    expect(words(element)).toContain(expected);
    expect(findAll(element, '.log')).toHaveLength(0);
  });
});

it('the focus goes on to the log when the retry has begun', async () => {
  const given = (phase: LegStatus['phase']) => row({ ...live, status: status({ phase }) });
  const element = mount('c-save-status', SaveStatus, { view: view(), row: given('waiting') });
  await settled();
  find(element, '.link').focus();
  find(element, '.link').click();
  Object.assign(element, { row: given('saving') });
  await settled();
  expect(element.shadowRoot!.activeElement).toBe(find(element, '.log'));
});

describe('what it asks for', () => {
  const refused = row({ ...live, status: status({ phase: 'needs_you' }) });
  const cases: [string, InteractionRow | undefined, string, 'retry' | 'openlog', unknown][] = [
    ['this one again', refused, '.link', 'retry', { key: live.key }],
    ['all again', undefined, '.link', 'retry', { key: undefined }],
    ['the log', refused, '.log', 'openlog', null]
  ];
  it.each(cases)('%s', async (_name, given, selector, type, detail) => {
    const element = mount('c-save-status', SaveStatus, { view: view({ needsYou: 1 }), row: given });
    const asked = type === 'retry' ? ran(element, type) : recorded(element, type);
    await settled();
    find(element, selector).click();
    expect(asked).toEqual([detail]);
  });
});
