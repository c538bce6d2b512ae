/** What the page GenesysSignIn tells, with the `state` of the request it answers. */
export type SignInAnswer = { state: string } & (
  { type: 'code'; code: string } | { type: 'error'; error: string; description?: string }
);

/** Anybody may post anything: whatever has not the page's shape is undefined. */
export function readAnswer(data: unknown): SignInAnswer | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, state, code, error, errorDescription } = data as Record<string, unknown>;
  if (type !== 'genesys-sign-in' || !isText(state)) return undefined;
  if (isText(error)) {
    const description = isText(errorDescription) ? { description: errorDescription } : {};
    return { type: 'error', state, error, ...description };
  }
  return isText(code) ? { type: 'code', state, code } : undefined;
}

/** OAuth allows longer ones; nobody sends them. */
const LONGEST = 4_096;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST;
