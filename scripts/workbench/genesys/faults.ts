import type { Clock } from './clock';

/** What is to go wrong, until it has gone wrong often enough or faults are cleared. */
export interface RequestFault {
  /** Answers with this status … */
  status?: number;
  /** … or cuts the connection without an answer. */
  drop?: boolean;
  /** … or only keeps the caller waiting. */
  delayMs?: number;
  /** True: the request takes effect first, and only its answer is lost. */
  afterCommit?: boolean;
  /** How many matching requests; absent: until cleared. */
  count?: number;
  /** Part of the path, or a regular expression between slashes. */
  path?: string;
  method?: string;
  userId?: string;
  retryAfterSeconds?: number;
}

export type FrameFaultKind = 'duplicate' | 'reorder' | 'lose';

export interface FrameFault {
  kind: FrameFaultKind;
  count?: number;
  userId?: string;
  /** Part of the topic name. */
  topic?: string;
}

/** A frame that was held back for its successor goes out by itself after this. */
const HELD_MS = 1_000;

export function createFaults(clock: Clock) {
  let requests: RequestFault[] = [];
  let frames: FrameFault[] = [];
  const held = new Map<string, { send: () => void; cancel: () => void }>();

  function spend<Fault extends { count?: number }>(fault: Fault, all: Fault[]): Fault[] {
    if (fault.count === undefined) return all;
    fault.count -= 1;
    return fault.count > 0 ? all : all.filter((each) => each !== fault);
  }

  function release(channelId: string): void {
    const waiting = held.get(channelId);
    held.delete(channelId);
    waiting?.cancel();
    waiting?.send();
  }

  return {
    list: () => ({ requests: [...requests], frames: [...frames] }),
    addRequestFault: (fault: RequestFault) => requests.push({ ...fault }),
    addFrameFault: (fault: FrameFault) => frames.push({ ...fault }),
    /** The first fault that fits this request, used up by one. */
    forRequest(method: string, path: string, userId: string | undefined): RequestFault | undefined {
      const fault = requests.find(
        (each) =>
          (!each.method || each.method.toUpperCase() === method) &&
          (!each.userId || each.userId === userId) &&
          (!each.path || matches(each.path, path))
      );
      if (fault) requests = spend(fault, requests);
      return fault;
    },
    /** Sends a frame as the faults want it: once, twice, later or not at all. */
    passFrame(channelId: string, userId: string, topic: string, send: () => void): void {
      const fault = frames.find(
        (each) =>
          (!each.userId || each.userId === userId) && (!each.topic || topic.includes(each.topic))
      );
      if (fault) frames = spend(fault, frames);
      if (fault?.kind === 'lose') return;
      if (fault?.kind === 'reorder' && !held.has(channelId)) {
        const cancel = clock.later(HELD_MS, () => release(channelId));
        held.set(channelId, { send, cancel });
        return;
      }
      send();
      if (fault?.kind === 'duplicate') send();
      release(channelId);
    },
    clear(): void {
      requests = [];
      frames = [];
      for (const channelId of [...held.keys()]) release(channelId);
    }
  };
}

export type Faults = ReturnType<typeof createFaults>;

function matches(pattern: string, path: string): boolean {
  const expression = /^\/(.+)\/$/.exec(pattern)?.[1];
  // A path may itself begin and end with a slash: then it has no magic that could hurt.
  return path.includes(pattern) || (expression !== undefined && new RegExp(expression).test(path));
}
