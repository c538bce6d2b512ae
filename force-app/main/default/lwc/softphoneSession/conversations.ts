import { mergeConversation, readConversation } from 'c/interaction';
import type { Conversation, PayloadProblem } from 'c/interaction';

export interface Taken {
  /** Absent when the payload could not be read at all. */
  id?: string;
  /** The merged conversation, when this payload told something new. */
  changed?: Conversation;
  problems: PayloadProblem[];
}

/** What is known of each conversation: every payload is merged into what came before. */
export function conversations() {
  const known = new Map<string, Conversation>();
  return {
    /** `payload` in shape E, M or C; `at`: ms epoch of its receipt. */
    take(payload: unknown, at: number): Taken {
      const reading = readConversation(payload, at);
      if (!('conversation' in reading)) return { problems: [reading.problem] };
      const { id } = reading.conversation;
      const before = known.get(id);
      const merged = mergeConversation(before, reading.conversation);
      known.set(id, merged);
      return {
        id,
        ...(merged === before ? {} : { changed: merged }),
        problems: reading.problems
      };
    },
    get: (id: string): Conversation | undefined => known.get(id),
    all: (): Iterable<Conversation> => known.values(),
    forget: (id: string): boolean => known.delete(id),
    clear: (): void => known.clear()
  };
}

export type Conversations = ReturnType<typeof conversations>;
