import fc from 'fast-check';
import { readItems } from '../items';
import { jsonErrorLine } from '../jsonError';

describe('items of a file', () => {
  const cases: [string, string, unknown[]][] = [
    ['one object', '{"id":"c1"}', [{ id: 'c1' }]],
    ['one object over lines', '{\n  "id": "c1"\n}\n', [{ id: 'c1' }]],
    ['a list', '[{"id":"c1"},\n{"id":"c2"}]', [{ id: 'c1' }, { id: 'c2' }]],
    ['an empty list', '[]', []],
    ['JSON Lines', '{"id":"c1"}\n{"id":"c2"}\n', [{ id: 'c1' }, { id: 'c2' }]],
    [
      'JSON Lines with blanks and CRLF',
      '{"id":"c1"}\r\n\r\n{"id":"c2"}',
      [{ id: 'c1' }, { id: 'c2' }]
    ],
    ['JSON Lines with a list', '{"id":"c1"}\n[{"id":"c2"}]', [{ id: 'c1' }, { id: 'c2' }]],
    ['a byte order mark', '\uFEFF{"id":"c1"}', [{ id: 'c1' }]]
  ];
  test.each(cases)('%s', (_name, text, items) => {
    expect(readItems(text)).toEqual({ items });
  });
});

describe('the line a file breaks at', () => {
  const cases: [string, string, number][] = [
    ['empty', '', 1],
    ['blank', ' \n \n', 1],
    ['not JSON at all', 'hello', 1],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3],
    ['a bare word', '{\n  "a": nul\n}', 2],
    ['a trailing comma', '[\n  1,\n  2,\n]', 4],
    ['a missing value', '{\n  "a":\n}', 3],
    ['a bracket too many', '{\n}\n}', 3],
    ['the wrong bracket', '[\n1\n}', 3],
    ['an end too early', '{\n  "a": [\n    1,\n', 3],
    ['an open text', '{\n  "a": "b\n}', 2],
    ['a wrong escape', '["\\x"]', 1],
    ['JSON Lines, second line', '{"id":"c1"}\n{"id":}\n{"id":"c3"}', 2],
    ['JSON Lines, first line', '{"id":\n{"id":"c2"}', 1],
    ['JSON Lines, last line cut short', '{"id":"c1"}\n\n{"id":"c', 3]
  ];
  test.each(cases)('%s', (_name, text, line) => {
    expect(readItems(text)).toEqual({ line, message: expect.any(String) });
  });

  test('a break is found exactly where JSON.parse fails', () => {
    const marks = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      '\n',
      ' '
    );
    const almost = fc.oneof(
      fc.json(),
      fc.array(marks, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.tuple(fc.json(), fc.nat(), marks).map(([json, at, mark]) => {
        const cut = at % (json.length + 1);
        return json.slice(0, cut) + mark + json.slice(cut);
      })
    );
    const agrees = fc.property(
      almost,
      (text) => (jsonErrorLine(text) === undefined) === isJson(text)
    );
    expect(fc.check(agrees, { numRuns: 2000 })).toMatchObject({ failed: false });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
