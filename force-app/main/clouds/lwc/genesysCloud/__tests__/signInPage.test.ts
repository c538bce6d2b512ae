import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORG_ORIGINS } from './support/orgOrigins';

const page = readFileSync(
  join(process.cwd(), 'force-app/main/default/pages/GenesysSignIn.page'),
  'utf8'
);
const script = /<script>([\s\S]*)<\/script>/.exec(page)![1]!;

interface Seen {
  posted: unknown[][];
  isClosed: boolean;
  /** Of the page, at the end. */
  address: string;
  /** Where it went on to. */
  wentTo?: string;
  shown: string[];
}

interface World {
  origin?: string;
  hasOpener?: boolean;
  isFramed?: boolean;
}

/** Opens the page's script as a browser would, at `/apex/GenesysSignIn` with this query. */
function open(query: string, world: World = {}): Seen {
  const { origin = 'https://acme--c.vf.force.com', hasOpener, isFramed } = world;
  const seen: Seen = { posted: [], isClosed: false, address: query, shown: [] };
  const opened = new DOMParser().parseFromString(page, 'text/html');
  const other = { postMessage: (...message: unknown[]) => seen.posted.push(message) };
  const { protocol, hostname, port } = new URL(origin);
  const window: Record<string, unknown> = {
    location: {
      ...{ search: query, pathname: '/apex/GenesysSignIn', origin, protocol, hostname, port },
      replace: (url: string) => (seen.wentTo = url)
    },
    history: { replaceState: (_: unknown, __: string, path: string) => (seen.address = path) },
    opener: hasOpener ? other : null,
    close: () => (seen.isClosed = true)
  };
  window.self = window;
  window.top = isFramed ? other : window;
  window.parent = window.top;
  // eslint-disable-next-line no-new-func -- as a script tag does, with a window of our choice
  new Function('window', 'document', script)(window, opened);
  seen.shown = [...opened.querySelectorAll('p')].flatMap((p) => (p.hidden ? [] : [p.id]));
  return seen;
}

const LIGHTNING = 'https://acme.lightning.force.com';
const CODE = { type: 'genesys-sign-in', code: 'c-1', state: 's-1' };
const ERROR = {
  type: 'genesys-sign-in',
  state: 's-1',
  error: 'access_denied',
  errorDescription: 'Not you & me'
};
const CODE_QUERY = '?code=c-1&state=s-1';
const ERROR_QUERY = '?error=access_denied&error_description=Not+you+%26+me&state=s-1';

describe('the sign-in page', () => {
  const told: [string, string, object, string][] = [
    ['a code', CODE_QUERY, CODE, 'done'],
    ['an error', ERROR_QUERY, ERROR, 'refused']
  ];
  it.each(told)(
    'tells its opener %s, at the origin of Lightning only',
    (_, query, message, shown) => {
      const seen = open(query, { hasOpener: true });
      expect(seen.posted).toEqual([[message, LIGHTNING]]);
      expect(seen).toMatchObject({ isClosed: true, shown: [shown] });
      expect(seen.wentTo).toBeUndefined();
    }
  );

  const handedOver: [string, string, string][] = [
    ['a code', CODE_QUERY, 'c__code=c-1&c__state=s-1'],
    [
      'an error',
      ERROR_QUERY,
      'c__state=s-1&c__error=access_denied&c__errorDescription=Not+you+%26+me'
    ]
  ];
  it.each(handedOver)(
    'without an opener goes on to a Lightning page with %s',
    (_, query, given) => {
      const seen = open(query);
      expect(seen.wentTo).toBe(`${LIGHTNING}/lightning/n/Softphone_Sign_In?${given}`);
      expect(seen).toMatchObject({ posted: [], isClosed: false, shown: [] });
    }
  );

  const alone: [string, string, World][] = [
    ['nothing to tell', '', { hasOpener: true }],
    ['neither opener nor anything to tell', '', {}],
    ['in a frame', CODE_QUERY, { isFramed: true }],
    ['in a frame of a window with an opener', CODE_QUERY, { isFramed: true, hasOpener: true }],
    ['in a frame of its own origin', ERROR_QUERY, { isFramed: true }]
  ];
  it.each(alone)('%s: tells nobody', (_, query, world) => {
    const seen = open(query, world);
    expect(seen).toMatchObject({ posted: [], isClosed: false, shown: ['alone'] });
    expect(seen.wentTo).toBeUndefined();
  });

  it.each([{ hasOpener: true }, { hasOpener: false }, { isFramed: true }])(
    'takes the code out of the address: %j',
    (world) => {
      expect(open(CODE_QUERY, world).address).toBe('/apex/GenesysSignIn');
    }
  );

  it('is well-formed for Visualforce: nothing in its script needs escaping', () => {
    expect(script).not.toMatch(/[&<]/);
  });
});

describe('the origin of Lightning', () => {
  const more: [string, string, string][] = [
    ['managed package', 'https://acme.lightning.force.com', 'https://acme--my-ns.vf.force.com'],
    [
      'China, products',
      'https://acme.lightning.sfcrmapps.cn',
      'https://acme--c.vf.sfcrmproducts.cn'
    ],
    ['not enhanced', 'https://acme.lightning.force.com', 'https://acme--c.visualforce.com'],
    [
      'not enhanced, sandbox',
      'https://acme--uat.lightning.force.com',
      'https://acme--uat--c.visualforce.com'
    ],
    [
      'not enhanced, instance',
      'https://acme--uat.lightning.force.com',
      'https://acme--uat--c.cs12.visual.force.com'
    ],
    ['local, without origins', 'http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['local, by name', 'http://localhost:4000', 'http://localhost:4000']
  ];
  it.each([...ORG_ORIGINS, ...more])('%s: %s', (_, lightning, origin) => {
    expect(open(CODE_QUERY, { origin, hasOpener: true }).posted).toEqual([[CODE, lightning]]);
  });

  it.each([
    'https://acme.my.salesforce.com',
    'https://c.na1.visual.force.com',
    'https://acme--c.vf.force.com.example.net',
    'https://acme--c.vf.example.net',
    'https://vf.force.com',
    'https://acme.vf.force.com',
    'https://acme--c.a.b.vf.force.com',
    'https://acme--c.xvf.force.com',
    'https://acme--c.vfxforce.com',
    'https://localhost.example.net'
  ])('is not guessed for %s', (origin) => {
    expect(open(CODE_QUERY, { origin, hasOpener: true })).toMatchObject({
      posted: [],
      shown: ['alone']
    });
  });
});
