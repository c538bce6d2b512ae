/** @jest-environment node */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRegions } from '../regions';

const folder = 'force-app/main/default';
const site = (name: string) => `cspTrustedSites/${name}.cspTrustedSite-meta.xml`;
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'regions-'));
  const from = join(process.cwd(), folder, 'cspTrustedSites');
  cpSync(from, join(root, folder, 'cspTrustedSites'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const findings = () =>
  checkRegions(root, join(root, folder)).map(({ file, message }) => [file, message]);
const pathOf = (name: string) => join(root, folder, site(name));

it('each region has its two trusted sites', () => {
  expect(findings()).toEqual([]);
});

const IRELAND = 'Genesys_Ireland_Wss';
const changes: [string, from: string, to: string, message: string][] = [
  [
    'of another host',
    'wss://*.mypurecloud.ie',
    'wss://*.evil.example.com',
    'opens wss://*.evil.example.com, the table says wss://*.mypurecloud.ie'
  ],
  [
    'of another scheme',
    'wss://*.mypurecloud.ie',
    'https://*.mypurecloud.ie',
    'opens https://*.mypurecloud.ie, the table says wss://*.mypurecloud.ie'
  ],
  ['switched off', '<isActive>true', '<isActive>false', 'is not active for connections'],
  [
    'for pictures only',
    '<isApplicableToConnectSrc>true',
    '<isApplicableToConnectSrc>false',
    'is not active for connections'
  ]
];
it.each(changes)('a site %s is found', (_name, from, to, message) => {
  const before = readFileSync(pathOf(IRELAND), 'utf8');
  writeFileSync(pathOf(IRELAND), before.replace(from, to));
  expect(findings()).toEqual([[join(folder, site(IRELAND)), message]]);
});

it('a missing site, and one of no region', () => {
  cpSync(pathOf(IRELAND), pathOf('Somebody_Else'));
  rmSync(pathOf(IRELAND));
  expect(findings()).toEqual([
    [join(folder, site(IRELAND)), 'is missing: wss://*.mypurecloud.ie'],
    [join(folder, site('Somebody_Else')), 'is of no region in the table']
  ]);
});
