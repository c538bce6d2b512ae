import { registerSa11yMatcher } from '@sa11y/jest';
import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { apiNameOf, SETTINGS, tellChange } from 'c/softphoneConfiguration';
import SoftphoneSettings from '../softphoneSettings';

type Emitting = {
  emit(value: unknown, isFor?: (config: { objectApiName?: string }) => boolean): void;
  error(
    body: unknown,
    status: number,
    statusText: string,
    isFor?: (config: { objectApiName?: string }) => boolean
  ): void;
};
const records = graphql as unknown as Emitting;
// The preset's doubles: `emit` and `error` are the test's.
// eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages
const infos = getObjectInfo as unknown as Emitting;
// eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages
const picklists = getPicklistValues as unknown as Emitting;
const created = createRecord as jest.Mock;
const updated = updateRecord as jest.Mock;

const RECORD: Record<string, string | number | boolean | null> = {
  Region__c: 'mypurecloud.de',
  Client_Id__c: 'client-1',
  Redirect_Url__c: 'https://acme--c.vf.force.com/apex/GenesysSignIn',
  Gateway__c: null,
  Open_Status__c: 'In Progress',
  Closed_Status__c: 'Completed',
  Interaction_Url__c: null,
  Watch_Hours__c: 24,
  Work_Item_Attribute__c: null,
  Remember_Sign_In__c: false
};
jest.mock('c/softphoneConfiguration', () => ({
  ...jest.requireActual('c/softphoneConfiguration'),
  tellChange: jest.fn()
}));

const TOAST = 'lightning__showtoast';
const OWN_PAGE = `${window.location.origin}/apex/GenesysSignIn`;

interface Control extends HTMLElement {
  value: string;
  readOnly: boolean;
  required: boolean;
  options: { label: string; value: string }[];
  setCustomValidity: jest.Mock;
}

const refresh = jest.fn().mockResolvedValue(undefined);
let form: HTMLElement;
let events: [string, unknown][];

beforeAll(registerSa11yMatcher);
beforeEach(() => {
  jest.clearAllMocks();
  created.mockResolvedValue({ id: 'a0S01' });
  updated.mockResolvedValue({});
  form = createElement('c-softphone-settings', { is: SoftphoneSettings });
  events = [];
  for (const name of ['unsaved', 'saved', TOAST]) form.addEventListener(name, keep);
  document.body.appendChild(form);
});
afterEach(() => document.body.replaceChildren());

function keep(event: Event): void {
  events.push([event.type, (event as CustomEvent).detail]);
}

function give(record: typeof RECORD | undefined): void {
  const values = Object.entries(record ?? {}).map(([name, value]) => [name, { value }]);
  const edges = record ? [{ node: { Id: 'a0S01', ...Object.fromEntries(values) } }] : [];
  records.emit({ data: { uiapi: { query: { Softphone_Settings__c: { edges } } } }, refresh });
}

interface Rights {
  createable?: boolean;
  updateable?: boolean;
  hidden?: string[];
  locked?: string[];
}

