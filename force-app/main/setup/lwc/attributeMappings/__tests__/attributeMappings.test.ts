import { registerSa11yMatcher } from '@sa11y/jest';
import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { tellChange } from 'c/softphoneConfiguration';
import AttributeMappings from '../attributeMappings';
import { mappingFields } from 'c/taskDraft';
import type { Mapping } from 'c/taskDraft';
import { mapping, TASK } from '../../mappingRules/__tests__/task';

type Emitting = {
  emit(
    value: unknown,
    isFor?: (config: { objectApiName?: string; query?: { query: string } }) => boolean
  ): void;
  error(
    body: unknown,
    status: number,
    statusText: string,
    isFor?: (config: { objectApiName?: string }) => boolean
  ): void;
};
const records = graphql as unknown as Emitting;
// The preset's double: `emit` and `error` are the test's.
// eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages
const infos = getObjectInfo as unknown as Emitting;
jest.mock('c/softphoneConfiguration', () => ({
  ...jest.requireActual('c/softphoneConfiguration'),
  tellChange: jest.fn()
}));

const created = createRecord as jest.Mock;
const updated = updateRecord as jest.Mock;
const deleted = deleteRecord as jest.Mock;

const QUEUE = mapping('Call.QueueName', 'Queue__c', { id: 'a01' });
const WAIT = mapping('Interaction.TotalAcdTime', 'Wait__c', { id: 'a02', whenEmpty: 'clear' });
const GONE = mapping('Call.Ani', 'Gone__c', { id: 'a03', active: false, whenTooLong: 'leave_out' });

const refresh = jest.fn().mockResolvedValue(undefined);
let page: HTMLElement;

beforeEach(() => {
  jest.clearAllMocks();
  created.mockResolvedValue({ id: 'a09' });
  updated.mockResolvedValue({});
  deleted.mockResolvedValue(undefined);
  page = createElement('c-attribute-mappings', { is: AttributeMappings });
  document.body.appendChild(page);
});
beforeAll(registerSa11yMatcher);
afterEach(() => document.body.replaceChildren());

async function open(
  mappings: Mapping[],
  rights = { createable: true, updateable: true }
): Promise<void> {
  give(mappings);
  infos.emit({ apiName: 'Task', ...TASK }, ({ objectApiName }) => objectApiName === 'Task');
  infos.emit({ ...rights, fields: {} }, ({ objectApiName }) => objectApiName !== 'Task');
  await settled();
}

function give(mappings: Mapping[]): void {
  const edges = mappings.map((one) => ({
    node: {
      Id: one.id,
      ...Object.fromEntries(
        Object.entries(mappingFields(one)).map(([name, value]) => [name, { value }])
      )
    }
  }));
  answer('Attribute_Mapping__c', {
    data: { uiapi: { query: { Attribute_Mapping__c: { edges } } } }
  });
}

/** To the query of this object alone. */
function answer(objectName: string, value: object): void {
  records.emit({ refresh, ...value }, (config) =>
    Boolean(config.query?.query.includes(` ${objectName}(`))
  );
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

function find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  return page.shadowRoot!.querySelector<Found>(selector)!;
}

const text = (selector: string): string => find(selector)?.textContent?.trim() ?? '';
const rowIds = (): (string | undefined)[] =>
  [...page.shadowRoot!.querySelectorAll<HTMLElement>('[data-row]')].map(
    ({ dataset }) => dataset.row
  );
const cell = (id: string, name: string): string => text(`[data-row="${id}"] [data-cell="${name}"]`);

async function send(selector: string, type: string, detail: object): Promise<void> {
  find(selector).dispatchEvent(new CustomEvent(type, { detail }));
  await settled();
}

async function click(selector: string): Promise<void> {
  find(selector).click();
  await settled();
}

