/** A value as Salesforce takes it in JSON; date and date-time values are ISO strings. */
export type FieldValue = string | number | boolean | null;

/** API name → value. A field that is absent is not ours to say anything about. */
export type Fields = Record<string, FieldValue>;

/** Salesforce stores an empty text as null; telling the two apart would mean writing for ever. */
export function plain(value: FieldValue | undefined): FieldValue {
  return value === '' || value === undefined ? null : value;
}

/** Do these two of *our* values say the same? */
export const same = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  plain(a) === plain(b);

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

const instant = (value: string): number => Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

/**
 * Does what was read from Salesforce say the same as our value? Salesforce trims texts and writes
 * times with its own offset, so both are compared by meaning.
 */
export function sameAsRead(ours: FieldValue | undefined, read: FieldValue | undefined): boolean {
  const a = plain(ours);
  const b = plain(read);
  if (typeof a !== 'string' || (b !== null && typeof b !== 'string')) return a === b;
  if (b === null) return a.trim() === '';
  if (a.trim() === b.trim()) return true;
  return dateTime.test(a) && dateTime.test(b) && instant(a) === instant(b);
}

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
