import type { Interaction } from 'c/interaction';
import type { GenesysCloud } from 'c/genesysCloud';

/**
 * Names that a conversation gives as ids only. Each id is asked for once; what nobody may tell
 * stays away.
 */
export function lateNames(
  genesys: Pick<GenesysCloud, 'queueName' | 'wrapUpName'>,
  onName: (conversationId: string) => void
) {
  const queues: Record<string, string> = {};
  const wrapUps: Record<string, string> = {};
  /** id → conversations that wait for it; emptied by the answer, never removed: asked once. */
  const asked = new Map<string, Set<string>>();

  function ask(
    names: Record<string, string>,
    id: string,
    conversationId: string,
    answer: () => Promise<string | undefined>
  ): void {
    const waiting = asked.get(id);
    if (waiting) {
      waiting.add(conversationId);
      return;
    }
    const first = new Set([conversationId]);
    asked.set(id, first);
    answer().then(
      (name) => {
        if (name === undefined) return;
        names[id] = name;
        for (const conversation of first) onName(conversation);
        first.clear();
      },
      // The adapter resolves to undefined when it can't tell; a rejection is no better news.
      () => undefined
    );
  }

  return {
    queues,
    wrapUps,
    lookFor(interaction: Interaction): void {
      const { queueId, queueName, wrapUp, conversationId } = interaction;
      if (queueId && !queueName && !queues[queueId]) {
        ask(queues, queueId, conversationId, () => genesys.queueName(queueId));
      }
      const { code, name } = wrapUp;
      if (code && !name && !wrapUps[code]) {
        ask(wrapUps, code, conversationId, () => genesys.wrapUpName(interaction, code));
      }
    }
  };
}

export type LateNames = ReturnType<typeof lateNames>;