describe('the table', () => {
  test('shows each mapping in words, checked', async () => {
    await open([QUEUE, WAIT, GONE]);
    expect(rowIds()).toEqual(['a01', 'a02', 'a03']);
    const columns = ['attribute', 'type', 'field', 'tooLong', 'empty', 'check'];
    const words = ['a01', 'a02', 'a03'].map((id) => columns.map((name) => cell(id, name)));
    expect(words).toEqual([
      [
        'Call.QueueName',
        'c.Mapping_Type_Text',
        'QueueQueue__c · c.Mapping_Type_Text(80)',
        'c.Mapping_Too_Long_Cut',
        'c.Mapping_Empty_Leave',
        'c.Mapping_Check_Good'
      ],
      [
        'Interaction.TotalAcdTime',
        'c.Mapping_Type_Number',
        'WaitWait__c · c.Mapping_Type_Number(6, 0)',
        '–',
        'c.Mapping_Empty_Clear',
        'c.Mapping_Check_Good'
      ],
      [
        'Call.Ani',
        'c.Mapping_Type_Text',
        'Gone__c',
        'c.Mapping_Too_Long_Leave_Out',
        'c.Mapping_Empty_Leave',
        'c.Mapping_Problem_Field_Hidden'
      ]
    ]);
    expect(find<HTMLInputElement>('[data-row="a03"] input').checked).toBe(false);
  });

  const searches: [string, string[]][] = [
    ['queue', ['a01']],
    ['WAIT__C', ['a02']],
    ['call.', ['a01', 'a03']],
    ['zzz', []]
  ];
  test.each(searches)('searched for “%s”', async (value, ids) => {
    await open([QUEUE, WAIT, GONE]);
    find<HTMLInputElement>('[data-id="search"]').value = value;
    await send('[data-id="search"]', 'input', {});
    expect(rowIds()).toEqual(ids);
    expect(text('[data-id="nothingFound"]')).toBe(ids.length ? '' : 'c.Mapping_Search_None');
  });

  test('follows what others change', async () => {
    await open([QUEUE]);
    give([QUEUE, WAIT]);
    await settled();
    expect(rowIds()).toEqual(['a01', 'a02']);
  });

  test('is accessible', async () => {
    await open([QUEUE, WAIT, GONE]);
    await expect(page).toBeAccessible();
  });
});

describe('before and without mappings', () => {
  test('loading until mappings and fields are there', async () => {
    await settled();
    expect(find('lightning-spinner')).not.toBeNull();
    await open([QUEUE]);
    expect(find('lightning-spinner')).toBeNull();
  });

  test('a failed read is said, and can be tried again', async () => {
    await open([]);
    answer('Attribute_Mapping__c', { errors: [{ message: 'No such object.' }] });
    await settled();
    expect(text('[data-id="loadProblem"]')).toContain('No such object.');
    await click('[data-id="retry"]');
    expect(refresh).toHaveBeenCalledTimes(1);
    give([QUEUE]);
    await settled();
    expect(rowIds()).toEqual(['a01']);
  });

  test('fields that cannot be read are said', async () => {
    give([QUEUE]);
    infos.error(
      [{ message: 'No access to Task.' }],
      403,
      'Forbidden',
      ({ objectApiName }) => objectApiName === 'Task'
    );
    await settled();
    expect(text('[data-id="loadProblem"]')).toContain('No access to Task.');
  });

  test('an empty list offers a starter set, added in its order', async () => {
    await open([]);
    const starter = find('c-mapping-starter');
    starter.shadowRoot!.querySelector<HTMLElement>('[data-id="add"]')!.click();
    await settled();
    expect(
      created.mock.calls.map(([{ fields }]) => [fields.Attribute__c, fields.Task_Field__c])
    ).toEqual([
      ['Call.QueueName', 'Queue__c'],
      ['Call.Ani', 'Caller_Phone__c'],
      ['Call.Internal', 'Internal__c'],
      ['Interaction.TotalAcdTime', 'Wait__c'],
      ['Interaction.Url', 'Page__c'],
      ['Salesforce.ConnectedTime', 'Connected_At__c']
    ]);
    expect(find('c-mapping-starter')).toBeNull();
    expect(refresh).toHaveBeenCalled();
  });

  test('an empty list is accessible', async () => {
    await open([]);
    await expect(page).toBeAccessible();
  });
});

