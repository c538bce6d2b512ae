/**
 * Troubles to play: each answers the next `times` matching requests in its own way.
 * - `respond`: nothing is done, `status` and `body` come back (a throttled org: 503 with `retryAfter`)
 * - `delay`: done as usual, `delayMs` later
 * - `drop`: nothing is done, the connection breaks
 * - `commit_then_drop`: done, but the connection breaks before the answer
 * - `commit_then_respond`: done, but `status` and `body` come back
 */
export interface Fault {
  effect: 'respond' | 'delay' | 'drop' | 'commit_then_drop' | 'commit_then_respond';
  /** How many requests it meets; default 1. */
  times?: number;
  /** Only requests of this method. */
  method?: string;
  /** Only requests whose path contains this, for example `/records` or `/graphql`. */
  path?: string;
  /** Only requests of this user. */
  user?: string;
  status?: number;
  body?: unknown;
  /** Seconds, sent as Retry-After. */
  retryAfter?: number;
  delayMs?: number;
}

export interface FaultedRequest {
  method: string;
  path: string;
  user: string | undefined;
}

export const faultEffects: readonly Fault['effect'][] = [
  'respond',
  'delay',
  'drop',
  'commit_then_drop',
  'commit_then_respond'
];

export class Faults {
  private list: (Fault & { left: number })[] = [];

  add(fault: Fault): void {
    this.list.push({ ...fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.list = [];
  }

  pending(): Fault[] {
    return this.list.map(({ left, ...fault }) => ({ ...fault, times: left }));
  }

  /** The first fault that fits, used up by one. */
  take(request: FaultedRequest): Fault | undefined {
    const found = this.list.find(
      (fault) =>
        (!fault.method || fault.method.toUpperCase() === request.method) &&
        (!fault.path || request.path.includes(fault.path)) &&
        (!fault.user || fault.user === request.user)
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.list = this.list.filter((fault) => fault !== found);
    return found;
  }
}
