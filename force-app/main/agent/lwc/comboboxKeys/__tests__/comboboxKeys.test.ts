import { comboboxMove } from 'c/comboboxKeys';
import type { ComboboxMove, ComboboxState } from 'c/comboboxKeys';

const at = (active: number, count = 3): ComboboxState => ({ isOpen: true, active, count });
const CLOSED: ComboboxState = { isOpen: false, active: 0, count: 3 };

interface Case {
  key: string;
  state: ComboboxState;
  move: ComboboxMove | undefined;
  /** Kept from the browser (`prevented`) or from what is around (`stopped`). */
  taken?: 'prevented' | 'stopped';
}

const cases: Case[] = [
  { key: 'ArrowDown', state: CLOSED, move: { type: 'open' }, taken: 'prevented' },
  { key: 'ArrowUp', state: CLOSED, move: { type: 'open' }, taken: 'prevented' },
  { key: 'ArrowDown', state: at(0), move: { type: 'go', to: 1 }, taken: 'prevented' },
  { key: 'ArrowDown', state: at(2), move: { type: 'go', to: 0 }, taken: 'prevented' },
  { key: 'ArrowUp', state: at(0), move: { type: 'go', to: 2 }, taken: 'prevented' },
  { key: 'ArrowUp', state: at(2), move: { type: 'go', to: 1 }, taken: 'prevented' },
  { key: 'ArrowDown', state: at(0, 1), move: { type: 'go', to: 0 }, taken: 'prevented' },
  { key: 'ArrowDown', state: at(0, 0), move: undefined, taken: 'prevented' },
  { key: 'Enter', state: at(1), move: { type: 'pick' }, taken: 'prevented' },
  { key: 'Enter', state: CLOSED, move: undefined },
  { key: 'Escape', state: at(1), move: { type: 'close' }, taken: 'stopped' },
  { key: 'Escape', state: CLOSED, move: undefined },
  { key: 'Home', state: at(1), move: undefined },
  { key: 'a', state: at(1), move: undefined },
  { key: 'Tab', state: at(1), move: undefined }
];

function press(key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more });
  return { event, stopped: jest.spyOn(event, 'stopPropagation') };
}

it.each(cases)('$key at $state', ({ key, state, move, taken }) => {
  const { event, stopped } = press(key);
  expect(comboboxMove(event, state)).toEqual(move);
  expect(event.defaultPrevented).toBe(taken === 'prevented');
  expect(stopped).toHaveBeenCalledTimes(taken === 'stopped' ? 1 : 0);
});

it.each(['Enter', 'ArrowDown', 'Escape'])(
  '%s that composes a word is the input method’s',
  (key) => {
    const { event, stopped } = press(key, { isComposing: true });
    expect(comboboxMove(event, at(1))).toBeUndefined();
    expect(event.defaultPrevented).toBe(false);
    expect(stopped).not.toHaveBeenCalled();
  }
);
