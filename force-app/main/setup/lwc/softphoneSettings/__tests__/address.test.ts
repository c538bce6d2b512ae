import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingTrustedSites, suggestedRedirect } from '../address';
import { REGIONS } from '../regions';

const METADATA = join(process.cwd(), 'force-app/main/default');

const pages: [string, string][] = [
  ['https://acme.lightning.force.com', 'https://acme--c.vf.force.com'],
  ['https://acme--uat.sandbox.lightning.force.com', 'https://acme--uat--c.sandbox.vf.force.com'],
  [
    'https://acme-dev-ed.develop.lightning.force.com',
    'https://acme-dev-ed--c.develop.vf.force.com'
  ],
  ['https://acme.scratch.lightning.force.com', 'https://acme--c.scratch.vf.force.com'],
  ['https://acme.lightning.crmforce.mil', 'https://acme--c.vf.crmforce.mil'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['https://crm.example.com', 'https://crm.example.com']
];
test.each(pages)('the sign-in page of %s is on %s', (org, pageOrigin) => {
  expect(suggestedRedirect(new URL(org))).toBe(`${pageOrigin}/apex/GenesysSignIn`);
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
