/** The part of `navigator.locks` that is needed. */
export interface Locks {
  request(name: string, run: () => Promise<void>): Promise<unknown>;
}
