import { leftOut } from './coerced';
import type { Coerced } from './coerced';

// Plain decimals only: "1,234" is a thousand in one locale and one and a bit in another.
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const INT_MAX = 2147483647;
/** A double is exact to 15 digits; Salesforce numbers hold 18. */
const MAX_DIGITS = 18;

export interface NumberLimits {
  /** Digits in all. */
  precision?: number;
  scale?: number;
}

/**
 * A JSON number, because Salesforce cuts a numeric *string* to its integer part.
 * Rounded half away from zero to the field's decimals, as Salesforce does on save.
 */
export function fitNumber(
  value: string | number | boolean,
  /** The two that differ from the others. */
  dataType: 'int' | 'percent' | undefined,
  { precision, scale = 0 }: NumberLimits
): Coerced {
  const number = parseNumber(value, dataType);
  if (number === undefined) return leftOut('not_a_number');
  const rounded = roundTo(number, scale);
  const digits = (precision ?? MAX_DIGITS) - scale;
  const tooLarge =
    Math.abs(rounded) >= 10 ** digits || (dataType === 'int' && Math.abs(rounded) > INT_MAX);
  if (tooLarge)
    return leftOut('number_too_large', { limit: digits, length: integerDigits(rounded) });
  if (rounded === number) return { value: rounded };
  return { value: rounded, losses: [{ type: 'rounded', action: 'rounded', limit: scale }] };
}

function parseNumber(
  value: string | number | boolean,
  dataType: 'int' | 'percent' | undefined
): number | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  const text = dataType === 'percent' ? value.replace(/\s*%$/, '') : value;
  if (!DECIMAL.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number + 0 : undefined;
}

/** By its decimal digits, not its binary ones: 1.005 to two decimals is 1.01. */
function roundTo(number: number, scale: number): number {
  if (Number.isInteger(number)) return number;
  const power = 10 ** scale;
  if (Math.round(number * power) / power === number) return number;
  const [mantissa, exponent = '0'] = String(Math.abs(number)).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + scale}`));
  return Math.sign(number) * Number(`${shifted}e${-scale}`) + 0;
}

function integerDigits(number: number): number {
  return Math.floor(Math.log10(Math.abs(number))) + 1;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map(
  Object.entries({
    true: true,
    yes: true,
    on: true,
    1: true,
    false: false,
    no: false,
    off: false,
    0: false
  })
);

export function fitBoolean(value: string | number | boolean): Coerced {
  const boolean = BOOLEANS.get(String(value).toLowerCase());
  return boolean === undefined ? leftOut('not_a_boolean') : { value: boolean };
}
