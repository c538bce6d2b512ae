import { interactionUrl, unknownPlaceholders } from 'c/interaction';

const ID = '0f3a1c52-7d4e-4b8a-9c61-2e5d8f7a1b30';
const GENESYS = `https://apps.mypurecloud.de/directory/#/engage/admin/interactions/${ID}`;

it.each([
  ['none', undefined, 'mypurecloud.de', GENESYS],
  ['a blank one', '  ', 'mypurecloud.de', GENESYS],
  [
    'of our own',
    ' https://crm.example.com/{conversationId} ',
    undefined,
    `https://crm.example.com/${ID}`
  ],
  [
    'each place twice',
    '{region}/{region}/{conversationId}/{conversationId}',
    'a.b',
    `a.b/a.b/${ID}/${ID}`
  ],
  ['a region that is not known', 'https://{region}/{conversationId}', undefined, undefined],
  ['an unknown one stays', 'https://x.example.com/{id}', 'a.b', 'https://x.example.com/{id}'],
  ['a region is not filled in turn', '{region}', '{conversationId}', '{conversationId}'],
  ['marks of replacing are text', '{region}', '$&$1', '$&$1']
])('template: %s', (_name, template, region, expected) => {
  expect(interactionUrl(template, { region, conversationId: ID })).toBe(expected);
});

it('an id is no part of a path', () => {
  const conversationId = 'a/../b?c#d';
  expect(
    interactionUrl('https://x.example.com/{conversationId}', { region: '', conversationId })
  ).toBe('https://x.example.com/a%2F..%2Fb%3Fc%23d');
});

it.each([
  ['https://{region}/{conversationId}', []],
  ['https://x/{id}/{Region}', ['{id}', '{Region}']],
  ['https://x/{conversationId', ['{conversationId']],
  ['https://x/{}', ['{}']]
])('what nothing fills in %s', (template, unknown) => {
  expect(unknownPlaceholders(template)).toEqual(unknown);
});
