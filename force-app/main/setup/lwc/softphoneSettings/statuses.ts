import type { PicklistValues } from 'lightning/uiObjectInfoApi';
import closedNone from '@salesforce/label/c.Settings_Status_Closed_None';
import openNone from '@salesforce/label/c.Settings_Status_Open_None';

export interface Status {
  value: string;
  label: string;
  /** Several may be closed, and none need be called Completed; absent where the org does not tell. */
  isClosed?: boolean;
}

export interface Option {
  value: string;
  label: string;
}

export function statusesOf({ values }: PicklistValues): Status[] {
  return values.map(({ value, label, attributes }) => {
    const { closed } = (attributes ?? {}) as { closed?: unknown };
    return { value, label, ...(typeof closed === 'boolean' ? { isClosed: closed } : {}) };
  });
}

/** The first closed status, as far as the org tells. */
export function firstClosed(statuses: readonly Status[]): string {
  return statuses.find(({ isClosed }) => isClosed)?.value ?? '';
}

/**
 * The statuses that a task may have while an interaction is live, or after it. What is chosen
 * already stays in the list, also when it is of the other kind or gone from the org.
 */
export function statusOptions(
  statuses: readonly Status[],
  kind: 'open' | 'closed',
  chosen: string
): Option[] {
  const fitting = statuses.filter(
    ({ value, isClosed }) =>
      isClosed === undefined || isClosed === (kind === 'closed') || value === chosen
  );
  const isGone = chosen !== '' && !fitting.some(({ value }) => value === chosen);
  return [
    { value: '', label: kind === 'closed' ? closedNone : openNone },
    ...fitting.map(({ value, label }) => ({ value, label })),
    ...(isGone ? [{ value: chosen, label: chosen }] : [])
  ];
}
