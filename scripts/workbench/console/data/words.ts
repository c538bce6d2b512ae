/** What went wrong, in the org's own words. */
export function errorWords(error: unknown): string {
  const { body, message, status } = error as Partial<FetchResponse> & { message?: string };
  const output = (body as { output?: { errors?: { message: string }[] } } | undefined)?.output;
  if (output?.errors?.length) return output.errors.map((one) => one.message).join(' ');
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const said = (first as { message?: unknown } | undefined)?.message;
  if (typeof said === 'string') return said;
  return message ?? (status === undefined ? String(error) : `The org answered ${status}.`);
}

/** Field → what a refused write says is wrong with it. */
export function fieldWords(error: unknown): Map<string, string> {
  const { body } = error as { body?: { output?: { fieldErrors?: Record<string, FieldError[]> } } };
  return new Map(
    Object.entries(body?.output?.fieldErrors ?? {}).map(([field, errors]) => [
      field,
      errors.map(({ message }) => message).join(' ')
    ])
  );
}

interface FieldError {
  message: string;
}
