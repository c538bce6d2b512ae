import { connectionFault, foreignHost, REGIONS } from '../genesysAddress';
import type { Connection } from '../genesysAddress';
import { ORG_ORIGINS } from '../../genesysCloud/__tests__/support/orgOrigins';

const GOOD: Connection = {
  region: 'mypurecloud.ie',
  clientId: 'f0000000-0000-4000-8000-00000000000a',
  redirectUri: 'https://acme--c.vf.force.com/apex/GenesysSignIn'
};
const GATEWAYS = [
  'https://gw.example.com',
  'https://GW.example.com/',
  'https://gw.example.com:8443/genesys/eu-1',
  'http://127.0.0.1:4001',
  'http://localhost:4001'
];

describe('a connection that may be used', () => {
  const good: [string, Partial<Connection>][] = [
    ...REGIONS.map(({ domain }): [string, Partial<Connection>] => [domain, { region: domain }]),
    ['a region that is new', { region: 'mxc1.pure.cloud' }],
    ...GATEWAYS.map((gateway): [string, Partial<Connection>] => [gateway, { gateway }]),
    ['a gateway without a region', { gateway: GATEWAYS[0], region: undefined }],
    ['the local org', { clientId: 'local-softphone' }],
    ...ORG_ORIGINS.map(([kind, , pages]): [string, Partial<Connection>] => [
      `the page of an org: ${kind}`,
      { redirectUri: `${pages}/apex/GenesysSignIn` }
    ]),
    ["a package's page", { redirectUri: 'https://acme--ns.vf.force.com/apex/ns__GenesysSignIn' }],
    [
      'before enhanced domains',
      { redirectUri: 'https://acme--c.na1.visual.force.com/apex/GenesysSignIn' }
    ]
  ];
  it.each(good)('%s', (_name, part) => {
    expect(connectionFault({ ...GOOD, ...part })).toBeUndefined();
  });
});

describe('a connection that may not', () => {
  const regions = [
    undefined,
    '',
    'ireland',
    'https://mypurecloud.ie',
    'mypurecloud.ie/evil',
    'mypurecloud.ie@evil.example.com',
    'evil.example.com#mypurecloud.ie',
    'evil.example.com?',
    'mypurecloud.ie:8443',
    'my purecloud.ie',
    '127.0.0.1',
    'evil.example.com\\.mypurecloud.ie',
    `${'a.'.repeat(130)}ie`
  ];
  it.each(regions)('the region %p', (region) => {
    expect(connectionFault({ ...GOOD, region })).toBe('bad_region');
  });

  const gateways = [
    'gw',
    'gw.example.com',
    'http://gw.example.com',
    'ftp://gw.example.com',
    'data:text/html,x',
    'https://user@gw.example.com',
    'https://user:secret@gw.example.com',
    'https://mypurecloud.ie@evil.example.com',
    'https://gw.example.com/../login',
    'https://gw.example.com/a/../b',
    'https://gw.example.com/%2e%2e/b',
    'https://gw.example.com//evil.example.com',
    'https://gw.example.com\\evil.example.com',
    'https://gw.example.com/a?b=c',
    'https://gw.example.com/a#b',
    'https://gw.example.com/a b',
    'https://gw.example.com:99999',
    'https:///gw.example.com',
    'https://gw',
    'https://10.0.0.7',
    'https://\tgw.example.com',
    'not an address at all'
  ];
  it.each(gateways)('the gateway %p', (gateway) => {
    expect(connectionFault({ ...GOOD, gateway })).toBe('bad_gateway');
  });

  it.each(['', 'a b', 'id&scope=all', '<id>', 'é', 'id\n', 'x'.repeat(129)])(
    'the client id %p',
    (clientId) => {
      expect(connectionFault({ ...GOOD, clientId })).toBe('bad_client_id');
    }
  );

  const redirects = [
    '',
    'GenesysSignIn',
    'not an address',
    'http://acme--c.vf.force.com/apex/GenesysSignIn',
    'https://evil.example.com/apex/GenesysSignIn',
    'https://vf.force.com.evil.example.com/apex/GenesysSignIn',
    'https://acme--c.vf.force.com@evil.example.com/apex/GenesysSignIn',
    'https://evilvf.force.com/apex/GenesysSignIn',
    'https://acme--c.vf.force.com/apex/Other',
    'https://acme--c.vf.force.com/apex/../GenesysSignIn',
    'https://acme--c.vf.force.com/apex/GenesysSignIn?x=1',
    'https://acme--c.vf.force.com/apex/GenesysSignIn#x',
    'data:text/html,x'
  ];
  it.each(redirects)('the redirect URL %p', (redirectUri) => {
    expect(connectionFault({ ...GOOD, redirectUri })).toBe('bad_redirect_url');
  });
});

test.each(REGIONS)('the login of $domain is no foreign host', ({ domain }) => {
  expect(foreignHost(`https://login.${domain}/oauth/authorize?state=1`)).toBeUndefined();
  expect(foreignHost(`https://login.${domain}.evil.example.com/oauth`)).toBe(
    `login.${domain}.evil.example.com`
  );
  expect(foreignHost(`http://login.${domain}/oauth`)).toBe(`login.${domain}`);
});
