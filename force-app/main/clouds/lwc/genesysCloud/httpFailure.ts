/** The shape the SDK expects of an answer (it was made for axios). */
export interface HttpAnswer {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  data: unknown;
  text: string;
}

/** What our HTTP client rejects with: the SDK hands it through, `requests.ts` turns it into a value. */
export interface HttpFailure extends Error {
  name: typeof NAME;
  /** Absent: nobody answered. */
  response?: HttpAnswer;
}

const NAME = 'HttpFailure';

export function httpFailure(message: string, response?: HttpAnswer): HttpFailure {
  return Object.assign(new Error(message), { name: NAME, response } as const);
}

export function isHttpFailure(cause: unknown): cause is HttpFailure {
  return cause instanceof Error && cause.name === NAME;
}
