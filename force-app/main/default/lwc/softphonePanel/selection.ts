import type { InteractionRow } from 'c/softphoneSession';
import { stageOf } from 'c/softphoneRow';

/**
 * Which row the detail shows. The agent's choice stands, also after the disconnect, so that notes
 * are not torn away; without one the oldest live row, then the one in after-call work.
 */
export function selectRow(rows: InteractionRow[], chosen?: string): InteractionRow | undefined {
  const of = (stage: string) => rows.find((row) => stageOf(row.interaction) === stage);
  const own = rows.find(({ key }) => key === chosen);
  const stands = own && stageOf(own.interaction) !== 'alerting' ? own : undefined;
  return stands ?? of('live') ?? of('after_call');
}

export interface Rows {
  alerting: InteractionRow[];
  /** Live and after-call. */
  open: InteractionRow[];
  finished: InteractionRow[];
}

export function sortRows(rows: InteractionRow[]): Rows {
  const sorted: Rows = { alerting: [], open: [], finished: [] };
  for (const row of rows) {
    const stage = stageOf(row.interaction);
    sorted[stage === 'alerting' || stage === 'finished' ? stage : 'open'].push(row);
  }
  // An alert that ended without being answered leaves nothing to say and has no Task.
  sorted.finished = sorted.finished.filter(({ interaction }) => interaction.isLeg);
  return sorted;
}
