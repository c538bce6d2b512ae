import type { GenesysCloud } from 'c/genesysCloud';
import type { InteractionRows } from './rows';
import type { InteractionRow } from 'c/softphoneView';

type WrapUpCode = { id: string; name: string };
export type WrapUpCodes = readonly WrapUpCode[];

export interface QueueCodes {
  /** Reads the codes for this interaction, unless they are known. */
  load(key: string): Promise<void>;
  of(queueId?: string): WrapUpCodes | undefined;
  /** Read before the agent opened the list, so that it opens filled. */
  know(queueId: string, codes: readonly WrapUpCode[]): void;
  clear(): void;
}

export interface QueueCodesOptions {
  genesys(): Pick<GenesysCloud, 'wrapUpCodes'> | undefined;
  rows: InteractionRows;
  replace(row: InteractionRow): void;
}

/** Wrap-up codes to choose from, read once for each queue. */
export function queueCodes({ genesys, rows, replace }: QueueCodesOptions): QueueCodes {
  const codes = new Map<string, WrapUpCodes>();

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
    if (queueId) know(queueId, result.value);
    else replace({ ...now, wrapUpCodes: result.value });
  }

  function know(queueId: string, known: WrapUpCodes): void {
    codes.set(queueId, known);
    for (const row of [...rows.all()]) {
      if (row.interaction.queueId === queueId) replace({ ...row, wrapUpCodes: known });
    }
  }

  return {
    load,
    of: (queueId = ''): WrapUpCodes | undefined => codes.get(queueId),
    know,
    clear: () => codes.clear()
  };
}
