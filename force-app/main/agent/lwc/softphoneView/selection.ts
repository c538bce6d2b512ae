import { isInHand, stageOf } from 'c/interaction';
import type { InteractionRow } from './view';

/**
 * Which row the detail shows. The agent's choice stands, also after the disconnect, so that notes
 * are not torn away; without one the oldest live row, then one in after-call work that the agent
 * is not done with.
 */
export function selectRow(
  rows: readonly InteractionRow[],
  chosen?: string
): InteractionRow | undefined {
  const own = rows.find(({ key }) => key === chosen);
  const stands = own && stageOf(own.interaction) !== 'alerting' ? own : undefined;
  return (
    stands ??
    rows.find(({ interaction }) => isInHand(interaction)) ??
    rows.find((row) => stageOf(row.interaction) === 'afterCallWork' && !isDoneWith(row))
  );
}

/** Over, or after-call work that the agent has set aside. */
export function isDoneWith({ interaction, isAside }: InteractionRow): boolean {
  const stage = stageOf(interaction);
  return stage === 'done' || (stage === 'afterCallWork' && Boolean(isAside));
}

export interface Rows {
  alerting: InteractionRow[];
  /** Live and after-call. */
  open: InteractionRow[];
  /** The agent is done with them. */
  finished: InteractionRow[];
}

export function sortRows(rows: readonly InteractionRow[]): Rows {
  const sorted: Rows = { alerting: [], open: [], finished: [] };
  for (const row of rows) {
    const stage = stageOf(row.interaction);
    sorted[isDoneWith(row) ? 'finished' : stage === 'alerting' ? stage : 'open'].push(row);
  }
  // An alert that ended without being answered leaves nothing to say and has no Task.
  sorted.finished = sorted.finished.filter(({ interaction }) => interaction.isLeg);
  return sorted;
}
