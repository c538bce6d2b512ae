import type { FieldValue, ObjectSchema } from './schema';

/**
 * The part of the formula language that the local org's validation rules may use:
 * AND OR NOT ISBLANK ISNULL ISPICKVAL LEN BEGINS CONTAINS VALUE TEXT IF, `&&` `||` `!`,
 * = == <> != < <= > >=, + - * /, text, numbers, TRUE, FALSE, NULL and fields of the object.
 * Anything else is an error that names itself, never a silent pass.
 */
export type Values = Readonly<Record<string, FieldValue | undefined>>;

/** undefined when the formula can be used, else what is wrong with it. */
export function checkFormula(formula: string, object: ObjectSchema): string | undefined {
  const parsed = parseFormula(formula);
  if ('trouble' in parsed) return parsed.trouble;
  const unknown = parsed.fields.find((name) => !object.fields.has(name));
  return unknown ? `field ${unknown} does not exist on ${object.apiName}` : undefined;
}

/** @returns the formula's value; `true` means the record is refused */
export function evaluateFormula(formula: string, values: Values): FieldValue {
  const parsed = parseFormula(formula);
  return 'trouble' in parsed ? false : parsed.evaluate(values);
}

type Evaluate = (values: Values) => FieldValue;
type Parsed = { evaluate: Evaluate; fields: string[] } | { trouble: string };

const truthy = (value: FieldValue): boolean => value === true;
const blank = (value: FieldValue): boolean => value === null || value === '';
const asText = (value: FieldValue): string => (value === null ? '' : String(value));
const asNumber = (value: FieldValue): number => (blank(value) ? 0 : Number(value));

const functions: Record<
  string,
  { arguments: [least: number, most: number]; call: (list: FieldValue[]) => FieldValue }
> = {
  AND: { arguments: [1, 99], call: (list) => list.every(truthy) },
  OR: { arguments: [1, 99], call: (list) => list.some(truthy) },
  NOT: { arguments: [1, 1], call: ([one]) => !truthy(one ?? null) },
  IF: { arguments: [3, 3], call: ([test, yes, no]) => (truthy(test ?? null) ? yes : no) ?? null },
  ISBLANK: { arguments: [1, 1], call: ([one]) => blank(one ?? null) },
  ISNULL: { arguments: [1, 1], call: ([one]) => blank(one ?? null) },
  ISPICKVAL: {
    arguments: [2, 2],
    call: ([field, value]) => asText(field ?? null) === asText(value ?? null)
  },
  LEN: { arguments: [1, 1], call: ([one]) => asText(one ?? null).length },
  BEGINS: {
    arguments: [2, 2],
    call: ([one, start]) => asText(one ?? null).startsWith(asText(start ?? null))
  },
  CONTAINS: {
    arguments: [2, 2],
    call: ([one, part]) => asText(one ?? null).includes(asText(part ?? null))
  },
  VALUE: { arguments: [1, 1], call: ([one]) => asNumber(one ?? null) },
  TEXT: { arguments: [1, 1], call: ([one]) => asText(one ?? null) }
};

const comparisons: Record<string, (left: FieldValue, right: FieldValue) => boolean> = {
  '=': (left, right) => same(left, right),
  '<>': (left, right) => !same(left, right),
  // A comparison with nothing is never true.
  '<': (left, right) => !blank(left) && !blank(right) && Number(left) < Number(right),
  '<=': (left, right) => !blank(left) && !blank(right) && Number(left) <= Number(right),
  '>': (left, right) => !blank(left) && !blank(right) && Number(left) > Number(right),
  '>=': (left, right) => !blank(left) && !blank(right) && Number(left) >= Number(right)
};
const spellings: Record<string, string> = { '==': '=', '!=': '<>' };

function same(left: FieldValue, right: FieldValue): boolean {
  if (blank(left) || blank(right)) return blank(left) && blank(right);
  return typeof left === 'number' || typeof right === 'number'
    ? Number(left) === Number(right)
    : left === right;
}

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_.]*)|(<=|>=|<>|!=|==|&&|\|\||[<>=!+\-*/(),]))/y;

interface Token {
  kind: 'text' | 'number' | 'name' | 'sign';
  value: string;
}

class Trouble extends Error {}

