import { missingTrustedSites, suggestedRedirect } from '../address';
import { ORG_ORIGINS } from '../../../../clouds/lwc/genesysCloud/__tests__/support/orgOrigins';

const elsewhere: typeof ORG_ORIGINS = [
  ['local, by address', 'http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['unknown', 'https://crm.example.com', 'https://crm.example.com']
];
test.each([...ORG_ORIGINS, ...elsewhere])('%s: the sign-in page of %s', (_, org, pages) => {
  expect(suggestedRedirect(new URL(org))).toBe(`${pages}/apex/GenesysSignIn`);
});

const sites: [string, string, string[]][] = [
  ['mypurecloud.com', '', []],
  ['', '', []],
  ['not a domain', '', []],
  ['mxc1.pure.cloud', '', ['https://*.mxc1.pure.cloud', 'wss://*.mxc1.pure.cloud']],
  [
    'mypurecloud.com',
    'https://gw.example.com:8443/x',
    ['https://gw.example.com:8443', 'wss://gw.example.com:8443']
  ],
  ['mypurecloud.com', 'http://127.0.0.1:4001', []],
  ['mypurecloud.com', 'gw', []]
];
test.each(sites)('region “%s” and gateway “%s” need %j', (region, gateway, expected) => {
  expect(missingTrustedSites(region, gateway)).toEqual(expected);
});
