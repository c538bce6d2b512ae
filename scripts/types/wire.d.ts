/**
 * What a wire provisions: neither while loading, then one of the two.
 * Data is frozen, as on the platform.
 */
interface WireResult<Data> {
  readonly data?: Data;
  readonly error?: FetchResponse;
}

/**
 * How a failed UI API call looks to a component: `body` is one object, where HTTP sends a list too, and
 * `headers` is empty whatever was sent.
 */
interface FetchResponse {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  // The shape differs by call and by kind of failure: readers must narrow it.
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly errorType?: 'fetchResponse';
}
