interface ErrorBody {
  message?: string;
  output?: {
    errors?: { message?: string }[];
    fieldErrors?: Record<string, { message?: string; fieldLabel?: string }[]>;
  };
}

/**
 * The org's own words for a failed call, the most telling ones first. Reads answer with a list,
 * writes with an object whose `output` knows more than its `message`.
 */
export function orgWords(error: unknown): string {
  const { body, message, statusText } = (error ?? {}) as {
    body?: ErrorBody | ErrorBody[];
    message?: string;
    statusText?: string;
  };
  const bodies = Array.isArray(body) ? body : [body ?? {}];
  const details = bodies.flatMap(({ output }) => [
    ...(output?.errors ?? []),
    ...Object.values(output?.fieldErrors ?? {}).flat()
  ]);
  const told = details.length > 0 ? details : bodies;
  const words = [...new Set(told.map((entry) => entry?.message).filter(Boolean))];
  return words.join(' ') || message || statusText || '';
}

/** What the org says against single fields of a failed write, by API name. */
export function orgFieldWords(error: unknown): Record<string, string> {
  const { body } = (error ?? {}) as { body?: ErrorBody };
  return Object.fromEntries(
    Object.entries(body?.output?.fieldErrors ?? {}).map(([field, errors]) => [
      field,
      errors
        .map(({ message }) => message)
        .filter(Boolean)
        .join(' ')
    ])
  );
}
