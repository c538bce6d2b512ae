/** Fills `{0}`, `{1}` … of a custom label; a placeholder without a value stays as it is. */
export function format(label: string, ...values: (string | number | undefined)[]): string {
  return label.replace(/\{(\d+)\}/g, (placeholder, index) => {
    const value = values[Number(index)];
    return value === undefined ? placeholder : String(value);
  });
}

/** `{0}` becomes the number; `one` is the label for exactly one. */
export function counted(count: number, one: string, many: string): string {
  return format(count === 1 ? one : many, count);
}
