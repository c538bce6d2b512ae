import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  apiNameOf,
  MAPPINGS,
  OPTIONAL_MAPPING_FIELDS,
  SETTINGS,
  SETTINGS_RECORD,
  settingsCorrected,
  softphoneSettings
} from 'c/softphoneConfiguration';
import { mappingFields } from 'c/taskDraft';
import type { Mapping } from 'c/taskDraft';

const MAPPING: Mapping = {
  attribute: 'Call.Ani',
  field: 'Phone__c',
  active: true,
  whenTooLong: 'cut',
  whenEmpty: 'leave'
};
const custom = (query: unknown, pattern: RegExp): string[] =>
  [...(query as { query: string }).query.matchAll(pattern)].map(([, field]) => field!).sort();

const fieldsOfObject = (name: string): string[] =>
  readdirSync(join(process.cwd(), 'force-app/main/default/objects', name, 'fields'))
    .map((file) => file.split('.')[0]!)
    .sort();

describe('the query, the table and the object name the same fields', () => {
  it('of the settings, each of which may be hidden', () => {
    const table = SETTINGS.map(apiNameOf).sort();
    expect(custom(SETTINGS_RECORD, /(\w+__c) @optional \{/g)).toEqual(table);
    expect(custom(SETTINGS_RECORD, /(\w+__c)(?: @optional)? \{/g)).toEqual(table);
    expect(fieldsOfObject('Softphone_Settings__c')).toEqual(table);
  });

  it('of a mapping', () => {
    const written = Object.keys(mappingFields(MAPPING)).sort();
    expect(custom(MAPPINGS, /(\w+__c)(?: @optional)? \{/g)).toEqual(written);
    expect(custom(MAPPINGS, /(\w+__c) @optional \{/g)).toEqual(OPTIONAL_MAPPING_FIELDS.sort());
    expect(fieldsOfObject('Attribute_Mapping__c')).toEqual(written);
  });
});

describe('settings', () => {
  const NONE = { watchHours: 24, rememberSignIn: false, identityCheck: 'warn' };

  it.each([undefined, null, {}, { Region__c: null }, { Region__c: { value: '  ' } }])(
    'none in %p: the defaults',
    (node) => {
      expect(softphoneSettings(node)).toEqual(NONE);
      expect(settingsCorrected(node)).toEqual([]);
    }
  );

  it('are what the record holds, blanks around it aside', () => {
    const node = Object.fromEntries(
      SETTINGS.map((setting) => [apiNameOf(setting), { value: ` ${setting} ` }])
    );
    const read = softphoneSettings({
      ...node,
      Watch_Hours__c: { value: 48 },
      Remember_Sign_In__c: { value: true },
      Identity_Check__c: { value: 'Ignore' }
    });
    expect(read).toEqual({
      ...Object.fromEntries(SETTINGS.map((setting) => [setting, setting])),
      watchHours: 48,
      rememberSignIn: true,
      identityCheck: 'ignore'
    });
  });

  it.each([
    [0, 0, []],
    [1.5, 1.5, []],
    [8_760, 8_760, []],
    [-1, 0, ['Watch_Hours__c -1, taken as 0']],
    [1e9, 8_760, ['Watch_Hours__c 1000000000, taken as 8760']],
    [NaN, 24, ['Watch_Hours__c NaN, taken as 24']],
    ['48', 24, ['Watch_Hours__c 48, taken as 24']],
    [null, 24, []]
  ])('watch hours of %p', (value, watchHours, said) => {
    const node = { Watch_Hours__c: { value } };
    expect(softphoneSettings(node).watchHours).toBe(watchHours);
    expect(settingsCorrected(node)).toEqual(said);
  });

  it.each([
    ['Warn', 'warn', []],
    ['REFUSE', 'refuse', []],
    ['ignore', 'ignore', []],
    ['Never', 'warn', ['Identity_Check__c Never, taken as warn']],
    [7, 'warn', ['Identity_Check__c 7, taken as warn']],
    [null, 'warn', []]
  ])('a choice of %p', (value, identityCheck, said) => {
    const node = { Identity_Check__c: { value } };
    expect(softphoneSettings(node).identityCheck).toBe(identityCheck);
    expect(settingsCorrected(node)).toEqual(said);
  });

  it.each([false, null, 'true', 1])('a checkbox of %p is not set', (value) => {
    expect(softphoneSettings({ Remember_Sign_In__c: { value } }).rememberSignIn).toBe(false);
  });
});
