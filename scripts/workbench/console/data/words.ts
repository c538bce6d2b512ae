/** What went wrong, in the org's own words. */
export function errorWords(error: unknown): string {
  const { body, message, status } = error as Partial<FetchResponse> & { message?: string };
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const said = (first as { message?: unknown } | undefined)?.message;
  if (typeof said === 'string') return said;
  return message ?? (status === undefined ? String(error) : `The org answered ${status}.`);
}
