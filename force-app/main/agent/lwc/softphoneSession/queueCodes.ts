import type { GenesysCloud } from 'c/genesysCloud';
import type { Enrichment } from 'c/taskKeeper';
import type { InteractionRows } from './rows';
import type { InteractionRow } from 'c/softphoneView';

export type WrapUpCodes = { id: string; name: string }[];

export interface QueueCodes extends Enrichment {
  /** Reads the codes for this interaction, unless they are known. */
  load(key: string): Promise<void>;
  of(queueId?: string): WrapUpCodes | undefined;
}

export interface QueueCodesOptions {
  genesys(): Pick<GenesysCloud, 'wrapUpCodes'> | undefined;
  rows: InteractionRows;
  replace(row: InteractionRow): void;
}

/** Wrap-up codes to choose from, read once for each queue. */
export function queueCodes({ genesys, rows, replace }: QueueCodesOptions): QueueCodes {
  const codes = new Map<string, WrapUpCodes>();
  const asked = new Set<string>();

  async function load(key: string): Promise<void> {
    const row = rows.get(key);
    const cloud = genesys();
    if (!row || !cloud || row.wrapUpCodes) return;
    const result = await cloud.wrapUpCodes(row.interaction);
    const now = rows.get(key);
    if (!now) return;
    if (!result.ok) {
      const { type, message } = result.problem;
      replace({ ...now, actionProblem: { action: 'wrap_up_codes', type, message } });
      return;
    }
    const { queueId } = now.interaction;
    if (queueId) codes.set(queueId, result.value);
    for (const one of [...rows.all()]) {
      const isConcerned = one.key === key || (queueId && one.interaction.queueId === queueId);
      if (isConcerned) replace({ ...one, wrapUpCodes: result.value });
    }
  }

  return {
    load,
    of: (queueId = ''): WrapUpCodes | undefined => codes.get(queueId),
    /** Before the agent opens the list, so that it opens filled. */
    heard(_conversation, { key, isLeg, queueId }): void {
      if (!isLeg || !queueId || asked.has(queueId) || !rows.get(key)) return;
      asked.add(queueId);
      void load(key);
    },
    stop(): void {
      codes.clear();
      asked.clear();
    }
  };
}
