import { LightningElement, api } from 'lwc';
import keypad from '@salesforce/label/c.Softphone_Keypad';

const LETTERS: Record<string, string> = {
  '2': 'ABC',
  '3': 'DEF',
  '4': 'GHI',
  '5': 'JKL',
  '6': 'MNO',
  '7': 'PQRS',
  '8': 'TUV',
  '9': 'WXYZ',
  '0': '+'
};
const KEYS = [...'123456789*0#'].map((digit) => ({ digit, letters: LETTERS[digit] ?? '' }));

/** Twelve keys. Emits `digit` {digit}. */
export default class Keypad extends LightningElement {
  @api disabled = false;
  keys = KEYS;
  labels = { keypad };

  handleKey(event: Event): void {
    const { digit } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('digit', { detail: { digit } }));
  }
}
