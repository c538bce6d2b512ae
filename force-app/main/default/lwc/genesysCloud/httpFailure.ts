/** The shape the SDK expects of an answer (it was made for axios). */
export interface HttpAnswer {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  data: unknown;
  text: string;
}

/** What our HTTP client rejects with: the SDK hands it through, `requests.ts` turns it into a value. */
export class HttpFailure extends Error {
  /** Absent: nobody answered. */
  response: HttpAnswer | undefined;

  constructor(message: string, response?: HttpAnswer) {
    super(message);
    this.name = 'HttpFailure';
    this.response = response;
  }
}