describe('changes', () => {
  test('a new mapping is saved and shown', async () => {
    await open([QUEUE]);
    await click('[data-id="new"]');
    const { id: _id, ...fresh } = WAIT;
    await send('c-mapping-form', 'save', { mapping: fresh });
    expect(created).toHaveBeenCalledWith({
      apiName: 'Attribute_Mapping__c',
      fields: {
        Attribute__c: 'Interaction.TotalAcdTime',
        Task_Field__c: 'Wait__c',
        Active__c: true,
        When_Too_Long__c: 'Cut',
        When_Empty__c: 'Clear'
      }
    });
    expect(rowIds()).toEqual(['a01', 'a09']);
    expect(find('c-mapping-form')).toBeNull();
  });

  const saves: [string, () => Promise<void>][] = [
    ['added', () => send('c-mapping-form', 'save', { mapping: WAIT })],
    ['changed', () => send('c-mapping-form', 'save', { mapping: { ...QUEUE, active: false } })],
    ['switched off', () => click('[data-row="a01"] input')],
    ['removed', () => click('[data-remove="a01"]')]
  ];
  test.each(saves)('%s: softphones that are open are told once', async (what, save) => {
    await open([QUEUE]);
    if (what === 'added') await click('[data-id="new"]');
    if (what === 'changed') await click('[data-edit="a01"]');
    expect(tellChange).not.toHaveBeenCalled();
    await save();
    expect(tellChange).toHaveBeenCalledTimes(1);
  });

  test('a refused one keeps the form open and shows the org’s words', async () => {
    await open([QUEUE]);
    await click('[data-id="new"]');
    created.mockRejectedValue({
      body: {
        message: 'An error occurred.',
        output: { errors: [], fieldErrors: { Attribute__c: [{ message: 'Too long.' }] } }
      }
    });
    await send('c-mapping-form', 'save', { mapping: mapping('Call.Ani', 'Queue__c') });
    expect(text('[data-id="saveProblem"]')).toBe('c.Mapping_Failed_Save Too long.');
    expect(find('c-mapping-form')).not.toBeNull();
    expect(rowIds()).toEqual(['a01']);
  });

  test('a row is changed in its place', async () => {
    await open([QUEUE, WAIT]);
    await click('[data-edit="a01"]');
    expect(rowIds()).toEqual(['a02']);
    expect((find('c-mapping-form') as unknown as { mapping: Mapping }).mapping).toEqual(QUEUE);
    await send('c-mapping-form', 'save', { mapping: { ...QUEUE, field: 'Reason__c' } });
    expect(updated.mock.calls[0][0].fields).toMatchObject({
      Id: 'a01',
      Task_Field__c: 'Reason__c'
    });
    expect(cell('a01', 'field')).toContain('Reason__c');
  });

  test('cancelled, nothing is saved', async () => {
    await open([QUEUE]);
    await click('[data-edit="a01"]');
    await send('c-mapping-form', 'cancel', {});
    expect(updated).not.toHaveBeenCalled();
    expect(rowIds()).toEqual(['a01']);
  });

  test('switched off and on', async () => {
    await open([QUEUE]);
    await click('[data-row="a01"] input');
    expect(updated.mock.calls[0][0].fields).toMatchObject({ Id: 'a01', Active__c: false });
    expect(find<HTMLInputElement>('[data-row="a01"] input').checked).toBe(false);
  });

  test('a switch that cannot be saved goes back', async () => {
    await open([QUEUE]);
    updated.mockRejectedValue({ body: { message: 'No access.' } });
    await click('[data-row="a01"] input');
    expect(find<HTMLInputElement>('[data-row="a01"] input').checked).toBe(true);
    expect(text('[data-id="saveProblem"]')).toContain('No access.');
  });

  test('removed, and brought back by Undo', async () => {
    await open([QUEUE, WAIT]);
    await click('[data-remove="a02"]');
    expect(deleted).toHaveBeenCalledWith('a02');
    expect(rowIds()).toEqual(['a01']);
    await click('[data-id="undo"]');
    expect(created.mock.calls[0][0].fields).toEqual(mappingFields(WAIT));
    expect(rowIds()).toEqual(['a01', 'a09']);
    expect(find('[data-id="undo"]')).toBeNull();
  });

  test('what cannot be removed stays', async () => {
    await open([QUEUE]);
    deleted.mockRejectedValue({ body: [{ message: 'Locked.' }] });
    await click('[data-remove="a01"]');
    expect(rowIds()).toEqual(['a01']);
    expect(text('[data-id="saveProblem"]')).toContain('Locked.');
    expect(find('[data-id="undo"]')).toBeNull();
  });
});

describe('the Settings tab', () => {
  const setUp = (edges: object[]): void => {
    answer('Softphone_Settings__c', {
      data: { uiapi: { query: { Softphone_Settings__c: { edges } } } }
    });
  };
  const active = (): string =>
    (find('lightning-tabset') as unknown as { activeTabValue: string }).activeTabValue;
  const label = (): string =>
    (find('[data-id="settingsTab"]') as unknown as { label: string }).label;

  test('is pointed to as long as there are no settings', async () => {
    await open([QUEUE]);
    expect(find('[data-id="notSetUp"]')).toBeNull();
    setUp([]);
    await settled();
    expect(active()).toBe('mappings');
    await click('[data-id="openSettings"]');
    expect(active()).toBe('settings');
    await send('c-softphone-settings', 'saved', {});
    expect(find('[data-id="notSetUp"]')).toBeNull();
  });

  test('not where there are some', async () => {
    await open([]);
    setUp([{ node: { Id: 'a0S01' } }]);
    await settled();
    expect(find('[data-id="notSetUp"]')).toBeNull();
  });

  test('says when it has unsaved changes', async () => {
    await open([QUEUE]);
    expect(label()).toBe('c.Settings_Tab');
    await send('c-softphone-settings', 'unsaved', { isUnsaved: true });
    expect(label()).toBe('c.Settings_Tab_Unsaved');
  });
});

test('who may not change mappings sees them, and why there are no buttons', async () => {
  await open([QUEUE], { createable: false, updateable: false });
  expect(rowIds()).toEqual(['a01']);
  expect(page.shadowRoot!.textContent).toContain('c.Mapping_Read_Only');
  expect(find('[data-id="new"]')).toBeNull();
  expect(find('[data-edit="a01"]')).toBeNull();
  expect(find<HTMLInputElement>('[data-row="a01"] input').disabled).toBe(true);
});
