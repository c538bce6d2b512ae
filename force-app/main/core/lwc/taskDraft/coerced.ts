import type { Issue } from './issue';

/** What a value lost on its way into a field. */
export type Loss = Pick<Issue, 'type' | 'action' | 'limit' | 'length'> & { value?: string };

/** A value as the field takes it (absent: nothing to write), and what was lost. */
export interface Coerced {
  value?: string | number | boolean;
  losses?: Loss[];
}

export function leftOut(type: Issue['type'], detail: Partial<Loss> = {}): Coerced {
  return { losses: [{ type, action: 'left_out', ...detail }] };
}
