import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(
  join(process.cwd(), 'force-app/main/default/pages/GenesysSignIn.page'),
  'utf8'
);
const script = /<script>([\s\S]*)<\/script>/.exec(page)![1]!;

interface Seen {
  posted: unknown[][];
  isClosed: boolean;
  address: string;
  shown: string[];
}

/** Opens the page's script as a browser would, at `/apex/GenesysSignIn` with this query. */
function open(query: string, has: { opener?: boolean; parent?: boolean }): Seen {
  const seen: Seen = { posted: [], isClosed: false, address: '', shown: [] };
  const opened = new DOMParser().parseFromString(page, 'text/html');
  const other = { postMessage: (...message: unknown[]) => seen.posted.push(message) };
  const window: Record<string, unknown> = {
    location: { search: query, pathname: '/apex/GenesysSignIn' },
    history: { replaceState: (_: unknown, __: string, path: string) => (seen.address = path) },
    opener: has.opener ? other : null,
    close: () => (seen.isClosed = true)
  };
  window.parent = has.parent ? other : window;
  // eslint-disable-next-line no-new-func -- as a script tag does, with a window of our choice
  new Function('window', 'document', script)(window, opened);
  seen.shown = [...opened.querySelectorAll('p')].flatMap((p) => (p.hidden ? [] : [p.id]));
  return seen;
}

const code = { type: 'genesys-sign-in', code: 'c-1', state: 's-1' };
const error = {
  type: 'genesys-sign-in',
  state: 's-1',
  error: 'access_denied',
  errorDescription: 'Not you'
};
const ERROR_QUERY = '?error=access_denied&error_description=Not+you&state=s-1';

describe('the sign-in page', () => {
  const cases: [string, string, object, object | undefined, string][] = [
    ['a code and an opener', '?code=c-1&state=s-1', { opener: true }, code, 'done'],
    ['a code in a hidden frame', '?code=c-1&state=s-1', { parent: true }, code, 'done'],
    ['an error and an opener', ERROR_QUERY, { opener: true }, error, 'refused'],
    ['a code and nobody to tell', '?code=c-1&state=s-1', {}, undefined, 'alone'],
    ['an opener and nothing to tell', '', { opener: true }, undefined, 'alone']
  ];

  it.each(cases)('with %s', (_, query, has, message, shown) => {
    const seen = open(query, has);
    expect(seen.posted).toEqual(message ? [[message, '*']] : []);
    expect(seen.isClosed).toBe(message !== undefined);
    expect(seen.shown).toEqual([shown]);
  });

  it('takes the code out of the address', () => {
    expect(open('?code=c-1&state=s-1', { opener: true }).address).toBe('/apex/GenesysSignIn');
  });

  it('is well-formed for Visualforce: nothing in its script needs escaping', () => {
    expect(script).not.toMatch(/[&<]/);
  });
});