function tokens(formula: string): Token[] {
  const list: Token[] = [];
  let at = 0;
  while (formula.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula);
    if (!match) throw new Trouble(`"${formula.slice(at).trim().slice(0, 20)}" is not understood`);
    const [, quoted, number, name, sign] = match;
    if (quoted !== undefined) list.push({ kind: 'text', value: quoted.slice(1, -1) });
    else if (number !== undefined) list.push({ kind: 'number', value: number });
    else if (name !== undefined) list.push({ kind: 'name', value: name });
    else list.push({ kind: 'sign', value: sign ?? '' });
    at = TOKEN.lastIndex;
  }
  return list;
}

function parseFormula(formula: string): Parsed {
  try {
    const list = tokens(formula);
    const fields: string[] = [];
    let at = 0;
    const isSign = (...signs: string[]): string | undefined => {
      const token = list[at];
      return token?.kind === 'sign' && signs.includes(token.value) ? token.value : undefined;
    };
    const expect = (sign: string): void => {
      if (!isSign(sign))
        throw new Trouble(`expected "${sign}" before "${list[at]?.value ?? 'the end'}"`);
      at += 1;
    };
    /** Left-associative operators of one strength. */
    const chain =
      (next: () => Evaluate, table: Record<string, (l: FieldValue, r: FieldValue) => FieldValue>) =>
      (): Evaluate => {
        let left = next();
        for (let sign = isSign(...Object.keys(table)); sign; sign = isSign(...Object.keys(table))) {
          at += 1;
          const [before, after, apply] = [left, next(), table[sign]];
          left = (values) => apply?.(before(values), after(values)) ?? null;
        }
        return left;
      };

    const primary = (): Evaluate => {
      const token = list[at];
      if (!token) throw new Trouble('the formula ends too early');
      at += 1;
      if (token.kind === 'text') return () => token.value;
      if (token.kind === 'number') return () => Number(token.value);
      if (token.kind === 'name') return named(token.value);
      if (token.value === '(') {
        const inner = disjunction();
        expect(')');
        return inner;
      }
      if (token.value === '!') {
        const inner = primary();
        return (values) => !truthy(inner(values));
      }
      if (token.value === '-') {
        const inner = primary();
        return (values) => -asNumber(inner(values));
      }
      throw new Trouble(`"${token.value}" is not understood`);
    };

    const named = (name: string): Evaluate => {
      const upper = name.toUpperCase();
      if (!isSign('(')) {
        if (upper === 'TRUE' || upper === 'FALSE') return () => upper === 'TRUE';
        if (upper === 'NULL') return () => null;
        fields.push(name);
        return (values) => values[name] ?? null;
      }
      const known = functions[upper];
      if (!known) throw new Trouble(`function ${name} is not supported by the local org`);
      at += 1;
      const list: Evaluate[] = [];
      while (!isSign(')')) {
        list.push(disjunction());
        if (!isSign(',')) break;
        at += 1;
      }
      expect(')');
      const [least, most] = known.arguments;
      if (list.length < least || list.length > most)
        throw new Trouble(`function ${upper} takes another number of arguments`);
      return (values) => known.call(list.map((one) => one(values)));
    };

    const product = chain(primary, {
      '*': (left, right) => asNumber(left) * asNumber(right),
      '/': (left, right) => asNumber(left) / asNumber(right)
    });
    const sum = chain(product, {
      '+': (left, right) =>
        typeof left === 'string' || typeof right === 'string'
          ? asText(left) + asText(right)
          : asNumber(left) + asNumber(right),
      '-': (left, right) => asNumber(left) - asNumber(right)
    });
    const comparison = chain(sum, {
      ...comparisons,
      ...Object.fromEntries(
        Object.entries(spellings).flatMap(([other, sign]) => {
          const compare = comparisons[sign];
          return compare ? [[other, compare]] : [];
        })
      )
    });
    const conjunction = chain(comparison, { '&&': (left, right) => truthy(left) && truthy(right) });
    const disjunction: () => Evaluate = chain(conjunction, {
      '||': (left, right) => truthy(left) || truthy(right)
    });

    const evaluate = disjunction();
    if (at < list.length) throw new Trouble(`"${list[at]?.value}" is not expected there`);
    return { evaluate, fields };
  } catch (error) {
    if (error instanceof Trouble) return { trouble: error.message };
    throw error;
  }
}
