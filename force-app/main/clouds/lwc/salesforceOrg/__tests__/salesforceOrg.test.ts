import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfo, getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { ADAPTER_ERRORS, validationErrors } from '../../../../../../scripts/jest/graphql';
import type { TestWire } from '../../../../../../scripts/jest/graphql';
import SalesforceOrg from '../salesforceOrg';
import type { OrgView, SearchResult } from '../salesforceOrg';

type Asked = { query?: { query: string }; variables?: Record<string, unknown> };
type Emitting = {
  emit(value: unknown): void;
  error(body: unknown, status: number, statusText: string): void;
};
const wires = graphql as unknown as TestWire;
// The preset's doubles: `emit` and `error` are the test's.
// eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages
const infos = getObjectInfos as unknown as Emitting;
// eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages
const taskInfo = getObjectInfo as unknown as Emitting;

// eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages
const ownRecord = getRecord as unknown as Emitting;

const OBJECTS = ['Contact', 'Lead', 'Case', 'Opportunity', 'Account'];
const REFUSED = validationErrors('Validation error (FieldUndefined@[x]) : …');

let org: HTMLElement & {
  view: OrgView;
  search(kind: 'people' | 'matters', text: string): Promise<SearchResult>;
};

beforeEach(() => {
  jest.useFakeTimers();
  org = createElement('c-salesforce-org', { is: SalesforceOrg }) as typeof org;
  document.body.appendChild(org);
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** Answers the wire that asks for this object now. */
function answer(objectName: string, value: object): void {
  wires.emit(value, (config) =>
    Boolean((config as Asked).query?.query.includes(` ${objectName}(`))
  );
}

const records = (objectName: string, ...nodes: object[]) => ({
  data: { uiapi: { query: { [objectName]: { edges: nodes.map((node) => ({ node })) } } } }
});
const named = (Id: string, name: string, more: object = {}) => ({
  Id,
  Name: { value: name },
  ...more
});

function visible(hidden: string[] = [], fields: string[] = ['Name', 'Subject']): void {
  infos.emit({
    results: OBJECTS.map((name) =>
      hidden.includes(name)
        ? { statusCode: 403, result: [{ errorCode: 'INSUFFICIENT_ACCESS' }] }
        : {
            statusCode: 200,
            result: { fields: Object.fromEntries(fields.map((one) => [one, {}])) }
          }
    )
  });
}

const said = (): string[] => org.view.problems.map(({ type, detail }) => `${type} ${detail}`);

describe('search', () => {
  const contact = named('003A', 'Blanche Stokes', { Account: { Name: { value: 'Harbor' } } });
  const lead = named('00QA', 'Elke Brandt', { Company: { value: 'Bakeries' } });
  const opportunity = named('006A', 'Fleet');

  interface Case {
    name: string;
    kind: 'people' | 'matters';
    hidden?: string[];
    answers: Record<string, object>;
    found: string[];
    isComplete: boolean;
    said?: string[];
  }
  const cases: Case[] = [
    {
      name: 'all answer',
      kind: 'people',
      answers: { Contact: records('Contact', contact), Lead: records('Lead', lead) },
      found: ['Contact Blanche Stokes · Harbor', 'Lead Elke Brandt · Bakeries'],
      isComplete: true
    },
    {
      name: 'without the object Lead contacts are still found',
      kind: 'people',
      hidden: ['Lead'],
      answers: { Contact: records('Contact', contact) },
      found: ['Contact Blanche Stokes · Harbor'],
      isComplete: true,
      said: ['object_hidden Lead']
    },
    {
      name: 'without Opportunity and Account cases are still found',
      kind: 'matters',
      hidden: ['Opportunity', 'Account'],
      answers: {
        Case: records('Case', {
          Id: '500A',
          CaseNumber: { value: '00001041' },
          Subject: { value: 'Wet' }
        })
      },
      found: ['Case 00001041 · Wet'],
      isComplete: true,
      said: ['object_hidden Opportunity', 'object_hidden Account']
    },
    {
      name: 'one refused query takes nothing from the other',
      kind: 'people',
      answers: { Contact: records('Contact', contact), Lead: { errors: REFUSED } },
      found: ['Contact Blanche Stokes · Harbor'],
      isComplete: false,
      said: ['search_failed Lead: Validation error (FieldUndefined@[x]) : …']
    },
    {
      name: 'a hidden detail is left out',
      kind: 'people',
      answers: {
        Contact: records('Contact', named('003A', 'Blanche Stokes')),
        Lead: records('Lead')
      },
      found: ['Contact Blanche Stokes · '],
      isComplete: true
    },
    {
      name: 'offline nothing is found, and that is no answer',
      kind: 'matters',
      answers: {
        Case: { errors: ADAPTER_ERRORS },
        Opportunity: { errors: ADAPTER_ERRORS },
        Account: { errors: ADAPTER_ERRORS }
      },
      found: [],
      isComplete: false,
      said: ['Case', 'Opportunity', 'Account'].map(
        (name) => `search_failed ${name}: Internal error in GraphQL adapter occurred`
      )
    },
    {
      name: 'nothing there',
      kind: 'matters',
      answers: {
        Case: records('Case'),
        Opportunity: records('Opportunity'),
        Account: records('Account')
      },
      found: [],
      isComplete: true
    },
    {
      name: 'one does not answer in time',
      kind: 'matters',
      answers: { Case: records('Case'), Opportunity: records('Opportunity', opportunity) },
      found: ['Opportunity Fleet · '],
      isComplete: false,
      said: ['search_failed Account: timeout']
    }
  ];
  it.each(cases)(
    '$name',
    async ({ kind, hidden, answers, found, isComplete, said: words = [] }) => {
      visible(hidden);
      const searching = org.search(kind, 'x');
      await settled();
      for (const [objectName, value] of Object.entries(answers)) answer(objectName, value);
      await settled();
      jest.advanceTimersByTime(16_000);
      const result = await searching;
      expect(result.records.map((one) => `${one.objectName} ${one.name} · ${one.detail}`)).toEqual(
        found
      );
      expect(result.isComplete).toBe(isComplete);
      expect(said()).toEqual(words);
    }
  );

  it('says a failure once, however often it is searched', async () => {
    visible(['Lead']);
    for (const text of ['a', 'b', 'c']) {
      const searching = org.search('people', text);
      await settled();
      answer('Contact', { errors: ADAPTER_ERRORS });
      await searching;
    }
    expect(said()).toEqual([
      'object_hidden Lead',
      'search_failed Contact: Internal error in GraphQL adapter occurred'
    ]);
  });

  it.each<[what: string, fields: string[], asks: boolean]>([
    ['by subject too', ['CaseNumber', 'Subject'], true],
    ['by number alone where the subject is hidden', ['CaseNumber'], false]
  ])('cases are searched %s', async (_, fields, asks) => {
    visible([], fields);
    void org.search('matters', 'x');
    await settled();
    const query = lastCaseQuery();
    expect(query.includes('Subject')).toBe(asks);
  });
});

/** The text that the wire of cases asks now. */
function lastCaseQuery(): string {
  let found = '';
  wires.emit({}, (config) => {
    const text = (config as Asked).query?.query ?? '';
    if (text.includes(' Case(')) found = text;
    return false;
  });
  return found;
}

describe('the configuration', () => {
  const settings = records('Softphone_Settings__c', {
    Id: 'a01',
    ...Object.fromEntries(
      [
        'Region__c',
        'Client_Id__c',
        'Gateway__c',
        'Redirect_Url__c',
        'Open_Status__c',
        'Closed_Status__c',
        'Interaction_Url__c',
        'Watch_Hours__c',
        'Work_Item_Attribute__c',
        'Remember_Sign_In__c',
        'Identity_Check__c'
      ].map((name) => [name, { value: name === 'Client_Id__c' ? 'client' : null }])
    )
  });
  const mapping = {
    Id: 'a02',
    Attribute__c: { value: 'Call.Ani' },
    Task_Field__c: { value: 'Phone__c' }
  };
  const whole = {
    Active__c: { value: true },
    When_Too_Long__c: { value: 'Cut' },
    When_Empty__c: { value: 'Leave' }
  };

  interface Case {
    name: string;
    settings: object;
    mappings: object;
    view: { isRead: boolean; clientId?: string; mappings: number; said: string[] };
  }
  const cases: Case[] = [
    {
      name: 'both there',
      settings,
      mappings: records('Attribute_Mapping__c', { ...mapping, ...whole }),
      view: { isRead: true, clientId: 'client', mappings: 1, said: [] }
    },
    {
      name: 'mappings that may not be read leave the settings',
      settings,
      mappings: { errors: validationErrors('No such object') },
      view: {
        isRead: true,
        clientId: 'client',
        mappings: 0,
        said: ['mappings_unreadable No such object']
      }
    },
    {
      name: 'a hidden field of a mapping leaves the mapping',
      settings,
      mappings: records('Attribute_Mapping__c', { ...mapping, Active__c: { value: true } }),
      view: {
        isRead: true,
        clientId: 'client',
        mappings: 1,
        said: [
          'field_hidden Attribute_Mapping__c.When_Too_Long__c',
          'field_hidden Attribute_Mapping__c.When_Empty__c'
        ]
      }
    },
    {
      name: 'settings that may not be read',
      settings: { errors: validationErrors('No such object') },
      mappings: records('Attribute_Mapping__c'),
      view: { isRead: true, mappings: 0, said: ['configuration_unreadable No such object'] }
    },
    {
      name: 'no answer is no refusal',
      settings: { errors: ADAPTER_ERRORS },
      mappings: { errors: ADAPTER_ERRORS },
      view: {
        isRead: false,
        mappings: 0,
        said: ['org_unanswered settings', 'org_unanswered mappings']
      }
    }
  ];
  it.each(cases)('$name', async ({ settings: first, mappings, view }) => {
    answer('Softphone_Settings__c', first);
    answer('Attribute_Mapping__c', mappings);
    await settled();
    expect({
      isRead: org.view.isRead,
      clientId: org.view.settings?.clientId,
      mappings: org.view.mappings.length,
      said: said()
    }).toEqual({ clientId: undefined, ...view });
  });

  it('read again and found as it was, is the same for whoever drafts by it', async () => {
    const mappings = (name: string) =>
      records('Attribute_Mapping__c', { ...mapping, ...whole, Attribute__c: { value: name } });
    answer('Softphone_Settings__c', settings);
    answer('Attribute_Mapping__c', mappings('Call.Ani'));
    await settled();
    const before = org.view;
    answer('Softphone_Settings__c', { ...settings });
    answer('Attribute_Mapping__c', mappings('Call.Ani'));
    await settled();
    expect(org.view.mappings).toBe(before.mappings);
    expect(org.view.settings).toBe(before.settings);
    answer('Attribute_Mapping__c', mappings('Call.CalledNumber'));
    await settled();
    expect(org.view.mappings).toMatchObject([{ attribute: 'Call.CalledNumber' }]);
  });

  it('is asked again until it answers, less and less often', async () => {
    const refresh = jest.fn(async () => {});
    answer('Softphone_Settings__c', { errors: ADAPTER_ERRORS, refresh });
    answer('Attribute_Mapping__c', records('Attribute_Mapping__c'));
    for (const [passed, times] of [
      [1_999, 0],
      [1, 1],
      [4_000, 2],
      [8_000, 3]
    ] as const) {
      jest.advanceTimersByTime(passed);
      await settled();
      expect(refresh).toHaveBeenCalledTimes(times);
    }
    refresh.mockImplementation(async () => answer('Softphone_Settings__c', settings));
    jest.advanceTimersByTime(16_000);
    await settled();
    expect(org.view).toMatchObject({ isRead: true, settings: { clientId: 'client' } });
    jest.advanceTimersByTime(600_000);
    await settled();
    expect(refresh).toHaveBeenCalledTimes(4);
  });
});

describe('object info of Task', () => {
  it.each<[status: number, type: string]>([
    [403, 'task_unreadable'],
    [404, 'task_unreadable'],
    [503, 'org_unanswered'],
    [500, 'org_unanswered'],
    [502, 'org_unanswered']
  ])('refused with %i: %s', async (status, type) => {
    taskInfo.error({ message: 'x' }, status, '');
    await settled();
    expect(org.view.problems.map((one) => one.type)).toEqual([type]);
  });
});

describe('watch hours', () => {
  const cases: [unknown, number, string[]][] = [
    [24, 24, []],
    [0, 0, []],
    [8760, 8760, []],
    [null, 24, []],
    [undefined, 24, []],
    [-1, 0, ['Watch_Hours__c -1, taken as 0']],
    [1e9, 8760, ['Watch_Hours__c 1000000000, taken as 8760']],
    [Infinity, 8760, ['Watch_Hours__c Infinity, taken as 8760']],
    [NaN, 24, ['Watch_Hours__c NaN, taken as 24']],
    ['abc', 24, ['Watch_Hours__c abc, taken as 24']],
    [{ hours: 3 }, 24, ['Watch_Hours__c [object Object], taken as 24']]
  ];
  it.each(cases)('%p are taken as %p', async (value, expected, corrected) => {
    answer(
      'Softphone_Settings__c',
      records('Softphone_Settings__c', { Id: 'a01', Watch_Hours__c: { value } })
    );
    answer('Attribute_Mapping__c', records('Attribute_Mapping__c'));
    await settled();
    expect(org.view.settings?.watchHours).toBe(expected);
    const told = org.view.problems.filter(({ type }) => type === 'setting_corrected');
    expect(told.map(({ detail }) => detail)).toEqual(corrected);
  });
});

describe('the identity check', () => {
  const cases: [unknown, string, string[]][] = [
    ['Warn', 'warn', []],
    ['Refuse', 'refuse', []],
    ['Ignore', 'ignore', []],
    ['REFUSE', 'refuse', []],
    [null, 'warn', []],
    ['Whatever', 'warn', ['Identity_Check__c Whatever, taken as warn']],
    [false, 'warn', ['Identity_Check__c false, taken as warn']]
  ];
  it.each(cases)('%p is taken as %s', async (value, expected, corrected) => {
    const record = { Id: 'a01', Identity_Check__c: { value } };
    answer('Softphone_Settings__c', records('Softphone_Settings__c', record));
    answer('Attribute_Mapping__c', records('Attribute_Mapping__c'));
    await settled();
    expect(org.view.settings?.identityCheck).toBe(expected);
    const told = org.view.problems.filter(({ type }) => type === 'setting_corrected');
    expect(told.map(({ detail }) => detail)).toEqual(corrected);
  });
});

describe("the user's own record", () => {
  const fields = (values: Record<string, unknown>) => ({
    fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
  });
  const cases: [string, object, object][] = [
    [
      'all told',
      fields({ Email: 'ana@example.com', Username: ' ana@acme ', FederationIdentifier: 'a-1' }),
      { email: 'ana@example.com', username: 'ana@acme', federationId: 'a-1' }
    ],
    ['hidden fields', fields({ Username: 'ana@acme' }), { username: 'ana@acme' }],
    ['empty and odd ones', fields({ Email: null, Username: '  ', FederationIdentifier: 7 }), {}],
    ['no fields at all', {}, {}]
  ];
  it.each(cases)('%s', async (_name, record, expected) => {
    expect(org.view.ownUser).toBeUndefined();
    ownRecord.emit(record);
    await settled();
    expect(org.view.ownUser).toEqual(expected);
  });

  it('that may not be read is known to be unknown', async () => {
    ownRecord.error({ message: 'no access' }, 403, 'Forbidden');
    await settled();
    expect(org.view.ownUser).toEqual({});
  });
});
