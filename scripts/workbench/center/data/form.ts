/** A form's values by name, trimmed; empty ones are absent. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') values[name] = value.trim();
  }
  return values;
}

/** `name = value`, one a line. A line without `=` is an attribute without a value. */
export function attributesOf(text: string | undefined): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const line of (text ?? '').split('\n')) {
    const [name = '', ...value] = line.split('=');
    if (name.trim() !== '') attributes[name.trim()] = value.join('=').trim();
  }
  return attributes;
}
