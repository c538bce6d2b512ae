import type { Interaction } from 'c/interaction';
import type { Enrichment } from './enrichment';
import type { GenesysPort, NamedCode } from './genesysPort';

/** The same question will get the same answer. */
const FINAL = new Set(['forbidden', 'not_found', 'refused', 'unsupported']);

/**
 * Names that a conversation gives as ids only. Each id is asked for once at a time; the adapter
 * remembers a final "no", so that asking again after a failure costs nothing.
 */
export function lateNames(
  genesys: Pick<GenesysPort, 'queueName' | 'wrapUpName' | 'wrapUpCodes'>,
  onName: (conversationId: string) => void,
  onCodes: (queueId: string, codes: readonly NamedCode[]) => void = () => {}
): Enrichment {
  const queues: Record<string, string> = {};
  const wrapUps: Record<string, string> = {};
  /** id being asked for → conversations that wait for it */
  const asked = new Map<string, Set<string>>();
  /** Queues whose wrap-up codes are known or being read. */
  const queuesRead = new Set<string>();
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

  /** Before a code is chosen, so that its name needs no write of its own. */
  function readCodes(queueId: string, interaction: Interaction): void {
    if (queuesRead.has(queueId)) return;
    queuesRead.add(queueId);
    void genesys.wrapUpCodes(interaction).then((result) => {
      if (result.ok) {
        for (const { id, name } of result.value) wrapUps[id] = name;
        onCodes(queueId, result.value);
      } else if (!FINAL.has(result.problem.type)) {
        queuesRead.delete(queueId);
      }
    });
  }

  return {
    context: () => ({ queueNames: queues, wrapUpNames: wrapUps }),
    heard(_conversation, interaction): void {
      const { queueId, queueName, wrapUp, conversationId, isLeg } = interaction;
      if (queueId && !queueName && !queues[queueId]) {
        ask(queues, queueId, conversationId, () => genesys.queueName(queueId));
      }
      if (isLeg && queueId) readCodes(queueId, interaction);
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
