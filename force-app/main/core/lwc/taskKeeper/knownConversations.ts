import type { Conversation, hearConversation, PayloadProblem } from 'c/interaction';

export interface Taken {
  /** Absent when the payload could not be read at all. */
  id?: string;
  conversation?: Conversation;
  /** This payload told something new. */
  isNews: boolean;
  problems: PayloadProblem[];
}

interface Known {
  conversation: Conversation;
  /** ms epoch of the last payload */
  heardAt: number;
  /** Payloads so far. */
  count: number;
}

/** What is known of each conversation: every payload is merged into what came before. */
export function knownConversations(hear: typeof hearConversation) {
  const known = new Map<string, Known>();
  return {
    /** `payload` in shape E, M or C; `at`: ms epoch of its receipt; `family`: of a topic of one medium. */
    take(payload: unknown, at: number, family?: string): Taken {
      // In the order of happening already: the clock, once set back, would call all that follows old.
      const knownOf = (id: string): Conversation | undefined => known.get(id)?.conversation;
      const heard = hear(payload, undefined, knownOf, family);
      if (!('conversation' in heard)) return { isNews: false, problems: [heard.problem] };
      const { conversation, problems } = heard;
      const { id } = conversation;
      const before = known.get(id);
      known.set(id, { conversation, heardAt: at, count: (before?.count ?? 0) + 1 });
      return { id, conversation, isNews: conversation !== before?.conversation, problems };
    },
    get: (id: string): Conversation | undefined => known.get(id)?.conversation,
    /** How many payloads of it have been taken. */
    count: (id: string): number => known.get(id)?.count ?? 0,
    *all(): Iterable<Conversation> {
      for (const { conversation } of known.values()) yield conversation;
    },
    size: (): number => known.size,
    forget: (id: string): boolean => known.delete(id),
    /** Forgets those that nobody needs and that have been silent since then (ms epoch). */
    forgetSilent(since: number, isNeeded: (id: string) => boolean): void {
      for (const [id, { heardAt }] of known) {
        if (heardAt < since && !isNeeded(id)) known.delete(id);
      }
    },
    clear: (): void => known.clear()
  };
}

export type KnownConversations = ReturnType<typeof knownConversations>;
