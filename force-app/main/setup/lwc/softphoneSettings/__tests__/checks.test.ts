import type { Setting } from 'c/softphoneConfiguration';
import { checkSettings } from '../checks';
import type { SettingProblem } from '../checks';
import { BLANK } from '../draft';
import type { Draft } from '../draft';

const GOOD: Draft = {
  ...BLANK,
  region: 'mypurecloud.de',
  clientId: '7c6e1a52-0d1f-4f7e-9b43-5c1f0e6a2d11',
  redirectUrl: 'https://acme--c.vf.force.com/apex/GenesysSignIn'
};
const LIMITS = {
  lengths: { region: 80, clientId: 80, redirectUrl: 255, interactionUrl: 255 },
  statuses: ['Not Started', 'Completed', 'Done']
};

function problemOf(setting: Setting, value: string): Partial<SettingProblem> | undefined {
  const found = checkSettings({ ...GOOD, [setting]: value }, LIMITS);
  expect(found.filter((problem) => problem.setting !== setting)).toEqual([]);
  if (!found[0]) return undefined;
  const { setting: _setting, value: _value, ...problem } = found[0];
  return problem;
}

const accepted: [Setting, string][] = [
  ['region', 'mypurecloud.com'],
  ['region', ' mypurecloud.com.au '],
  ['region', 'use2.us-gov-pure.cloud'],
  ['clientId', 'local-softphone'],
  ['redirectUrl', 'http://127.0.0.1:4000/apex/GenesysSignIn'],
  ['redirectUrl', 'http://localhost:4000/apex/GenesysSignIn'],
  ['gateway', ''],
  ['gateway', 'https://gateway.example.com:8443/genesys'],
  ['openStatus', ''],
  ['closedStatus', 'Done'],
  ['watchHours', ''],
  ['watchHours', '0'],
  ['watchHours', '168'],
  ['interactionUrl', ''],
  ['interactionUrl', 'https://apps.{region}/#/interactions/{conversationId}'],
  ['interactionUrl', 'https://crm.example.com/calls?id={conversationId}'],
  ['workItemAttribute', 'context.workItemId']
];
test.each(accepted)('%s “%s” is accepted', (setting, value) => {
  expect(problemOf(setting, value)).toBeUndefined();
});

const refused: [Setting, string, Partial<SettingProblem>][] = [
  ['region', '', { type: 'required' }],
  ['region', '   ', { type: 'required' }],
  ['region', 'Frankfurt', { type: 'not_a_domain' }],
  ['region', 'my purecloud.de', { type: 'not_a_domain' }],
  ['region', 'https://', { type: 'not_a_domain' }],
  ['region', 'https://mypurecloud.de', { type: 'not_the_domain', detail: 'mypurecloud.de' }],
  ['region', 'apps.mypurecloud.de', { type: 'not_the_domain', detail: 'mypurecloud.de' }],
  [
    'region',
    'https://login.mypurecloud.jp/#/x',
    { type: 'not_the_domain', detail: 'mypurecloud.jp' }
  ],
  ['region', 'mypurecloud.de/', { type: 'not_the_domain', detail: 'mypurecloud.de' }],
  ['region', `${'a'.repeat(80)}.com`, { type: 'too_long', length: 84, limit: 80 }],
  ['clientId', '', { type: 'required' }],
  ['clientId', 'abc def', { type: 'has_blank' }],
  ['clientId', 'x'.repeat(81), { type: 'too_long', length: 81, limit: 80 }],
  ['redirectUrl', '', { type: 'required' }],
  ['redirectUrl', '/apex/GenesysSignIn', { type: 'not_a_url' }],
  ['redirectUrl', 'https://acme .com/apex', { type: 'not_a_url' }],
  ['redirectUrl', 'http://acme.example.com/apex/GenesysSignIn', { type: 'not_https' }],
  ['redirectUrl', 'https://acme.example.com/apex#x', { type: 'has_extra', detail: '#x' }],
  ['gateway', 'gateway.example.com', { type: 'not_a_url' }],
  ['gateway', 'ftp://gateway.example.com', { type: 'not_https' }],
  ['gateway', 'https://gateway.example.com/?a=1', { type: 'has_extra', detail: '?a=1' }],
  ['openStatus', 'Gone', { type: 'not_in_picklist' }],
  ['closedStatus', 'done', { type: 'not_in_picklist' }],
  ['watchHours', '1.5', { type: 'not_a_whole_number', limit: 168 }],
  ['watchHours', 'a day', { type: 'not_a_whole_number', limit: 168 }],
  ['watchHours', '-1', { type: 'out_of_range', limit: 168 }],
  ['watchHours', '169', { type: 'out_of_range', limit: 168 }],
  ['interactionUrl', 'https://x.com/{id}', { type: 'unknown_placeholder', detail: '{id}' }],
  ['interactionUrl', 'https://x.com/{region', { type: 'unknown_placeholder', detail: '{region' }],
  ['interactionUrl', 'https://apps.{region}/', { type: 'no_conversation_id' }],
  ['interactionUrl', 'apps.{region}/{conversationId}', { type: 'not_a_url' }],
  ['interactionUrl', 'data:text/html,{conversationId}', { type: 'not_a_url' }],
  ['interactionUrl', 'http://x.com/{conversationId}', { type: 'not_https' }]
];
test.each(refused)('%s “%s” is refused', (setting, value, problem) => {
  expect(problemOf(setting, value)).toEqual(problem);
});

test('what the org did not tell is not checked', () => {
  const draft = { ...GOOD, clientId: 'x'.repeat(300), openStatus: 'Anything' };
  expect(checkSettings(draft, { lengths: {} })).toEqual([]);
});

test('one problem a setting, in the order of the form, with the value as typed', () => {
  const draft = { ...GOOD, watchHours: '999', region: ' x ', clientId: '' };
  expect(checkSettings(draft, LIMITS)).toEqual([
    { setting: 'region', type: 'not_a_domain', value: 'x' },
    { setting: 'clientId', type: 'required' },
    { setting: 'watchHours', type: 'out_of_range', value: '999', limit: 168 }
  ]);
});
