const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/y;
const BLANKS = /[ \t\r\n]*/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'end';

/**
 * Line (from 1) at which a text stops being JSON; undefined: it is JSON.
 * Node's own message often names no position. A text that ends too early stops at its last line.
 */
export function jsonErrorLine(text: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const next = step(match, expected, open);
    if (!next) return lineOf(text, skipBlanks(text, at));
    expected = next;
    at = TOKEN.lastIndex;
  }
  const rest = skipBlanks(text, at);
  if (rest < text.length) return lineOf(text, rest);
  return expected === 'end' ? undefined : lineOf(text, text.trimEnd().length);
}

/** What may come after this token, or undefined when it may not stand here. */
function step(match: RegExpExecArray, expected: Expected, open: string[]): Expected | undefined {
  const [, mark, string] = match;
  const afterValue = (): Expected => (open.length > 0 ? ', or end' : 'end');
  const wantsValue = expected.startsWith('value');
  if (mark === '{' || mark === '[') {
    if (!wantsValue) return undefined;
    open.push(mark);
    return mark === '{' ? 'key or }' : 'value or ]';
  }
  if (mark === '}' || mark === ']') {
    const closes = open.at(-1) === (mark === '}' ? '{' : '[');
    const empty = expected === (mark === '}' ? 'key or }' : 'value or ]');
    if (!closes || !(empty || expected === ', or end')) return undefined;
    open.pop();
    return afterValue();
  }
  if (mark === ',') {
    if (expected !== ', or end') return undefined;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  if (mark === ':') return expected === ':' ? 'value' : undefined;
  if (expected.startsWith('key')) return string === undefined ? undefined : ':';
  return wantsValue ? afterValue() : undefined;
}

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.exec(text);
  return BLANKS.lastIndex;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
