/** A value as Salesforce takes it in JSON; date and date-time values are ISO strings. */
export type FieldValue = string | number | boolean | null;

/** API name → value. A field that is absent is not ours to say anything about. */
export type Fields = Record<string, FieldValue>;

/** Filled by the agent, here or in Salesforce; an empty value of ours is no wish to empty them. */
export const agentFields: ReadonlySet<string> = new Set(['Description', 'WhoId', 'WhatId']);

/** Salesforce stores an empty text as null; telling the two apart would mean writing for ever. */
export function plain(value: FieldValue | undefined): FieldValue {
  return value === '' || value === undefined ? null : value;
}

/** Do these two of *our* values say the same? */
export const same = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  plain(a) === plain(b);

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/**
 * A value by its meaning: Salesforce trims texts and writes times with its own offset
 * (`…+0000`), so what was read has to be compared like this.
 */
export function canonical(value: FieldValue | undefined): FieldValue {
  if (typeof value !== 'string') return plain(value);
  const text = value.trim();
  if (!dateTime.test(text)) return plain(text);
  const time = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/** Does what was read from Salesforce say the same as our value? */
export const sameAsRead = (ours: FieldValue | undefined, read: FieldValue | undefined): boolean =>
  canonical(ours) === canonical(read);

/** The fields of `fields` that `keep` accepts. */
export function pick(fields: Fields, keep: (field: string, value: FieldValue) => boolean): Fields {
  const kept: Fields = {};
  for (const field of Object.keys(fields)) {
    const value = fields[field] as FieldValue;
    if (keep(field, value)) kept[field] = value;
  }
  return kept;
}

export const isEmpty = (fields: object): boolean => Object.keys(fields).length === 0;

/** Do both name the same fields with the same values? */
export function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((field) => field in b && same(a[field], b[field]))
  );
}
