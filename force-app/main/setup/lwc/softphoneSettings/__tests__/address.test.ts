import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingTrustedSites, suggestedRedirect } from '../address';
import { REGIONS } from '../regions';
import { ORG_ORIGINS } from '../../../../clouds/lwc/genesysCloud/__tests__/support/orgOrigins';

const METADATA = join(process.cwd(), 'force-app/main/default');

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

test('the regions of the list are those with trusted sites, https and wss', () => {
  const folder = join(METADATA, 'cspTrustedSites');
  const urls = readdirSync(folder).map(
    (file) => /<endpointUrl>(.*)<\/endpointUrl>/.exec(readFileSync(join(folder, file), 'utf8'))?.[1]
  );
  const expected = REGIONS.flatMap(({ domain }) => [`https://*.${domain}`, `wss://*.${domain}`]);
  expect(urls.sort()).toEqual(expected.sort());
});
