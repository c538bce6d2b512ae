import { choiceFields, type ChoiceField, type Choices } from './journal';
import type { Leg } from './leg';
import { matchesRead } from './written';

/** Where the choices stand in the Task; undefined: not all of them do, or there are none. */
export function heldChoices(leg: Leg, choices: Choices): ChoiceField[] | undefined {
  if (leg.stage !== 'known' || leg.unproven) return undefined;
  const made = (Object.keys(choiceFields) as ChoiceField[]).filter(
    (field) => choices[choiceFields[field]] !== undefined
  );
  const isHeld = made.every((field) => {
    const known = leg.written[field];
    return known !== undefined && matchesRead(known, choices[choiceFields[field]] ?? null);
  });
  return isHeld && made.length ? made : undefined;
}