async function open(record: typeof RECORD | undefined, rights: Rights = {}): Promise<void> {
  const { createable = true, updateable = true, hidden = [], locked = [] } = rights;
  const fields = SETTINGS.map(apiNameOf)
    .filter((apiName) => !hidden.includes(apiName))
    .map((apiName) => {
      const isOpen = !locked.includes(apiName);
      const label = apiName.replace('__c', '').replaceAll('_', ' ');
      return [apiName, { apiName, label, length: 80, createable: isOpen, updateable: isOpen }];
    });
  give(record);
  infos.emit(
    { createable, updateable, fields: Object.fromEntries(fields) },
    ({ objectApiName }) => objectApiName !== 'Task'
  );
  infos.emit({ defaultRecordTypeId: '012' }, ({ objectApiName }) => objectApiName === 'Task');
  await settled();
  const status = (value: string, closed: boolean): object => ({
    value,
    label: value,
    attributes: { closed }
  });
  picklists.emit({ values: [status('In Progress', false), status('Completed', true)] });
  await settled();
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

function find<Found extends HTMLElement = Control>(selector: string): Found {
  return form.shadowRoot!.querySelector<Found>(selector)!;
}
const control = (setting: string): Control => find(`[data-setting="${setting}"]`);
const text = (id: string): string =>
  find(`[data-id="${id}"]`)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

const texts = (selector: string): (string | null)[] =>
  [...form.shadowRoot!.querySelectorAll(selector)].map(({ textContent }) => textContent);

async function type(setting: string, value: string | boolean): Promise<void> {
  const detail = typeof value === 'boolean' ? { checked: value } : { value };
  control(setting).dispatchEvent(new CustomEvent('change', { detail }));
  await settled();
}

async function choose(id: string, value: string): Promise<void> {
  find(`[data-id="${id}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}

async function click(id: string): Promise<void> {
  find(`[data-id="${id}"]`).click();
  await settled();
}

const isDisabled = (id: string): boolean => find<HTMLButtonElement>(`[data-id="${id}"]`).disabled;
const toasts = (): unknown[] =>
  events
    .filter(([name]) => name === TOAST)
    .map(([, detail]) => (detail as { title: string }).title);

describe('the first time', () => {
  test('what the org can tell is filled in, and one record is created', async () => {
    await open(undefined);
    expect(text('none')).toBe('c.Settings_None');
    expect(text('state')).toBe('c.Settings_Not_Saved');
    expect(control('redirectUrl').value).toBe(OWN_PAGE);
    await choose('region', 'mypurecloud.ie');
    await type('clientId', ' client-2 ');
    await click('save');
    expect(created).toHaveBeenCalledWith({
      apiName: 'Softphone_Settings__c',
      fields: {
        Name: 'Softphone',
        Region__c: 'mypurecloud.ie',
        Client_Id__c: 'client-2',
        Redirect_Url__c: OWN_PAGE,
        Closed_Status__c: 'Completed',
        Identity_Check__c: 'Warn',
        Watch_Hours__c: 24,
        Remember_Sign_In__c: false
      }
    });
    expect(toasts()).toEqual(['c.Settings_Created']);
    expect(tellChange).toHaveBeenCalledTimes(1);
    expect(text('state')).toBe('c.Settings_Saved_All');
  });

  test('the second save updates what the first one made', async () => {
    await open(undefined);
    await choose('region', 'mypurecloud.ie');
    await type('clientId', 'client-2');
    await click('save');
    await type('watchHours', '48');
    await click('save');
    expect(created).toHaveBeenCalledTimes(1);
    expect(updated).toHaveBeenCalledWith({ fields: { Id: 'a0S01', Watch_Hours__c: 48 } });
  });

  test('nothing is created by half', async () => {
    await open(undefined);
    await click('save');
    expect(created).not.toHaveBeenCalled();
    const missing = ['c.Settings_Problem_Required', 'c.Settings_Problem_Required'];
    expect(texts('[data-id="problems"] li')).toEqual(missing);
  });

  test('is accessible', async () => {
    await open(undefined);
    await expect(form).toBeAccessible();
  });
});

describe('changes', () => {
  test('are counted, told to the tab, and undone', async () => {
    await open(RECORD);
    expect([isDisabled('undo'), isDisabled('save')]).toEqual([true, true]);
    await type('clientId', 'client-2');
    await type('rememberSignIn', true);
    expect(text('state')).toBe('c.Settings_Unsaved');
    expect([isDisabled('undo'), isDisabled('save')]).toEqual([false, false]);
    await click('undo');
    expect(control('clientId').value).toBe('client-1');
    expect(text('state')).toBe('c.Settings_Saved_All');
    expect(events).toEqual([
      ['unsaved', { isUnsaved: true }],
      ['unsaved', { isUnsaved: false }]
    ]);
    expect(updated).not.toHaveBeenCalled();
  });

  test('only what changed is written', async () => {
    await open(RECORD);
    await choose('region', 'mypurecloud.ie');
    await type('openStatus', '');
    await click('save');
    expect(updated).toHaveBeenCalledWith({
      fields: { Id: 'a0S01', Region__c: 'mypurecloud.ie', Open_Status__c: null }
    });
    expect(toasts()).toEqual(['c.Settings_Saved']);
    expect(events.map(([name]) => name)).toContain('saved');
    expect(refresh).toHaveBeenCalled();
  });

  test('typed back, there is nothing to save', async () => {
    await open(RECORD);
    await type('clientId', 'client-2');
    await type('clientId', 'client-1');
    expect(isDisabled('save')).toBe(true);
  });

  test('somebody else’s change comes in and takes nothing away', async () => {
    await open(RECORD);
    await type('clientId', 'client-2');
    give({ ...RECORD, Region__c: 'mypurecloud.jp', Client_Id__c: 'client-3' });
    await settled();
    expect(control('region').value).toBe('mypurecloud.jp');
    expect(control('clientId').value).toBe('client-2');
  });

  test('leaving the page with unsaved changes asks', async () => {
    await open(RECORD);
    const leave = (): boolean =>
      window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));
    expect(leave()).toBe(true);
    await type('clientId', 'client-2');
    expect(leave()).toBe(false);
  });
});

describe('mistakes', () => {
  test('are shown at the field once it is left, not while typing', async () => {
    await open(RECORD);
    const hours = control('watchHours');
    hours.setCustomValidity = jest.fn();
    await type('watchHours', '999');
    expect(hours.setCustomValidity).not.toHaveBeenCalled();
    hours.dispatchEvent(new CustomEvent('blur'));
    await settled();
    expect(hours.setCustomValidity).toHaveBeenLastCalledWith('c.Settings_Problem_Out_Of_Range');
    await type('watchHours', '99');
    expect(hours.setCustomValidity).toHaveBeenLastCalledWith('');
  });

  test('keep Save from writing, and are listed', async () => {
    await open(RECORD);
    await type('clientId', '');
    await type('gateway', 'nowhere');
    await click('save');
    expect(updated).not.toHaveBeenCalled();
    expect(text('problems')).toContain('c.Settings_Problem_Required');
    expect(text('problems')).toContain('c.Settings_Problem_Not_A_Url');
    expect(find('[data-id="advanced"]').getAttribute('aria-expanded')).toBe('true');
    await expect(form).toBeAccessible();
  });

  test('a refusal shows the org’s words, at the field too, and loses nothing', async () => {
    await open(RECORD);
    const client = control('clientId');
    client.setCustomValidity = jest.fn();
    await type('clientId', 'client-2');
    updated.mockRejectedValueOnce({
      body: {
        message: 'An error occurred.',
        output: { errors: [], fieldErrors: { Client_Id__c: [{ message: 'Not this one.' }] } }
      }
    });
    await click('save');
    expect(text('saveProblem')).toBe('c.Settings_Failed_Save Not this one.');
    expect(client.setCustomValidity).toHaveBeenLastCalledWith('Not this one.');
    expect(control('clientId').value).toBe('client-2');
    expect(text('state')).toBe('c.Settings_Unsaved');
    expect(toasts()).toEqual([]);
    expect(tellChange).not.toHaveBeenCalled();
    await type('clientId', 'client-3');
    await click('save');
    expect(updated).toHaveBeenLastCalledWith({
      fields: { Id: 'a0S01', Client_Id__c: 'client-3' }
    });
    expect(find('[data-id="saveProblem"]')).toBeNull();
  });
});

describe('region', () => {
  test('another one is typed, with the trusted sites it needs', async () => {
    await open(RECORD);
    expect(find('[data-id="trustedSites"]')).toBeNull();
    await choose('region', 'other');
    await type('region', 'mxc1.pure.cloud');
    expect(text('trustedSites')).toContain('https://*.mxc1.pure.cloud');
    expect(text('trustedSites')).toContain('wss://*.mxc1.pure.cloud');
    await click('save');
    expect(updated.mock.calls[0][0].fields).toEqual({ Id: 'a0S01', Region__c: 'mxc1.pure.cloud' });
  });

  test('one that is not in the list is read as another one', async () => {
    await open({ ...RECORD, Region__c: 'mxc1.pure.cloud' });
    expect(find('[data-id="region"]').value).toBe('other');
    expect(control('region').value).toBe('mxc1.pure.cloud');
  });
});

describe('redirect URL', () => {
  test('the org’s own page is offered where another one is set', async () => {
    await open(RECORD);
    await click('useOwnPage');
    expect(control('redirectUrl').value).toBe(OWN_PAGE);
    expect(find('[data-id="otherPage"]')).toBeNull();
  });

  const copies: [string, unknown, string][] = [
    ['is copied', { writeText: jest.fn().mockResolvedValue(undefined) }, 'c.Settings_Copied'],
    ['says when it can’t be copied', undefined, 'c.Settings_Copy_Failed']
  ];
  test.each(copies)('%s', async (_what, clipboard, toast) => {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await open(RECORD);
    await click('copy');
    expect(toasts()).toEqual([toast]);
  });
});

test('statuses are the org’s own', async () => {
  await open(RECORD);
  const values = (setting: string): string[] => control(setting).options.map(({ value }) => value);
  expect(values('openStatus')).toEqual(['', 'In Progress']);
  expect(values('closedStatus')).toEqual(['', 'Completed']);
});

test('the gateway is out of sight until asked for, or set', async () => {
  await open(RECORD);
  const expanded = (): string | null => find('[data-id="advanced"]').getAttribute('aria-expanded');
  expect(expanded()).toBe('false');
  await click('advanced');
  expect(expanded()).toBe('true');
  await click('advanced');
  give({ ...RECORD, Gateway__c: 'https://gw.example.com' });
  await settled();
  expect(expanded()).toBe('false');
});

describe('without the right to change', () => {
  test('everything is there to read, nothing to press', async () => {
    await open(RECORD, { createable: false, updateable: false });
    expect(text('readOnly')).toBe('c.Settings_Read_Only');
    expect(find('[data-id="save"]')).toBeNull();
    expect(control('clientId').value).toBe('client-1');
    expect(control('clientId').readOnly).toBe(true);
    await expect(form).toBeAccessible();
  });

  test('and without a record, who can help', async () => {
    await open(undefined, { createable: false, updateable: false });
    expect(text('nothing')).toBe('c.Settings_None_Read_Only');
    expect(control('clientId')).toBeNull();
  });

  test('of one field: that field is neither changed nor missed', async () => {
    await open(
      { ...RECORD, Client_Id__c: null },
      {
        locked: ['Client_Id__c'],
        hidden: ['Gateway__c']
      }
    );
    expect(control('clientId').readOnly).toBe(true);
    expect(control('clientId').required).toBe(false);
    expect(control('gateway')).toBeNull();
    await type('watchHours', '1');
    await click('save');
    expect(updated).toHaveBeenCalledWith({ fields: { Id: 'a0S01', Watch_Hours__c: 1 } });
  });
});

describe('before and without an answer', () => {
  test('loading', async () => {
    await settled();
    expect(find('lightning-spinner')).not.toBeNull();
    await open(RECORD);
    expect(find('lightning-spinner')).toBeNull();
  });

  test('a failed read is said, and can be tried again', async () => {
    await open(RECORD);
    records.emit({ errors: [{ message: 'No such object.' }], refresh });
    await settled();
    expect(text('loadProblem')).toContain('No such object.');
    await click('retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('fields that can’t be read are said', async () => {
    give(RECORD);
    infos.error(
      [{ message: 'No access.' }],
      403,
      'Forbidden',
      ({ objectApiName }) => objectApiName !== 'Task'
    );
    await settled();
    expect(text('loadProblem')).toContain('No access.');
  });
});
