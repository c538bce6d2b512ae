import type { Fault } from './plan';
import type { Random } from './random';

type Lasting = Extract<Fault, { to: number }>['type'];

/** Which faults reign at the moment, and how often each kind has struck. */
export interface Conditions {
  begin(fault: Fault, to: number): void;
  /** When the fault is over, ms epoch; undefined: it does not reign. */
  until(type: Lasting): number | undefined;
  reigns(type: Lasting): boolean;
  /** Does a fault that comes by chance strike this time? */
  strikes(type: RequestFault | FrameFault): boolean;
  /** `Retry-After` of a reigning throttle, ms. */
  retryAfterMs(): number;
  /** Something else worth counting has happened. */
  count(what: string): void;
  counts: Record<string, number>;
}

type RequestFault = 'errors' | 'lostRequests' | 'lostAnswers' | 'lateCommits' | 'genesysErrors';
type FrameFault = 'lostFrames' | 'twiceFrames' | 'lateFrames';

export function createConditions(now: () => number, random: Random): Conditions {
  const reigning = new Map<string, { fault: Fault; to: number }>();
  const counts: Record<string, number> = {};

  const get = (type: string): { fault: Fault; to: number } | undefined => {
    const found = reigning.get(type);
    return found && found.to > now() ? found : undefined;
  };

  const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1);

  return {
    counts,
    count,
    begin(fault, to) {
      count(fault.type);
      const before = get(fault.type);
      reigning.set(fault.type, { fault, to: Math.max(to, before?.to ?? 0) });
    },
    until: (type) => get(type)?.to,
    reigns: (type) => get(type) !== undefined,
    strikes(type) {
      const fault = get(type)?.fault;
      return fault !== undefined && 'rate' in fault && random.chance(fault.rate);
    },
    retryAfterMs() {
      const fault = get('throttled')?.fault;
      return fault?.type === 'throttled' ? fault.retryAfterMs : 0;
    }
  };
}
