import type { Enrichment } from './enrichment';
import type { GenesysPort } from './genesysPort';

/**
 * Names that a conversation gives as ids only. Each id is asked for once at a time; the adapter
 * remembers a final "no", so that asking again after a failure costs nothing.
 */
export function lateNames(
  genesys: Pick<GenesysPort, 'queueName' | 'wrapUpName'>,
  onName: (conversationId: string) => void
): Enrichment {
  const queues: Record<string, string> = {};
  const wrapUps: Record<string, string> = {};
  /** id being asked for → conversations that wait for it */
  const asked = new Map<string, Set<string>>();
  /** Conversations that lack a name nobody could tell. */
  const unnamed = new Set<string>();

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
    const told = (name: string | undefined): void => {
      asked.delete(id);
      if (name !== undefined) names[id] = name;
      for (const conversation of first) {
        if (name === undefined) unnamed.add(conversation);
        else onName(conversation);
      }
    };
    // The adapter resolves to undefined when it can't tell; a rejection is no better news.
    answer().then(told, () => told(undefined));
  }

  return {
    context: () => ({ queueNames: queues, wrapUpNames: wrapUps }),
    heard(_conversation, interaction): void {
      const { queueId, queueName, wrapUp, conversationId } = interaction;
      if (queueId && !queueName && !queues[queueId]) {
        ask(queues, queueId, conversationId, () => genesys.queueName(queueId));
      }
      const { code, name } = wrapUp;
      if (code && !name && !wrapUps[code]) {
        ask(wrapUps, code, conversationId, () => genesys.wrapUpName(interaction, code));
      }
    },
    /** Genesys answers again: what could not be told is asked once more. */
    resume(): void {
      const ids = [...unnamed];
      unnamed.clear();
      for (const id of ids) onName(id);
    },
    forget: (conversationId) => void unnamed.delete(conversationId),
    stop: () => unnamed.clear()
  };
}
