import type { InteractionRow } from 'c/softphoneSession';
import { stageOf, type Stage } from 'c/softphoneRow';

const NONE: ReadonlySet<string> = new Set();

/**
 * Which row the detail shows. The agent's choice stands, also after the disconnect, so that notes
 * are not torn away; without one the oldest live row, then one in after-call work that the agent
 * has not set aside.
 */
export function selectRow(
  rows: InteractionRow[],
  chosen?: string,
  setAside: ReadonlySet<string> = NONE
): InteractionRow | undefined {
  const of = (stage: Stage) =>
    rows.find((row) => stageOf(row.interaction) === stage && !setAside.has(row.key));
  const own = rows.find(({ key }) => key === chosen);
  const stands = own && stageOf(own.interaction) !== 'alerting' ? own : undefined;
  return stands ?? of('live') ?? of('after_call');
}

export interface Rows {
  alerting: InteractionRow[];
  /** Live and after-call. */
  open: InteractionRow[];
  /** Over, or after-call work that the agent has set aside. */
  finished: InteractionRow[];
}

export function sortRows(rows: InteractionRow[], setAside: ReadonlySet<string> = NONE): Rows {
  const sorted: Rows = { alerting: [], open: [], finished: [] };
  for (const row of rows) {
    const stage = stageOf(row.interaction);
    const isDone = stage === 'finished' || (stage === 'after_call' && setAside.has(row.key));
    sorted[isDone ? 'finished' : stage === 'alerting' ? stage : 'open'].push(row);
  }
  // An alert that ended without being answered leaves nothing to say and has no Task.
  sorted.finished = sorted.finished.filter(({ interaction }) => interaction.isLeg);
  return sorted;
}
