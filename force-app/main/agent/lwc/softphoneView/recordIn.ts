import type { InteractionRow } from './view';

/** Tells the name of the record that the row has for Name or Related To; without one, its id. */
export function recordIn(row: InteractionRow): (field: string) => string {
  const names = new Map([
    ['WhoId', row.whoName],
    ['WhatId', row.whatName]
  ]);
  return (field) => names.get(field) || String(row.draft.fields[field] ?? '');
}
