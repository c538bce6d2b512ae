import type { Setting } from 'c/softphoneConfiguration';
import { BLANK, changedSettings, draftOf, filledSettings, recordFields } from '../draft';
import type { Draft } from '../draft';

const changes: [string, Partial<Draft>, Setting[], Record<string, unknown>][] = [
  ['nothing', {}, [], {}],
  ['blanks around a text', { region: ' mypurecloud.de ' }, [], {}],
  ['the same number in other words', { watchHours: '24.0' }, [], {}],
  ['a text', { region: 'mypurecloud.ie' }, ['region'], { Region__c: 'mypurecloud.ie' }],
  ['a text taken away', { region: '' }, ['region'], { Region__c: null }],
  ['a number', { watchHours: '48' }, ['watchHours'], { Watch_Hours__c: 48 }],
  ['zero', { watchHours: '0' }, ['watchHours'], { Watch_Hours__c: 0 }],
  ['a number taken away', { watchHours: '' }, ['watchHours'], { Watch_Hours__c: null }],
  ['a choice', { identityCheck: 'Refuse' }, ['identityCheck'], { Identity_Check__c: 'Refuse' }],
  ['a checkbox', { rememberSignIn: true }, ['rememberSignIn'], { Remember_Sign_In__c: true }]
];
test.each(changes)('%s changed', (_what, part, settings, fields) => {
  const saved = { ...BLANK, region: 'mypurecloud.de' };
  const draft = { ...saved, ...part };
  expect(changedSettings(saved, draft)).toEqual(settings);
  expect(recordFields(draft, settings)).toEqual(fields);
});

test('a record, read', () => {
  const node = {
    Region__c: { value: 'mypurecloud.de' },
    Watch_Hours__c: { value: 0 },
    Remember_Sign_In__c: { value: true },
    Gateway__c: { value: null }
  };
  expect(draftOf(node)).toEqual({
    ...BLANK,
    region: 'mypurecloud.de',
    watchHours: '0',
    rememberSignIn: true
  });
});

test('a fresh record says only what is filled in', () => {
  expect(filledSettings({ ...BLANK, region: 'mypurecloud.de' })).toEqual([
    'region',
    'rememberSignIn',
    'identityCheck',
    'watchHours'
  ]);
});
