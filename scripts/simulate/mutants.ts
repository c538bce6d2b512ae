import type { Hooks } from './hooks';

export interface Mutant {
  name: string;
  /** What the engine would be doing wrong. */
  what: string;
  /** Fresh for each campaign: some keep state. */
  hooks(): Hooks;
}

export const mutants: readonly Mutant[] = [];
