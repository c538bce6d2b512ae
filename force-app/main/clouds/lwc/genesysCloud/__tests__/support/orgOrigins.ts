/**
 * Lightning's origin and that of Visualforce, of every kind of org: My Domain with enhanced domains.
 * The page GenesysSignIn goes from the second to the first, the setup tab the other way.
 */
export const ORG_ORIGINS: [kind: string, lightning: string, visualforce: string][] = [
  ['production', 'https://acme.lightning.force.com', 'https://acme--c.vf.force.com'],
  [
    'production with a dash',
    'https://acme-emea.lightning.force.com',
    'https://acme-emea--c.vf.force.com'
  ],
  [
    'sandbox',
    'https://acme--uat.sandbox.lightning.force.com',
    'https://acme--uat--c.sandbox.vf.force.com'
  ],
  [
    'developer',
    'https://acme-dev-ed.develop.lightning.force.com',
    'https://acme-dev-ed--c.develop.vf.force.com'
  ],
  [
    'scratch',
    'https://nosoftware-1234-dev-ed.scratch.lightning.force.com',
    'https://nosoftware-1234-dev-ed--c.scratch.vf.force.com'
  ],
  [
    'Trailhead',
    'https://wise-fox-1a2b-dev-ed.trailblaze.lightning.force.com',
    'https://wise-fox-1a2b-dev-ed--c.trailblaze.vf.force.com'
  ],
  ['demo', 'https://acme.demo.lightning.force.com', 'https://acme--c.demo.vf.force.com'],
  ['patch', 'https://acme.patch.lightning.force.com', 'https://acme--c.patch.vf.force.com'],
  ['free', 'https://acme.free.lightning.force.com', 'https://acme--c.free.vf.force.com'],
  [
    'government partition',
    'https://agency.gov.lightning.force.com',
    'https://agency--c.gov.vf.force.com'
  ],
  ['defense', 'https://acme.lightning.crmforce.mil', 'https://acme--c.vf.crmforce.mil'],
  [
    'defense sandbox',
    'https://acme--uat.sandbox.lightning.crmforce.mil',
    'https://acme--uat--c.sandbox.vf.crmforce.mil'
  ],
  ['China', 'https://acme.lightning.sfcrmapps.cn', 'https://acme--c.vf.sfcrmapps.cn'],
  ['local', 'http://local.lightning.localhost:4000', 'http://local--c.vf.localhost:4000']
];
