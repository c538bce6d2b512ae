import { leftOut } from './coerced';
import type { Coerced, Loss } from './coerced';
import { fitText } from './text';

/** The values of a picklist; absent when they could not be read. */
export interface Choices {
  values: string[];
  restricted: boolean;
}

/** Exact value first, then regardless of case; a restricted list takes nothing else. */
export function fitPicklist(
  value: string,
  choices: Choices | undefined,
  limit: number | undefined
): Coerced {
  const known = match(value, choices);
  if (known !== undefined) return { value: known };
  if (choices?.restricted) return leftOut('not_in_picklist');
  return fitText(value, limit, false);
}

/** Values apart by `;`, or by `,` where none of them holds a comma itself. */
export function fitMultiPicklist(
  value: string,
  choices: Choices | undefined,
  limit: number | undefined
): Coerced {
  const chosen = new Set<string>();
  const losses: Loss[] = [];
  for (const part of split(value, choices)) {
    const known = match(part, choices);
    if (known !== undefined) chosen.add(known);
    else if (!choices?.restricted) chosen.add(part);
    else losses.push({ type: 'not_in_picklist', action: 'left_out', value: part });
  }
  if (chosen.size === 0) return losses.length > 0 ? { losses } : {};
  const fitted = fitText([...chosen].join(';'), limit, false);
  return { ...fitted, losses: [...losses, ...(fitted.losses ?? [])] };
}

function split(value: string, choices: Choices | undefined): string[] {
  const byComma = !value.includes(';') && match(value, choices) === undefined;
  return value
    .split(byComma ? ',' : ';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function match(value: string, choices: Choices | undefined): string | undefined {
  if (!choices) return undefined;
  if (choices.values.includes(value)) return value;
  const folded = value.toLowerCase();
  return choices.values.find((choice) => choice.toLowerCase() === folded);
}
