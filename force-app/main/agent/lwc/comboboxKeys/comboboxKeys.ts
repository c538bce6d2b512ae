/** What a key asks of a combobox whose list is shown below its input (WAI-ARIA, list autocomplete). */
export type ComboboxMove =
  | { type: 'open' }
  /** Index of the option that the keyboard is on from now on. */
  | { type: 'go'; to: number }
  | { type: 'pick' }
  | { type: 'close' };

export interface ComboboxState {
  isOpen: boolean;
  /** Index of the option that the keyboard is on. */
  active: number;
  /** Options there are. */
  count: number;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Takes the key where it is the combobox's: the form or dialog around it must not act on it too.
 *
 * @returns undefined where nothing is to be done
 */
export function comboboxMove(
  event: KeyboardEvent,
  { isOpen, active, count }: ComboboxState
): ComboboxMove | undefined {
  // The key belongs to the input method, which composes a word.
  if (event.isComposing) return undefined;
  const step = STEPS[event.key];
  if (step) {
    event.preventDefault();
    if (!isOpen) return { type: 'open' };
    return count > 0 ? { type: 'go', to: (active + step + count) % count } : undefined;
  }
  if (!isOpen) return undefined;
  if (event.key === 'Enter') {
    event.preventDefault();
    return { type: 'pick' };
  }
  if (event.key === 'Escape') {
    event.stopPropagation();
    return { type: 'close' };
  }
  return undefined;
}
